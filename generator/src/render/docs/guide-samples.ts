import type { Model, Operation } from '../../model/model.js';
import { responseFor } from '../../model/results.js';
import { choosableServers, isUsable, requestLine } from '../../model/servers.js';
import { referencedKey } from '../../schema/index.js';
import { argumentCode, type RenderedOperation } from '../calls/calls.js';
import { credentialOptions, hiddenCredentials, visibleSecurity } from '../client/credentials.js';
import type { RenderContext } from '../context.js';
import { codeSpan, objectLiteral, stringLiteral } from '../encode.js';
import { typeEntry } from '../testing/fake-data.js';
import type { GuideSamples, SampleCall } from '../views/index.js';

/** Options of a client with their values, as code. */
export type Options = readonly (readonly [option: string, code: string])[];

/** The client of snippets: an add-on's if it has one. */
export function sampleClient({ names, model, addons }: RenderContext) {
  const example = addons[0]?.example;
  const address: Options = isUsable(model.servers[0]?.url ?? '') ? [] : [['baseUrl', "'https://api.example.com'"]];
  const hidden = hiddenCredentials(addons);
  const credentials = credentialOptions(model, hidden);
  const valuesOf = (some: typeof credentials): Options => [
    ...new Map(some.map(({ option, sample }) => [option, sample])),
  ];
  const values = valuesOf(credentials);
  // Of alternatives, one is enough.
  const first = new Set(
    model.operations.flatMap((operation) => visibleSecurity(operation, hidden).find((keys) => keys.length > 0) ?? []),
  );
  const usual = valuesOf(credentials.filter(({ scheme }) => first.has(scheme.key)));
  return {
    className: example ? names.serverClassName : names.className,
    entry: names.clientPackage + (example?.entry ?? ''),
    note: example?.note ?? '',
    address,
    credentials,
    values,
    options: example ? [] : [...address, ...usual],
    testOptions: example ? Object.entries(example.options) : values,
  };
}

/**
 * Chooses the calls of the guides: a plain read (without one, any other call with a JSON response), a plain write and an upload, the
 * first of each in the spec.
 */
export function guideSamples(context: RenderContext, rendered: readonly RenderedOperation[]): GuideSamples {
  const { className, entry, address, credentials, values, options, testOptions } = sampleClient(context);
  const textOptions = credentials.filter(({ type }) => type === 'CredentialValue').map(({ option }) => option);
  const fetched = textOptions.find((option) => option === 'token') ?? textOptions[0] ?? '';
  const find = (fits: (operation: Operation) => boolean): SampleCall | false => {
    const found = rendered.find(({ operation, examples }) => examples.length > 0 && fits(operation));
    return found ? sampleCall(found, context) : false;
  };
  const isPlain = (operation: Operation): boolean => !operation.deprecated && operation.pagination === undefined;
  return {
    className,
    entry,
    construct: `new ${className}(${options.length === 0 ? '' : objectLiteral(options)})`,
    coreOptions: address.length + values.length === 0 ? '' : objectLiteral([...address, ...values]),
    options: optionCode(options),
    baseUrl: optionCode(address),
    serverOnly: testOptions.map(([option]) => option).filter((option) => !values.some(([known]) => known === option)),
    hasServerClient: context.addons.some(({ entries }) => Object.hasOwn(entries, 'server')),
    server: serverSample(context.model),
    serverOptions: optionCode(values),
    testOptions: optionCode(testOptions),
    credentials: credentials.map(({ option, wire, scheme }) => ({ option, sent: sentAs(scheme, wire) })),
    fetched,
    otherOptions: optionCode([...address, ...values].filter(([option]) => option !== fetched)),
    reader:
      find((operation) => isPlain(operation) && operation.method === 'get' && repliesJson(operation)) ||
      find((operation) => isPlain(operation) && repliesJson(operation)) ||
      find(repliesJson),
    writer: find((operation) => isPlain(operation) && operation.method === 'post' && operation.body?.kind === 'json'),
    upload: find(({ body }) => body?.kind === 'binary' || (body?.parts.some(({ kind }) => kind === 'file') ?? false)),
  };
}

/** A call of `serverUrl` for the first server, as code; empty if the spec has no choice of servers. */
function serverSample(model: Model): string {
  const [server] = choosableServers(model);
  if (server === undefined) return '';
  const variables: Options = server.variables.map(({ name, default: value }) => [name, stringLiteral(value)]);
  const given = variables.length === 0 ? '' : `, ${objectLiteral(variables)}`;
  return `serverUrl(${stringLiteral(server.template)}${given})`;
}

function optionCode(options: Options): string {
  return options.map(([option, value]) => `${option}: ${value}, `).join('');
}

function sentAs(
  scheme: Model['securitySchemes'][number],
  wire: { readonly in: string; readonly name: string },
): string {
  if (scheme.type === 'basic') return `header ${codeSpan('Authorization')}, as user name and password (RFC 7617)`;
  return `${wire.in} ${codeSpan(wire.name)}${scheme.type === 'bearer' ? ', after `Bearer `' : ''}`;
}

function repliesJson({ responses }: Operation): boolean {
  return responses.some(({ success, kind, stream }) => success && kind === 'json' && !stream);
}

function sampleCall({ operation, examples }: RenderedOperation, context: RenderContext): SampleCall | false {
  const { method, constant } = context.names.operation(operation);
  const example = examples[0]?.example;
  if (example === undefined) return false;
  const argument = argumentCode(operation, example, context);
  const start = `${context.names.variable}.${method}(`;
  return {
    method,
    constant,
    request: requestLine(operation),
    call: `${start}${argument})`,
    open: `${start}${argument || '{}'}, `,
    argument: argument || '{}',
    made: madeType(operation, context),
  };
}

function madeType(operation: Operation, context: RenderContext): string {
  const { schema } = responseFor(operation, undefined) ?? {};
  const name = referencedKey(schema);
  if (name === undefined || schema === undefined || !typeEntry(name, schema, context)) return '';
  return context.names.schema(name)?.exported ?? '';
}
