import { ChatInputError, type ErrorContext } from './errors/index.js';
import { ChatResponseError, type ReplyContext } from './errors/response-error.js';
import { valueAt, withValueAt } from './paths.js';

/**
 * How the pages of an operation follow each other. Paths are names joined by `/`, with `~1` for a slash in a name and `~0` for
 * a tilde (RFC 6901): into the reply for its items and its cursor, into the arguments for everything that is sent.
 */
export type PagePlan = { readonly items: string } & (
  | { readonly cursor: readonly [sent: string, replied: string] }
  | {
      /** Argument -> the field of the last item that it takes. */
      readonly keyset: Readonly<Record<string, string>>;
      readonly limit?: string;
    }
  | {
      readonly offset: string;
      readonly limit?: string;
      /** The largest offset that the service takes. */
      readonly most?: number;
    }
);

/** One page as it came. */
export interface Page {
  readonly data: unknown;
  readonly items: readonly unknown[];
  readonly reply: ReplyContext;
}

/** What a page gives to an iteration. */
export interface PageResult {
  readonly items: readonly unknown[];
  /** The arguments of the page after this one; absent for the last. */
  readonly next?: () => unknown;
}

/** Takes the pages of one iteration in turn, each with the arguments that it was asked for with. */
export type Pager = (page: Page, args: unknown) => PageResult;

export function pagerOf(plan: PagePlan, args: unknown, context: ErrorContext): Pager {
  if ('cursor' in plan) return byCursor(plan.cursor, args);
  const limit = plan.limit === undefined ? undefined : valueAt(args, plan.limit);
  const isLast = ({ items }: Page): boolean =>
    items.length === 0 || (typeof limit === 'number' && items.length < limit);
  return 'keyset' in plan ? byKeyset(plan.keyset, isLast) : byOffset(plan.offset, plan.most, isLast, context);
}

function byCursor([sent, replied]: readonly [string, string], first: unknown): Pager {
  const seen = new Set<unknown>([valueAt(first, sent)]);
  return ({ data, items, reply }, args) => {
    const cursor = valueAt(data, replied) ?? '';
    if (cursor === '') return { items };
    if (typeof cursor !== 'string' && typeof cursor !== 'number') {
      throw new ChatResponseError(`no cursor at ${replied}`, reply);
    }
    refuseRepeated(seen, cursor, `the cursor at ${replied}`, reply);
    return { items, next: () => withValueAt(args, sent, cursor) };
  };
}

/** The next page is what comes after the last item, as its fields say. */
function byKeyset(keyset: Readonly<Record<string, string>>, isLast: (page: Page) => boolean): Pager {
  const entries = Object.entries(keyset);
  const seen = new Set<unknown>();
  const keyOf = (item: unknown): string => JSON.stringify(entries.map(([, field]) => valueAt(item, field)));
  let last: string | undefined;
  return (page, args) => {
    // A date-time is sent to the millisecond: where the server knows it better, the item before comes once more.
    const begin = page.items.findIndex((item) => keyOf(item) !== last);
    const items = begin === -1 ? [] : page.items.slice(begin);
    if (isLast(page) || items.length === 0) return { items };
    const item = items.at(-1);
    const values = entries.map(([argument, field]) => [argument, valueAt(item, field) ?? undefined] as const);
    if (values.every(([, value]) => value === undefined)) {
      throw new ChatResponseError(`an item without ${entries.map(([, field]) => field).join(' and ')}`, page.reply);
    }
    last = keyOf(item);
    refuseRepeated(seen, last, 'the last item', page.reply);
    const next = () =>
      values.reduce<unknown>((sent, [argument, value]) => withValueAt(sent, argument, textOf(value)), args);
    return { items, next };
  };
}

function byOffset(
  path: string,
  most: number | undefined,
  isLast: (page: Page) => boolean,
  context: ErrorContext,
): Pager {
  return (page, args) => {
    const { items } = page;
    if (isLast(page)) return { items };
    const before = valueAt(args, path);
    const offset = (typeof before === 'number' ? before : 0) + items.length;
    const next = (): unknown => {
      if (most === undefined || offset <= most) return withValueAt(args, path, offset);
      // To end here in silence would pass for the end of the list.
      const problem = `the next page begins at ${path} ${offset} and the service goes to ${most}: narrow the query`;
      throw new ChatInputError(problem, { ...context, argument: path });
    };
    return { items, next };
  };
}

function refuseRepeated(seen: Set<unknown>, cursor: unknown, what: string, reply: ReplyContext): void {
  if (seen.has(cursor)) throw new ChatResponseError(`${what} came before: its pages go round in a circle`, reply);
  seen.add(cursor);
}

/** The argument that a date-time goes into is text: RFC 3339. */
function textOf(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
