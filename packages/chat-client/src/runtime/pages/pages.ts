import { ApiCall, type Exchange, type Reading } from '../call/api-call.js';
import { execute } from '../call/delivery.js';
import { type ApiClient, call, type OperationFunction, type OperationParameters } from '../client.js';
import { ChatInputError } from '../errors/input-error.js';
import { ChatResponseError, type ReplyContext } from '../errors/response-error.js';
import type { Operation } from '../operation.js';
import type { RequestOptions } from '../options.js';
import { requestIdOf } from '../response/reply-context.js';
import type { PagePlan } from './page-order.js';
import { copyPlain, valueAt } from './paths.js';

/** An operation that returns one page of several. */
export interface PagedOperation extends Operation {
  readonly pages: PagePlan;
}

/** Each page with its items. */
type Pages<Reply> = AsyncGenerator<readonly [data: Reply, items: readonly unknown[]], void, undefined>;

/**
 * A call whose response is the first of several pages. Awaiting it returns that page; iterating it yields the items of all pages
 * and fetches each page when it is needed. Every iteration starts with the page fetched by the call itself.
 */
export class PagedCall<Reply, Item, ReplyHeaders = undefined>
  extends ApiCall<Reply, ReplyHeaders>
  implements AsyncIterable<Item>
{
  /** @internal */
  declare readonly walk: () => Pages<Reply>;

  constructor(
    start: (reading: Reading) => Promise<Exchange<Reply>>,
    walk: (first: Pick<ApiCall<Reply>, 'exchange'>) => Pages<Reply>,
  ) {
    super(start);
    Object.defineProperty(this, 'walk', { value: () => walk(this) });
  }

  /**
   * Yields the items of all pages, in the server's order.
   * @throws {ChatResponseError} if the server repeats a cursor or the items are not an array.
   */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    this.leaveErrors();
    return itemsOf(this.walk());
  }

  /** Yields the pages. Throws the same errors as iterating the items. */
  pages(): AsyncGenerator<Reply, void, undefined> {
    this.leaveErrors();
    return repliesOf(this.walk());
  }

  /**
   * Returns the items of all pages, or the first `limit` items; pages after that are not fetched.
   * @throws {ChatInputError} if `limit` is not a number >= 0. Also throws the errors of the iteration.
   */
  async toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]> {
    this.leaveErrors();
    const limit = options?.limit ?? Number.POSITIVE_INFINITY;
    if (typeof limit !== 'number' || !(limit >= 0)) {
      throw new ChatInputError('the option limit must be a number >= 0', { argument: 'limit' });
    }
    const items: Item[] = [];
    if (limit > 0) {
      for await (const item of itemsOf<Item>(this.walk())) if (items.push(item) >= limit) break;
    }
    return items;
  }
}

async function* itemsOf<Item>(pages: Pages<unknown>): AsyncGenerator<Item, void, undefined> {
  for await (const [, items] of pages) {
    // Not validated, like any response.
    for (const item of items) yield item as Item;
  }
}

async function* repliesOf<Reply>(pages: Pages<Reply>): AsyncGenerator<Reply, void, undefined> {
  for await (const [data] of pages) yield data;
}

/**
 * Follows the pages, from the first one.
 * @param more requests another page
 */
async function* walk<Reply>(
  first: Pick<ApiCall<Reply>, 'exchange'>,
  { method, path, pages }: PagedOperation,
  args: unknown,
  more: (args: unknown) => ApiCall<Reply>,
): Pages<Reply> {
  const pager = pages.order.start(args, { method, path });
  for (let request = first; ; request = more(args)) {
    const { data, call, response, request: sent, keys = [] } = await request.exchange();
    const requestId = requestIdOf(call, response, sent);
    const reply: ReplyContext = { method, path, status: response.status, requestId };
    const { perMillisecond } = call.core.service;
    const page = { data, items: listAt(data, pages.items, reply), keys, reply, perMillisecond };
    const { items, next } = pager(page, args);
    yield [data, items];
    if (next === undefined) return;
    args = next();
  }
}

/** Creates a paged operation as a function. All pages use the same options. */
export function pagedOperation<Parameters extends OperationParameters, Reply, Item, ReplyHeaders, Errors>(
  operation: PagedOperation,
): OperationFunction<Parameters, PagedCall<Reply, Item, ReplyHeaders>, Errors> {
  const run = (client: ApiClient, args?: unknown, options?: RequestOptions) => {
    const kept = { ...options };
    // Later pages use the arguments as they were at the call.
    const first = snapshot(args);
    return new PagedCall<Reply, Item, ReplyHeaders>(
      (reading) => execute(client, operation, args, kept, reading),
      (page) => walk(page, operation, first, (next) => call(client, operation, next, kept)),
    );
  };
  return Object.assign(run, { operation });
}

/** Unreadable arguments fail the call itself, so the iteration does not need them. */
function snapshot(args: unknown): unknown {
  try {
    return copyPlain(args);
  } catch {
    // A getter of the caller may throw anything; data that is too deep throws a `RangeError`.
    return undefined;
  }
}

function listAt(data: unknown, path: string, reply: ReplyContext): readonly unknown[] {
  // Some services return `null` for an empty list, or omit it.
  const items = valueAt(data, path) ?? [];
  if (!Array.isArray(items)) throw new ChatResponseError(`no array of items${path && ` at ${path}`}`, reply);
  return items;
}
