import type { Operation, SentPlace } from '../model/model.js';
import type { Json } from '../schema/index.js';
import { get, isObject } from '../schema/index.js';
import type { ParameterValues } from './parameters.js';

/** What a request carried, parsed. */
export interface SentValues {
  readonly values: ParameterValues;
  readonly body: Json | undefined;
}

/**
 * The reply of the last page in the place of a first one: without items, and without a cursor to go on with. A mock has
 * no memory of pages, and a client that follows them must come to an end.
 */
export function asLastPage(value: Json, operation: Operation): Json {
  const { pagination } = operation;
  if (!pagination) return value;
  const emptied = replaced(value, pagination.items, []);
  return pagination.order.kind === 'cursor' ? replaced(emptied, pagination.order.replied, undefined) : emptied;
}

/** Whether the request asks for a page behind the first one. */
export function asksForLaterPage(operation: Operation, sent: SentValues): boolean {
  const order = operation.pagination?.order;
  if (order === undefined) return false;
  if (order.kind === 'cursor') return isGiven(sentAt(order.sent, sent));
  if (order.kind === 'keyset') return order.fields.some((field) => isGiven(sentAt(field.sent, sent)));
  return Number(sentAt(order.sent, sent) ?? 0) > 0;
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

function sentAt({ parameter, path }: SentPlace, sent: SentValues): Json | undefined {
  let value = sent.body;
  if (parameter)
    value = get(sent.values[parameter.in], parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name);
  for (const name of path) value = get(value, name);
  return value;
}

/** A copy with another value at a path, or without the field when there is none; the value itself where the path ends early. */
function replaced(value: Json, path: readonly string[], by: Json | undefined): Json {
  const [name, ...rest] = path;
  if (name === undefined) return by ?? value;
  if (!isObject(value) || !Object.hasOwn(value, name)) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] => {
    if (key !== name) return [[key, item]];
    if (rest.length > 0) return [[key, replaced(item, rest, by)]];
    return by === undefined ? [] : [[key, by]];
  });
  return Object.fromEntries(entries);
}
