import * as client from '../../client.js';
import { basic } from '../../encode/basic.js';
import * as explanations from '../../explain.js';
import type { Operation } from '../../operation.js';
import type { ClientOptions, RequestOptions } from '../../options.js';
import * as paging from '../../pages/pages.js';
import { decodeDates } from '../../response/decode.js';
import type { Service } from '../../service.js';
import { allCodecs } from './all-codecs.js';

export { optionOfClient, withOptions } from '../../client.js';

/** A client of any service. */
export class ApiClient extends client.ApiClient {
  /** @throws {ChatInputError} for an option that is out of its range. */
  constructor(service: Service, options: ClientOptions) {
    super({ basic, ...service }, options);
  }
}

/** Every operation gets all codecs, unless it has its own. */
function bound<T extends Operation>(operation: T): T {
  return { codecs: allCodecs, decodeDates, ...operation };
}

export function call<T, ReplyHeaders = undefined>(
  caller: client.ApiClient,
  operation: Operation,
  args?: unknown,
  options?: RequestOptions,
) {
  return client.call<T, ReplyHeaders>(caller, bound(operation), args, options);
}

export function pagedCall<Reply, Item>(
  caller: client.ApiClient,
  operation: paging.PagedOperation,
  args?: unknown,
  options?: RequestOptions,
) {
  const run = paging.pagedOperation<client.OperationParameters, Reply, Item, undefined, unknown>(bound(operation));
  return run(caller, args, options);
}

export function explain(caller: client.ApiClient, operation: Operation, args?: unknown, options?: RequestOptions) {
  return explanations.explain(caller, client.operation(bound(operation)), args, options);
}
