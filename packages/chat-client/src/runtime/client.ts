import { ApiCall } from './call/api-call.js';
import { execute } from './call/delivery.js';
import { coreOf, createCore, keepCore, optionOf } from './core.js';
import { isPlainObject } from './encode/scalar.js';
import { ChatInputError } from './errors/input-error.js';
import { readOptions } from './known-options.js';
import type { Operation } from './operation.js';
import { anything, type ClientOptions, type RequestOptions } from './options.js';
import type { Service } from './service.js';

/** Base class of generated clients. It has no members, so that no inherited name can clash with a method. */
export class ApiClient {
  /** @throws {ChatInputError} if an option is unknown or invalid. */
  constructor(service: Service, options: ClientOptions) {
    keepCore(this, createCore(service, options));
  }
}

/** Starts a call of an operation. All errors reject the returned promise. */
export function call<T, ReplyHeaders = undefined>(
  client: ApiClient,
  operation: Operation,
  args?: unknown,
  options?: RequestOptions,
): ApiCall<T, ReplyHeaders> {
  return new ApiCall<T, ReplyHeaders>((reading) => execute(client, operation, args, options, reading));
}

/** The parameters of an operation after the client. */
export type OperationParameters = [args?: unknown, options?: RequestOptions];

/** An operation as a function. Its first parameter is any client of the package. */
export type OperationFunction<Parameters extends OperationParameters, Result, Errors = unknown> = ((
  client: ApiClient,
  ...parameters: Parameters
) => Result) & {
  readonly operation: Operation;
  /** Type only: the error bodies by status. */
  readonly errors?: Errors;
};

/** Creates an operation as a standalone function, so that bundlers drop unused operations. */
export function operation<Parameters extends OperationParameters, T, ReplyHeaders, Errors>(
  data: Operation,
): OperationFunction<Parameters, ApiCall<T, ReplyHeaders>, Errors> {
  const run = (client: ApiClient, args?: unknown, options?: RequestOptions) =>
    call<T, ReplyHeaders>(client, data, args, options);
  return Object.assign(run, { operation: data });
}

/** Returns an option that the client was created with, for add-ons. */
export function optionOfClient(client: ApiClient, option: string): unknown {
  return optionOf(coreOf(client), option);
}

/** Returns a client of the same class with some options replaced. */
export function withOptions<T extends ApiClient>(client: T, options: ClientOptions): T {
  const core = coreOf(client);
  const variant: T = Object.create(Object.getPrototypeOf(client), Object.getOwnPropertyDescriptors(client));
  keepCore(variant, createCore(core.service, options, core));
  return variant;
}

/** Arguments of a request to an endpoint that is not in the spec. */
export interface RequestArguments {
  /** Scalars, dates, and arrays of them. An array is sent as one pair per item. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/**
 * Calls an endpoint that is not in the spec, with the client's credentials, retries and limits. The response is parsed as JSON.
 * @param path begins with `/`; its values must already be percent-encoded
 */
export function request<T>(
  client: ApiClient,
  method: string,
  path: string,
  args: RequestArguments | undefined,
  options: RequestOptions | undefined,
): ApiCall<T> {
  return new ApiCall<T>(async (reading) => {
    const { query, body } = readOptions(
      args,
      { query: [(value) => isPlainObject(value ?? {}), 'an object'], body: anything },
      'arguments.',
    );
    if (typeof path !== 'string' || !/^\/[^?#{}\\\s]*$/.test(path)) {
      throw new ChatInputError('the path must start with / and not contain a query, spaces or backslashes', {
        argument: 'path',
      });
    }
    // Prefixed, so that no name is `body`.
    const values = Object.entries(query ?? {}).map(([name, value]) => [`query/${name}`, value] as const);
    const operation: Operation = {
      method: String(method).toUpperCase(),
      path,
      parameters: values.map(([argument]) => ({ name: argument.slice('query/'.length), in: 'query', argument })),
      body: { kind: 'json', argument: 'body' },
    };
    return execute(client, operation, { ...Object.fromEntries(values), body }, options, reading);
  });
}
