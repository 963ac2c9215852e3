import { ApiCall, type Exchange, type Reading } from './api-call.js';
import { coreOf, createCore, keepCore, optionOf, varyCore } from './core.js';
import { execute } from './delivery.js';
import { ChatInputError } from './errors/input-error.js';
import { ownOptions } from './known-options.js';
import type { Operation } from './operation.js';
import type { ClientOptions, RequestOptions } from './options.js';
import type { Service } from './service.js';

/** What generated clients extend. It has no members: no inherited name can clash with a method. */
export class ApiClient {
  /** @throws {ChatInputError} for an option that is out of its range. */
  constructor(service: Service, options: ClientOptions) {
    keepCore(this, createCore(service, options));
  }
}

/** Starts one call of an operation; whatever is wrong with it is told by the promise. */
export function call<T, ReplyHeaders = undefined>(
  client: ApiClient,
  operation: Operation,
  args?: unknown,
  options?: RequestOptions,
): ApiCall<T, ReplyHeaders> {
  return new ApiCall<T, ReplyHeaders>(starter<T>(client, operation, args, options));
}

/** What an operation takes beside the client. */
export type OperationParameters = [args?: unknown, options?: RequestOptions];

/** An operation as a function: it takes any client of the package first. */
export type OperationFunction<Parameters extends OperationParameters, Result, Errors = unknown> = ((
  client: ApiClient,
  ...parameters: Parameters
) => Result) & {
  readonly operation: Operation;
  /** Only a type: what the bodies of errors are, by status. */
  readonly errors?: Errors;
};

/** An operation as a function of its own, so that a bundler drops those that are not used. */
export function operation<Parameters extends OperationParameters, T, ReplyHeaders, Errors>(
  data: Operation,
): OperationFunction<Parameters, ApiCall<T, ReplyHeaders>, Errors> {
  const run = (client: ApiClient, args?: unknown, options?: RequestOptions) =>
    call<T, ReplyHeaders>(client, data, args, options);
  return Object.assign(run, { operation: data });
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

/** What an endpoint takes that the spec does not have. */
export interface RequestArguments {
  /** Scalars, dates, and arrays of them; an array is one pair for each item. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/**
 * Starts a call of an endpoint that the spec does not have, with the client's credentials, retries and limits. The reply is read as JSON.
 * @param path begins with `/`; its values are encoded already
 */
export function request<T>(
  client: ApiClient,
  method: string,
  path: string,
  args: RequestArguments | undefined,
  options: RequestOptions | undefined,
): ApiCall<T> {
  return new ApiCall<T>(async (reading) => {
    const { query, body } = ownOptions(args, ['query', 'body'], 'arguments.');
    if (typeof path !== 'string' || !/^\/[^?#{}\\\s]*$/.test(path)) {
      throw new ChatInputError('the path must begin with / and have no query, space or backslash', {
        argument: 'path',
      });
    }
    const values = Object.entries(query ?? {}).map(([name, value]) => [`query/${name}`, value] as const);
    const operation: Operation = {
      method: String(method).toUpperCase(),
      path,
      parameters: Object.keys(query ?? {}).map((name) => ({ name, in: 'query', argument: `query/${name}` })),
      body: { kind: 'json', argument: 'body' },
    };
    return execute(client, operation, { ...Object.fromEntries(values), body }, options ?? {}, reading);
  });
}
