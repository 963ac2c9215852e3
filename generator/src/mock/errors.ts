import type { Reply } from '../model/model.js';
import { synthesise } from '../model/synthesise.js';
import type { Json, JsonObject } from '../schema/index.js';
import { get, isObject, matches } from '../schema/index.js';
import type { Failure } from './exchange.js';
import { outline, type Resolver } from './outline.js';

const messageNames = ['message', 'error_description', 'detail', 'description', 'error', 'msg', 'reason', 'title'];

/** The API's own numbers for what went wrong, by status; another error is 4, as for input that is refused. */
const codes = new Map([
  [401, 5],
  [403, 17],
  [404, 16],
  [429, 9],
  [500, -1],
]);

/** The body of an error, in the shape that error replies have where a description says nothing else. */
export function commonError(status: number, message: string, failures: readonly Failure[] = []): JsonObject {
  const fields = Object.fromEntries(failures.map((failure) => [failure.place, failure.message] as const));
  return {
    code: codes.get(status) ?? 4,
    message,
    StatusCode: status,
    duration: '0.00ms',
    more_info: '',
    details: [],
    ...(failures.length > 0 ? { exception_fields: fields } : {}),
  };
}

/**
 * The body of an error as the reply's schema has it: the common shape where it fits, else a value of the schema with the
 * message put where the schema has a place for one. `undefined` where the schema does not allow any of it.
 */
export function errorOfSchema(
  reply: Reply,
  status: number,
  message: string,
  failures: readonly Failure[],
  resolver: Resolver,
): Json | undefined {
  const schema = reply.schema ?? true;
  const common = commonError(status, message, failures);
  const context = {
    resolve: (ref: string) => resolver.resolve(ref),
    isHidden: () => false,
    tagDecides: true,
    steps: 10_000,
  };
  const { properties } = outline(schema, resolver);
  const known = Object.keys(common).filter((name) => properties.has(name));
  if (known.length >= 4 && matches(common, schema, context)) return common;
  const made = synthesise(schema, resolver, { fill: 'complete', direction: 'reply', name: 'error' });
  for (const told of tellings(made, message)) if (matches(told, schema, context)) return told;
  return typeof made === 'string' && matches(message, schema, context) ? message : made;
}

/** The error with the message in each place that it may have: a field of its own, or one of an object `error`. */
function tellings(made: Json | undefined, message: string): Json[] {
  if (!isObject(made)) return [];
  const own = messageNames.flatMap((name) => (typeof made[name] === 'string' ? [{ ...made, [name]: message }] : []));
  return [...own, ...tellings(get(made, 'error'), message).map((error) => ({ ...made, error }))];
}
