import type { CallExample, Operation } from '../../model/model.js';
import { isUsable } from '../../model/servers.js';
import { constantCase } from '../../naming/index.js';
import { literalOptions } from '../calls/calls.js';
import { type CredentialOption, hiddenCredentials, usedCredentials } from '../client/credentials.js';
import type { RenderContext } from '../context.js';
import { escapeInvisible, jsonText } from '../encode.js';
import { type ExpectedBody, type ExpectedPart, expectRequest } from '../tests/expected-request.js';

/**
 * The request of an example as a curl command for a POSIX shell; empty if it contains invisible characters outside of JSON.
 * Credentials are variables of the environment.
 */
export function curlCommand(operation: Operation, example: CallExample, context: RenderContext): string {
  const { model, addons } = context;
  const request = expectRequest(operation, example, literalOptions(operation, context));
  const hidden = hiddenCredentials(addons);
  const credentials = usedCredentials(operation, model, hidden);
  const server = operation.servers[0]?.url ?? model.servers[0]?.url ?? '';
  const base = isUsable(server) ? escaped(server.replace(/\/+$/, '')) : '$BASE_URL';
  const query = [
    ...credentials.flatMap((one) => (one.wire.in === 'query' ? [`${encoded(one.wire.name)}=${variable(one)}`] : [])),
    ...request.query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`),
  ].join('&');
  const url = `"${base}${escaped(request.path)}${query === '' ? '' : `?${query}`}"`;
  const filled = new Map(addons.flatMap((addon) => Object.entries(addon.hiddenCredentials)));
  const fixed = model.securitySchemes.flatMap((scheme): [string, string][] => {
    const value = operation.security.some((keys) => keys.includes(scheme.key)) ? filled.get(scheme.key) : undefined;
    return value !== undefined && scheme.type === 'apiKey' && scheme.in === 'header' ? [[scheme.name, value]] : [];
  });
  const options = [
    ...credentials.flatMap(credentialOption),
    ...[...fixed, ...request.headers].map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(request.body === undefined ? [] : bodyOptions(operation, request.body)),
  ];
  const method = request.method === 'GET' ? '' : request.method === 'HEAD' ? '-I ' : `-X ${request.method} `;
  const command = [`curl ${method}${url}`, ...options].join(' \\\n  ');
  return escapeInvisible(command) === command ? command : '';
}

function variable({ option }: CredentialOption): string {
  return `$${constantCase(option)}`;
}

function credentialOption(one: CredentialOption): readonly string[] {
  const { scheme, wire } = one;
  if (scheme.type === 'basic') return ['-u "$USERNAME:$PASSWORD"'];
  if (wire.in === 'query') return [];
  if (wire.in === 'cookie') return [`-b "${escaped(wire.name)}=${variable(one)}"`];
  return [`-H "${escaped(wire.name)}: ${scheme.type === 'bearer' ? 'Bearer ' : ''}${variable(one)}"`];
}

function bodyOptions({ body: described }: Operation, body: ExpectedBody): readonly string[] {
  const { kind, mediaType = '' } = described ?? {};
  if (body.kind === 'form') return body.value.map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`);
  if (body.kind === 'multipart') return body.value.map(partOption);
  const type = `-H ${quoted(`Content-Type: ${mediaType}`)}`;
  if (kind === 'binary') return [type, '--data-binary @FILE'];
  const text = body.kind === 'text' ? body.value : jsonText(body.value);
  return [type, `--data-raw ${quoted(text)}`];
}

function partOption(part: ExpectedPart): string {
  if ('text' in part) return `--form-string ${quoted(`${part.name}=${part.text}`)}`;
  if ('file' in part) return `-F ${quoted(`${part.name}=@${part.file.name};type=${part.file.type}`)}`;
  // A text with a semicolon is quoted, as curl would end it there.
  const json = jsonText(part.json);
  const text = json.includes(';') ? `"${json.replace(/["\\]/g, '\\$&')}"` : json;
  return `-F ${quoted(`${part.name}=${text};type=application/json`)}`;
}

/** A text of a URL, within double quotes. */
function encoded(text: string): string {
  return escaped(encodeURIComponent(text));
}

/** A text within double quotes. */
function escaped(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
