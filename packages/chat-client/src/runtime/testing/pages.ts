import { valueAt, withValueAt } from '../pages/paths.js';
import type { FakePages, FakeReply } from './data.js';
import { changeAt, varied } from './values.js';

/** Answers each request of an iteration with the next page. */
export type PageSequence = (args: unknown) => unknown;

/**
 * Creates consecutive pages.
 * @param size items per page. Default: the limit in the arguments, or 2.
 * @throws {TypeError} if the count is not a whole number.
 */
export function pageSequence(pages: FakePages, reply: FakeReply, count: number, size?: number): PageSequence {
  if (!Number.isInteger(count) || count < 0) throw new TypeError(`${count} is not a number of pages`);
  const { order, items, limit } = pages;
  return (args) => {
    const asked = limit === undefined ? undefined : valueAt(args, limit);
    const length = size ?? (typeof asked === 'number' && asked > 0 ? asked : 2);
    const all = Array.from({ length: count }, (_, page) =>
      Array.from({ length }, (_, index) => itemAt(pages, page * length + index)),
    );
    const page = pageAskedFor(order, all, args, length);
    const list = all[page] ?? [];
    const answer = withValueAt(reply.value, items, list);
    if (order.kind !== 'cursor') return answer;
    const next = order.link === undefined ? `page-${page + 2}` : `?${order.link}=${page + 2}`;
    return withValueAt(answer, order.replied, page + 1 < count ? next : undefined);
  };
}

/** Whether the arguments request a page after the first one. */
export function asksForLaterPage({ order }: FakePages, args: unknown): boolean {
  const sent = order.kind === 'keyset' ? order.fields.map(([argument]) => argument) : [order.sent];
  // The first page may be requested by its number.
  const linked = order.kind === 'cursor' && order.link !== undefined ? 1 : 0;
  const first = order.kind === 'offset' ? order.first : linked;
  return sent.some((path) => Boolean(valueAt(args, path)) && valueAt(args, path) !== first);
}

function itemAt({ item, order }: FakePages, index: number): unknown {
  const root = { item: structuredClone(item) };
  const fields = order.kind === 'keyset' ? order.fields.map(([, field]) => field) : [];
  for (const field of new Set(['id', ...fields])) changeAt(root, `item/${field}`, (value) => varied(value, index + 1));
  return root.item;
}

/** The number of the requested page, from 0. */
function pageAskedFor(
  order: FakePages['order'],
  all: readonly (readonly unknown[])[],
  args: unknown,
  size: number,
): number {
  if (order.kind === 'cursor') return Number(/^(?:page-)?(\d+)$/.exec(String(valueAt(args, order.sent)))?.[1] ?? 1) - 1;
  if (order.kind === 'offset') {
    const { first = 0 } = order;
    const number = Number(valueAt(args, order.sent) ?? first);
    return order.first === undefined ? Math.floor(number / size) : number - first;
  }
  const asked = JSON.stringify(order.fields.map(([argument]) => valueAt(args, argument)));
  const keyOf = (item: unknown) => JSON.stringify(order.fields.map(([, field]) => valueAt(item, field)));
  return all.findIndex((items) => keyOf(items.at(-1)) === asked) + 1;
}
