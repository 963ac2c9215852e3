import { ChatInputError, type ErrorContext } from './errors/index.js';
import { ChatResponseError, type ReplyContext } from './errors/response-error.js';
import { valueAt, withValueAt } from './paths.js';

/**
 * How the pages of an operation follow each other. Paths are names joined by `/`, with `~1` for a slash in a name and `~0` for
 * a tilde (RFC 6901): into the reply for its items and its cursor, into the arguments for everything that is sent.
 */
export interface PagePlan {
  readonly items: string;
  readonly order: PageOrder;
}

export interface PageOrder {
  /** Begins one iteration. */
  readonly start: (args: unknown, context: ErrorContext) => Pager;
  /** What is kept of each item of a reply before its dates are decoded. */
  readonly keysOf?: (reply: unknown, items: string) => readonly (readonly unknown[])[];
}

/** One page as it came. */
export interface Page {
  readonly data: unknown;
  readonly items: readonly unknown[];
  /** By item, where the order asks for keys. */
  readonly keys: readonly (readonly unknown[])[];
  readonly reply: ReplyContext;
  /** A date-time that came as a number, as text for an argument. */
  readonly dateText: ((value: number) => string) | undefined;
}

/** What a page gives to an iteration. */
export interface PageResult {
  readonly items: readonly unknown[];
  /** The arguments of the page after this one; absent for the last. */
  readonly next?: () => unknown;
}

/** Takes the pages of one iteration in turn, each with the arguments that it was asked for with. */
export type Pager = (page: Page, args: unknown) => PageResult;

/** The reply names the page after it. */
export function byCursor(sent: string, replied: string): PageOrder {
  return {
    start(first) {
      const seen = new Set<unknown>([valueAt(first, sent)]);
      return ({ data, items, reply }, args) => {
        const cursor = valueAt(data, replied) ?? '';
        if (cursor === '') return { items };
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

/**
 * The next page is what comes after the last item, as its fields say. They are sent as they came, not as a `Date`, which would round
 * them.
 * @param keyset argument -> the field of the last item that it takes
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
      return ({ items, keys, reply, dateText }, args) => {
        const texts = keys.map((key) => JSON.stringify(key));
        // A server that rounds its date-times sends the last items of a page again.
        const fresh = items.filter((_, index) => !before.has(texts[index] ?? ''));
        if (isLast(items)) return { items: fresh };
        const key = keys.at(-1) ?? [];
        if (key.every((value) => value === undefined)) {
          throw new ChatResponseError(`an item without ${entries.map(([, field]) => field).join(' and ')}`, reply);
        }
        if (fresh.length === 0) {
          // The end of the list once more, unless it is as much as before.
          if (items.length === 1 || items.length < before.size) return { items: fresh };
          throw circle('every item', reply);
        }
        before = new Set(texts);
        const decoded = keyOf(items.at(-1));
        const next = () =>
          entries.reduce((sent, [argument], index) => {
            const value = key[index];
            const isDate = decoded[index] instanceof Date && typeof value === 'number' && dateText;
            return withValueAt(sent, argument, isDate ? isDate(value) : value);
          }, args);
        return { items: fresh, next };
      };
    },
  };
}

/**
 * The next page begins behind the items that there were.
 * @param most the largest offset that the service takes
 */
export function byOffset(path: string, limit?: string, most: number = Number.POSITIVE_INFINITY): PageOrder {
  return {
    start(first, context) {
      const isLast = lastOf(first, limit);
      return ({ items }, args) => {
        if (isLast(items)) return { items };
        const before = valueAt(args, path);
        const offset = (typeof before === 'number' ? before : 0) + items.length;
        const next = (): unknown => {
          if (offset <= most) return withValueAt(args, path, offset);
          // To end here in silence would pass for the end of the list.
          const problem = `the next page begins at ${path} ${offset} and the service goes to ${most}: narrow the query`;
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
  return new ChatResponseError(`${what} came before: its pages go round in a circle`, reply);
}
