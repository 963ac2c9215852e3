import { authorize } from './call/credentials.js';
import { type Call, encodeCallBody, prepareCall } from './call/prepare.js';
import { isSecretHeader } from './call/redact.js';
import { buildRequest } from './call/wire-request.js';
import type { ApiClient, OperationFunction, OperationParameters } from './client.js';
import type { ExplainedPart } from './codecs.js';
import { type Core, coreOf } from './core.js';
import { ChatInputError } from './errors/index.js';

/** The request that a call would send, with credentials replaced by `REDACTED`. */
export interface Explanation {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The text; for form data its parts, with file names in place of contents. */
  readonly body: string | readonly ExplainedPart[] | undefined;
  /** The request as a curl command for a POSIX shell. */
  readonly curl: string;
}

const placeholder = 'REDACTED';

/**
 * Returns the request of a call without sending it. Token functions are not called and streams are not read.
 * @throws {ChatInputError} if the call itself would.
 */
export async function explain<Parameters extends OperationParameters>(
  client: ApiClient,
  described: OperationFunction<Parameters, unknown>,
  ...[args, options]: Parameters
): Promise<Explanation> {
  const core = coreOf(client);
  const { operation } = Object(described);
  if (typeof operation?.path !== 'string') {
    throw new ChatInputError('explain requires an operation function', { argument: 'operation' });
  }
  const call = prepareCall(core, operation, args, options, { raw: false });
  const body = await explainBody(call);
  const shownCall: Call = {
    ...call,
    core: withoutCredentials(core),
    secrets: [],
    settings: { ...call.settings, headers: withoutSecretHeaders(call) },
  };
  const authorization = await authorize(shownCall, (work) => work(new AbortController().signal));
  const request = buildRequest(shownCall, body?.mediaType, authorization);
  const { redact } = call;
  const url = redact(request.url);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, redact(value)]));
  const content = body?.content;
  const shown = typeof content === 'string' ? redact(content) : content;
  return { method: operation.method, url, headers, body: shown, curl: curl(operation.method, url, headers, shown) };
}

interface ExplainedBody {
  readonly content: NonNullable<Explanation['body']>;
  readonly mediaType: string | undefined;
}

async function explainBody(call: Call): Promise<ExplainedBody | undefined> {
  const { operation, parts } = call;
  if (operation.body === undefined || parts.body === undefined) return undefined;
  const { kind, mediaType } = operation.body;
  const { value, place } = parts.body;
  const codec = kind === 'json' ? undefined : operation.codecs?.[kind];
  if (codec?.describe) {
    const type = kind === 'binary' ? (mediaType ?? 'application/octet-stream') : undefined;
    return { content: codec.describe(operation.body, value, place), mediaType: type };
  }
  const encoded = await encodeCallBody(call);
  return typeof encoded?.content === 'string' ? { content: encoded.content, mediaType: encoded.mediaType } : undefined;
}

function withoutCredentials(core: Core): Core {
  const options: Record<string, unknown> = Object.assign(Object.create(null), core.options);
  for (const { option } of core.service.credentials) if (options[option] ?? false) options[option] = placeholder;
  return { ...core, options };
}

function withoutSecretHeaders({ settings }: Call): Call['settings']['headers'] {
  const entries = [...settings.headers].map(([key, [name, value]]) => {
    return [key, [name, isSecretHeader(name) ? placeholder : value]] as const;
  });
  return new Map(entries);
}

function curl(method: string, url: string, headers: Explanation['headers'], body: Explanation['body']): string {
  const words = ['curl', '--globoff', '--request', method, quote(url)];
  for (const [name, value] of Object.entries(headers)) words.push('--header', quote(`${name}: ${value}`));
  if (typeof body === 'string') words.push('--data-raw', quote(body));
  const isForm = headers['Content-Type'] === undefined;
  for (const part of typeof body === 'object' ? body : []) {
    if (part.file === undefined) words.push('--form-string', quote(`${part.name}=${part.text}`));
    else if (!isForm) words.push('--data-binary', quote(`@${part.file}`));
    else words.push('--form', quote(`${part.name}=@"${part.file.replace(/["\\]/g, '\\$&')}"`));
  }
  return words.join(' ');
}

/** Quotes for a POSIX shell: inside single quotes only the quote itself is special. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
