import { ChatInputError, type ErrorContext } from '../errors/index.js';
import { ChatResponseError, type ReplyContext } from '../errors/response-error.js';
import { dateText } from './date-text.js';
import { valueAt, withValueAt } from './paths.js';

/**
 * How to get the next page of an operation. Paths are JSON Pointers (RFC 6901) without the leading slash: into the response for
 * items and cursor, into the arguments for what is sent.
 */
export interface PagePlan {
  readonly items: string;
  readonly order: PageOrder;
}

export interface PageOrder {
  /** Starts an iteration. */
  readonly start: (args: unknown, context: ErrorContext) => Pager;
  /** Returns the key fields of each item of a response, before date decoding. */
  readonly keysOf?: (reply: unknown, items: string) => readonly (readonly unknown[])[];
}

/** One page as received. */
export interface Page {
  readonly data: unknown;
  readonly items: readonly unknown[];
  /** Key fields by item, if the order needs them. */
  readonly keys: readonly (readonly unknown[])[];
  readonly reply: ReplyContext;
  /** The unit of numeric date-times. */
  readonly perMillisecond: number | undefined;
}

/** The items of a page, and how to get the next one. */
export interface PageResult {
  readonly items: readonly unknown[];
  /** Returns the arguments of the next page; absent for the last page. */
  readonly next?: () => unknown;
}

/** Processes the pages of one iteration in order, each with the arguments of its request. */
export type Pager = (page: Page, args: unknown) => PageResult;

/**
 * The response contains a cursor for the next page.
 * @param link the parameter with the cursor, or the number of a page, if the response contains the URL of the next page
 */
export function byCursor(sent: string, replied: string, link?: string): PageOrder {
  return {
    start(first) {
      const seen = new Set<unknown>([valueAt(first, sent)]);
      return ({ data, items, reply }, args) => {
        const given = valueAt(data, replied) ?? '';
        if (given === '') return { items };
        const cursor = link === undefined ? given : inQuery(given, link);
        if (typeof cursor !== 'string' && typeof cursor !== 'number') {
          throw new ChatResponseError(`no cursor at ${replied}`, reply);
        }
        if (seen.has(cursor)) throw circle(`the cursor at ${replied}`, reply);
        seen.add(cursor);
        return { items, next: () => withValueAt(args, sent, cursor) };
      };
    },
  };
}

/** A parameter of the query of a URL, as a number if that has the same text. */
function inQuery(url: unknown, name: string): unknown {
  const text = new URLSearchParams(String(url).split('?')[1]).get(name);
  return text !== null && String(Number(text)) === text ? Number(text) : text;
}

/**
 * The next page starts after the last item, identified by some of its fields. They are sent as received, not as `Date`s, which
 * would round them.
 * @param keyset argument -> the field of the last item that it is set to
 */
export function byKeyset(keyset: Readonly<Record<string, string>>, limit?: string): PageOrder {
  const entries = Object.entries(keyset);
  const keyOf = (item: unknown) => entries.map(([, field]) => valueAt(item, field) ?? undefined);
  return {
    keysOf(reply, path) {
      const items = valueAt(reply, path);
      return Array.isArray(items) ? items.map(keyOf) : [];
    },
    start(first) {
      const isLast = lastOf(first, limit);
      let before = new Set<string>();
      return ({ items, keys, reply, perMillisecond }, args) => {
        const texts = keys.map((key) => JSON.stringify(key));
        // A server that rounds date-times repeats the last items of a page.
        const fresh = items.filter((_, index) => !before.has(texts[index] ?? ''));
        if (isLast(items)) return { items: fresh };
        const key = keys.at(-1) ?? [];
        if (key.every((value) => value === undefined)) {
          throw new ChatResponseError(`an item without ${entries.map(([, field]) => field).join(' and ')}`, reply);
        }
        if (fresh.length === 0) {
          // A repetition of fewer items than before is the end of the list.
          if (items.length === 1 || items.length < before.size) return { items: fresh };
          throw circle('every item', reply);
        }
        before = new Set(texts);
        const decoded = keyOf(items.at(-1));
        const next = () =>
          entries.reduce((sent, [argument], index) => {
            const value = key[index];
            const isDate = decoded[index] instanceof Date && typeof value === 'number' && perMillisecond;
            return withValueAt(sent, argument, isDate ? dateText(value, perMillisecond) : value);
          }, args);
        return { items: fresh, next };
      };
    },
  };
}

/**
 * Pages are numbered.
 * @param lowest the number of the first page
 * @param most the largest number that the service accepts
 */
export function byPage(path: string, lowest: number, limit?: string, most?: number): PageOrder {
  return byOffset(path, limit, most, lowest, 1);
}

/**
 * The next page starts after the items received so far.
 * @param most the largest offset that the service accepts
 * @param lowest the offset of the first page
 * @param step how much the offset increases with each page. Default: the number of items.
 */
export function byOffset(
  path: string,
  limit?: string,
  most = Number.POSITIVE_INFINITY,
  lowest = 0,
  step?: number,
): PageOrder {
  return {
    start(first, context) {
      const isLast = lastOf(first, limit);
      let previous = '';
      return ({ items, reply }, args) => {
        if (isLast(items)) return { items };
        const text = JSON.stringify(items);
        if (text === previous) throw circle('every item', reply);
        previous = text;
        const before = valueAt(args, path);
        const number = (typeof before === 'number' ? before : lowest) + (step ?? items.length);
        const next = (): unknown => {
          if (number <= most) return withValueAt(args, path, number);
          // Stopping silently would look like the end of the list.
          const problem = `the next page starts at ${path} ${number} but the service allows at most ${most}: narrow the query`;
          throw new ChatInputError(problem, { ...context, argument: path });
        };
        return { items, next };
      };
    },
  };
}

function lastOf(args: unknown, path: string | undefined): (items: readonly unknown[]) => boolean {
  const limit = path === undefined ? undefined : valueAt(args, path);
  return ({ length }) => length === 0 || (typeof limit === 'number' && length < limit);
}

function circle(what: string, reply: ReplyContext): ChatResponseError {
  return new ChatResponseError(`${what} was repeated: the pages form a cycle`, reply);
}
