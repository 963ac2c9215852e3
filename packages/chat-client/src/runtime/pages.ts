import { ApiCall, type Exchange, type Reading } from './api-call.js';
import { type ApiClient, call, type OperationFunction, type OperationParameters, starter } from './client.js';
import { ChatInputError } from './errors/input-error.js';
import { ChatResponseError, type ReplyContext } from './errors/response-error.js';
import type { Operation } from './operation.js';
import type { RequestOptions } from './options.js';
import type { PagePlan } from './page-order.js';
import { copyPlain, valueAt } from './paths.js';

/** An operation that replies one page of several. */
export interface PagedOperation extends Operation {
  readonly pages: PagePlan;
}

/**
 * A call whose reply is the first of several pages. Awaited, it gives that page; iterated, the items of all pages, each page being
 * asked for when the items before it are used up. Every iteration begins with the page that the call itself fetches.
 */
export class PagedCall<Reply, Item, ReplyHeaders = undefined>
  extends ApiCall<Reply, ReplyHeaders>
  implements AsyncIterable<Item>
{
  readonly #operation: PagedOperation;
  readonly #args: unknown;
  readonly #more: (args: unknown) => ApiCall<Reply>;

  constructor(
    operation: PagedOperation,
    args: unknown,
    start: (reading: Reading) => Promise<Exchange<Reply>>,
    more: (args: unknown) => ApiCall<Reply>,
  ) {
    super(start);
    this.#operation = operation;
    // Later pages are asked for with what the arguments were at the call.
    this.#args = args;
    this.#more = more;
  }

  /**
   * The items of all pages, in the server's order.
   * @throws {ChatResponseError} for a server that gives a cursor again, or no list where the items should be.
   */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    this.leaveErrors();
    return this.#items();
  }

  /** The replies themselves, one a page. Errors are those of the items. */
  pages(): AsyncGenerator<Reply, void, undefined> {
    this.leaveErrors();
    return this.#replies();
  }

  /**
   * The items of all pages, or the first `limit` of them; pages beyond are not asked for.
   * @throws {ChatInputError} for a limit that is not a number of items; and what the iteration throws.
   */
  async toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]> {
    this.leaveErrors();
    const limit = options?.limit ?? Number.POSITIVE_INFINITY;
    if (typeof limit !== 'number' || !(limit >= 0)) {
      throw new ChatInputError('the option limit must be a number of items', { argument: 'limit' });
    }
    const items: Item[] = [];
    if (limit > 0) {
      for await (const item of this.#items()) if (items.push(item) >= limit) break;
    }
    return items;
  }

  async *#items(): AsyncGenerator<Item, void, undefined> {
    for await (const [, items] of this.#walk()) {
      // The reply is trusted to hold what the spec says, as that of any call is.
      for (const item of items) yield item as Item;
    }
  }

  async *#replies(): AsyncGenerator<Reply, void, undefined> {
    for await (const [data] of this.#walk()) yield data;
  }

  async *#walk(): AsyncGenerator<readonly [data: Reply, items: readonly unknown[]], void, undefined> {
    const { method, path, pages } = this.#operation;
    let args = this.#args;
    const pager = pages.order.start(args, { method, path });
    for (let request: Pick<ApiCall<Reply>, 'exchange'> = this; ; request = this.#more(args)) {
      const { data, response, requestId, keys = [], dateText } = await request.exchange();
      const reply: ReplyContext = { method, path, status: response.status, requestId: requestId() };
      const { items, next } = pager({ data, items: itemsOf(data, pages.items, reply), keys, reply, dateText }, args);
      yield [data, items];
      if (next === undefined) return;
      args = next();
    }
  }
}

/** Starts the call for the first page; every page is asked for with the same options. */
export function pagedCall<Reply, Item, ReplyHeaders = undefined>(
  client: ApiClient,
  operation: PagedOperation,
  args?: unknown,
  options?: RequestOptions,
): PagedCall<Reply, Item, ReplyHeaders> {
  const kept = { ...options };
  const more = (next: unknown) => call<Reply>(client, operation, next, kept);
  return new PagedCall<Reply, Item, ReplyHeaders>(
    operation,
    snapshot(args),
    starter<Reply>(client, operation, args, kept),
    more,
  );
}

/** An operation whose replies are pages, as a function. */
export function pagedOperation<Parameters extends OperationParameters, Reply, Item, ReplyHeaders, Errors>(
  operation: PagedOperation,
): OperationFunction<Parameters, PagedCall<Reply, Item, ReplyHeaders>, Errors> {
  const run = (client: ApiClient, args?: unknown, options?: RequestOptions) =>
    pagedCall<Reply, Item, ReplyHeaders>(client, operation, args, options);
  return Object.assign(run, { operation });
}

/** Arguments that cannot be read fail the call itself: its iteration never comes to need them. */
function snapshot(args: unknown): unknown {
  try {
    return copyPlain(args);
  } catch {
    // A getter of the caller may throw anything; data that is too deep throws a `RangeError`.
    return undefined;
  }
}

function itemsOf(data: unknown, path: string, reply: ReplyContext): readonly unknown[] {
  // Services write an empty list as null, too, or leave it out.
  const items = valueAt(data, path) ?? [];
  if (!Array.isArray(items)) throw new ChatResponseError(`no list of items at ${path}`, reply);
  return items;
}
