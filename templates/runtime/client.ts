import { ApiCall, type Exchange, type Reading } from './api-call.js';
import { coreOf, createCore, keepCore, optionOf, varyCore } from './core.js';
import { execute } from './delivery.js';
import { type Explanation, explainCall } from './explain.js';
import type { Operation } from './operation.js';
import type { ClientOptions, RequestOptions } from './options.js';
import type { Service } from './service.js';

/** What generated clients extend; what their description needs is in `service.codecs`. It has no members: all that they do goes through the functions of this module. */
export class ApiClient {
  /** @throws {ChatInputError} for an option that is out of its range. */
  constructor(service: Service, options: ClientOptions) {
    keepCore(this, createCore(service, options));
  }
}

/** Starts one call of an operation; whatever is wrong with it is told by the promise. */
export function call<T>(client: ApiClient, operation: Operation, args?: unknown, options?: RequestOptions): ApiCall<T> {
  return new ApiCall<T>(starter<T>(client, operation, args, options));
}

/** What a call does when it is made. */
export function starter<T>(
  client: ApiClient,
  operation: Operation,
  args: unknown,
  options: RequestOptions | undefined,
): (reading: Reading) => Promise<Exchange<T>> {
  return (reading) => execute(client, operation, args, options ?? {}, reading);
}

/** One of the options that a client was made with: what an add-on keeps with it. */
export function optionOfClient(client: ApiClient, option: string): unknown {
  return optionOf(coreOf(client), option);
}

/** A client of the same class with some options replaced. */
export function withOptions<T extends ApiClient>(client: T, options: ClientOptions): T {
  const core = varyCore(coreOf(client), options);
  const variant: T = Object.create(Object.getPrototypeOf(client), Object.getOwnPropertyDescriptors(client));
  keepCore(variant, core);
  return variant;
}

/** The request that a call would send, with its credentials left out, and as a curl command. Nothing is sent. */
export async function explain(
  client: ApiClient,
  operation: Operation,
  args?: unknown,
  options?: RequestOptions,
): Promise<Explanation> {
  return explainCall(coreOf(client), operation, args, options ?? {});
}
