import type { Operation, SentPlace } from '../model/model.js';
import { get, type Json, nodeAt, replacedAt } from '../schema/index.js';
import type { ParameterValues } from './parameters.js';

/** The parsed values of a request. */
export interface SentValues {
  readonly values: ParameterValues;
  readonly body: Json | undefined;
}

/**
 * The last page instead of a first one: without items, and without a cursor. A mock does not store pages, and clients that follow
 * them must terminate.
 */
export function asLastPage(value: Json, operation: Operation): Json {
  const { pagination } = operation;
  if (!pagination) return value;
  const emptied = replacedAt(value, pagination.items, []);
  return pagination.order.kind === 'cursor' ? replacedAt(emptied, pagination.order.replied, undefined) : emptied;
}

/** A first page whose link to the next one has the parameter, as a link of any server has. */
export function asFirstPage(value: Json, { pagination }: Operation): Json {
  if (pagination?.order.kind !== 'cursor' || pagination.order.link === undefined) return value;
  const { replied, link } = pagination.order;
  const url = nodeAt(value, replied);
  if (typeof url !== 'string' || new URLSearchParams(url.split('?')[1]).has(link)) return value;
  return replacedAt(value, replied, `${url.split('?')[0]}?${encodeURIComponent(link)}=2`);
}

/** Whether the request is for a page after the first one. */
export function asksForLaterPage(operation: Operation, sent: SentValues): boolean {
  const order = operation.pagination?.order;
  if (order === undefined) return false;
  if (order.kind === 'cursor') {
    const value = sentAt(order.sent, sent);
    return isGiven(value) && !(order.link !== undefined && (value === 0 || value === 1));
  }
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
