import { errorOfSchema } from '../model/error-bodies.js';
import type { Model, Operation, Reply } from '../model/model.js';
import { schemaOf } from '../model/parameters.js';
import { namedExamples } from '../model/replies.js';
import { replyTo, statusOf } from '../model/results.js';
import { synthesise } from '../model/synthesise.js';
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

export interface ReplyContext {
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
export function replyAnswer(
  operation: Operation,
  wanted: number | undefined,
  context: ReplyContext,
  example: string | undefined,
  revise: (value: Json) => Json,
): Answer {
  const reply = replyTo(operation, wanted);
  const status = wanted ?? (reply === undefined ? 204 : statusOf(reply));
  if (status < 400) return described(reply, status, context, example, revise);
  const documented = reply === undefined ? undefined : documentedValue(reply, context, example);
  const answer =
    reply === undefined || documented === undefined
      ? errorAnswer(operation, status, [], context)
      : { status, headers: headersOf(reply, context), body: toBytes(documented, reply) };
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
  context: ReplyContext,
): Answer {
  const reasons = failures.map(({ place, message }) => `${place} ${message}`);
  const message = `${operation.id} failed: ${reasons.join('; ') || 'as requested by the Prefer header'}`;
  const reply = replyTo(operation, status);
  if (reply?.kind === 'json' && reply.schema !== undefined) {
    const value = errorOfSchema(reply, status, message, failures, context.model);
    if (value !== undefined) return { status, headers: headersOf(reply, context), body: toBytes(value, reply) };
  }
  return commonError(context.model.hooks, status, message, failures);
}

function described(
  reply: Reply | undefined,
  status: number,
  context: ReplyContext,
  example: string | undefined,
  revise: (value: Json) => Json,
): Answer {
  if (reply === undefined) return { status, headers: [], body: Buffer.alloc(0) };
  const headers = headersOf(reply, context);
  const isEmpty = reply.kind === 'empty' || status === 204 || status === 205 || status === 304;
  if (isEmpty) return { status, headers: headers.filter(([name]) => name !== 'content-type'), body: Buffer.alloc(0) };
  let value = documentedValue(reply, context, example);
  // `null` is an ordinary value.
  if (value === undefined) value = reply.kind === 'binary' ? 'binary content' : made(reply.schema, context);
  if (value === undefined) value = reply.examples[0]?.value;
  if (value === undefined) {
    return commonError(
      context.model.hooks,
      501,
      `no value could be generated for the schema of response ${reply.status}`,
    );
  }
  return { status, headers, body: toBytes(revise(value), reply) };
}

function documentedValue(reply: Reply, context: ReplyContext, example: string | undefined): Json | undefined {
  if (example !== undefined) return reply.examples.find(({ name }) => name === example)?.value;
  return context.replies === 'example' ? reply.examples[0]?.value : undefined;
}

/** Whether an operation has the named example in the response to be sent. */
export function hasExample(operation: Operation, status: number | undefined, example: string): boolean {
  return replyTo(operation, status)?.examples.some(({ name }) => name === example) === true;
}

function made(schema: Schema = true, { model }: ReplyContext): Json | undefined {
  return synthesise(schema, model, { fill: 'complete', direction: 'reply', name: 'value' });
}

function toBytes(value: Json, reply: Reply): Buffer {
  if (reply.stream) {
    const text = reply.stream === 'events' && typeof value === 'string' ? value : JSON.stringify(value);
    const data = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
    return Buffer.from(reply.stream === 'events' ? `${data.join('')}\n` : `${text}\n`);
  }
  return Buffer.from(reply.kind !== 'json' && typeof value === 'string' ? value : JSON.stringify(value));
}

/** The response headers with valid values (Header Object, OpenAPI 3.1, 4.8.21), and the media type of the body. */
function headersOf(reply: Reply, context: ReplyContext): Answer['headers'] {
  const object = context.references.object(context.references.lookup(`#${encodeURI(reply.pointer)}`));
  const headers = Object.entries(getObject(object, 'headers') ?? {}).flatMap(([name, raw]) => {
    const header = context.references.object(raw);
    const value = header === undefined ? undefined : headerText(header, name, context);
    const isUsable = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && !reserved.has(name.toLowerCase());
    return isUsable && value !== undefined ? [[name, value] as const] : [];
  });
  return reply.kind === 'empty' ? headers : [['content-type', contentTypeOf(reply)], ...headers];
}

function headerText(header: JsonObject, name: string, context: ReplyContext): string | undefined {
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

function contentTypeOf({ kind, mediaType }: Reply): string {
  if (mediaType !== undefined && !mediaType.includes('*')) return mediaType;
  if (kind === 'json') return 'application/json';
  return kind === 'text' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}
