import { errorOfSchema } from '../model/error-bodies.js';
import type { Model, Operation, OperationResponse } from '../model/model.js';
import { schemaOf } from '../model/parameters.js';
import { namedExamples } from '../model/responses.js';
import { responseFor, statusOf } from '../model/results.js';
import { synthesise } from '../model/synthesise/index.js';
import {
  get,
  getObject,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type References,
  type Schema,
} from '../schema/index.js';
import { commonError } from './errors.js';
import type { Answer, Failure } from './exchange.js';

export interface ResponseContext {
  readonly references: References;
  readonly model: Pick<Model, 'resolve' | 'hooks'>;
  /** `example`: documented examples if there are any; `complete`: always all fields of the schema. */
  readonly replies: 'example' | 'complete';
}

/** Headers that the server sets itself, or that would change how the response is parsed. */
const reserved = new Set([
  ...['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive'],
  ...['trailer', 'upgrade', 'date'],
]);

/**
 * The response with the requested status, or with the lowest successful one; errors that the spec does not define have the
 * default form.
 */
export function answerOf(
  operation: Operation,
  wanted: number | undefined,
  context: ResponseContext,
  example: string | undefined,
  revise: (value: Json) => Json,
): Answer {
  const response = responseFor(operation, wanted);
  const status = wanted ?? (response === undefined ? 204 : statusOf(response));
  if (status < 400) return described(response, status, context, example, revise);
  const documented = response === undefined ? undefined : documentedValue(response, context, example);
  const answer =
    response === undefined || documented === undefined
      ? errorAnswer(operation, status, [], context)
      : { status, headers: headersOf(response, context), body: toBytes(documented, response) };
  const known = new Set(answer.headers.map(([name]) => name.toLowerCase()));
  const wait: Answer['headers'] = status === 429 ? [['retry-after', '1']] : [];
  const usual = [...(context.model.hooks.errors?.headers?.(status) ?? []), ...wait];
  return { ...answer, headers: [...answer.headers, ...usual.filter(([name]) => !known.has(name))] };
}

/** An error in the schema of this operation's errors; without failures, a requested one. */
export function errorAnswer(
  operation: Operation,
  status: number,
  failures: readonly Failure[],
  context: ResponseContext,
): Answer {
  const reasons = failures.map(({ place, message }) => `${place} ${message}`);
  const message = `${operation.id} failed: ${reasons.join('; ') || 'as requested by the Prefer header'}`;
  const response = responseFor(operation, status);
  if (response?.kind === 'json' && response.schema !== undefined) {
    const value = errorOfSchema(response, status, message, failures, context.model);
    if (value !== undefined) return { status, headers: headersOf(response, context), body: toBytes(value, response) };
  }
  return commonError(context.model.hooks, status, message, failures);
}

function described(
  response: OperationResponse | undefined,
  status: number,
  context: ResponseContext,
  example: string | undefined,
  revise: (value: Json) => Json,
): Answer {
  if (response === undefined) return { status, headers: [], body: Buffer.alloc(0) };
  const headers = headersOf(response, context);
  const isEmpty = response.kind === 'empty' || status === 204 || status === 205 || status === 304;
  if (isEmpty) return { status, headers: headers.filter(([name]) => name !== 'content-type'), body: Buffer.alloc(0) };
  let value = documentedValue(response, context, example);
  // `null` is an ordinary value.
  if (value === undefined) value = response.kind === 'binary' ? 'binary content' : made(response.schema, context);
  if (value === undefined) value = response.examples[0]?.value;
  if (value === undefined) {
    return commonError(
      context.model.hooks,
      501,
      `no value could be generated for the schema of response ${response.status}`,
    );
  }
  return { status, headers, body: toBytes(revise(value), response) };
}

function documentedValue(
  response: OperationResponse,
  context: ResponseContext,
  example: string | undefined,
): Json | undefined {
  if (example !== undefined) return response.examples.find(({ name }) => name === example)?.value;
  return context.replies === 'example' ? response.examples[0]?.value : undefined;
}

/** Whether an operation has the named example in the response to be sent. */
export function hasExample(operation: Operation, status: number | undefined, example: string): boolean {
  return responseFor(operation, status)?.examples.some(({ name }) => name === example) === true;
}

function made(schema: Schema = true, { model }: ResponseContext): Json | undefined {
  return synthesise(schema, model, { fill: 'complete', direction: 'reply', name: 'value' });
}

function toBytes(value: Json, response: OperationResponse): Buffer {
  if (response.stream) {
    const text = response.stream === 'events' && typeof value === 'string' ? value : JSON.stringify(value);
    const data = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
    return Buffer.from(response.stream === 'events' ? `${data.join('')}\n` : `${text}\n`);
  }
  return Buffer.from(response.kind !== 'json' && typeof value === 'string' ? value : JSON.stringify(value));
}

/** The response headers with valid values (Header Object, OpenAPI 3.1, 4.8.21), and the media type of the body. */
function headersOf(response: OperationResponse, context: ResponseContext): Answer['headers'] {
  const object = context.references.object(context.references.lookup(`#${encodeURI(response.pointer)}`));
  const headers = Object.entries(getObject(object, 'headers') ?? {}).flatMap(([name, raw]) => {
    const header = context.references.object(raw);
    const value = header === undefined ? undefined : headerText(header, name, context);
    const isUsable = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && !reserved.has(name.toLowerCase());
    return isUsable && value !== undefined ? [[name, value] as const] : [];
  });
  return response.kind === 'empty' ? headers : [['content-type', contentTypeOf(response)], ...headers];
}

function headerText(header: JsonObject, name: string, context: ResponseContext): string | undefined {
  const { references } = context;
  const [content] = Object.values(getObject(header, 'content') ?? {});
  const holder = references.object(content) ?? header;
  // Without the characters that a header cannot contain.
  const make = { fill: 'complete', direction: 'request', name } as const;
  const value = namedExamples(holder, references)[0]?.value ?? synthesise(schemaOf(holder), context.model, make);
  if (value === undefined || value === null) return undefined;
  const text = content === undefined ? simple(value, get(header, 'explode') === true) : JSON.stringify(value);
  return /^[\x20-\x7e]*$/.test(text) ? text : encodeURIComponent(text);
}

/** Style `simple`: `a,b`, for objects `a,1,b,2` or `a=1,b=2`. */
function simple(value: Json, explode: boolean): string {
  const scalar = (item: Json): string => (typeof item === 'string' ? item : JSON.stringify(item));
  if (isArray(value)) return value.map(scalar).join(',');
  if (!isObject(value)) return scalar(value);
  const pairs = Object.entries(value).map(([key, item]) => `${key}${explode ? '=' : ','}${scalar(item)}`);
  return pairs.join(',');
}

function contentTypeOf({ kind, mediaType }: OperationResponse): string {
  if (mediaType !== undefined && !mediaType.includes('*')) return mediaType;
  if (kind === 'json') return 'application/json';
  return kind === 'text' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}
