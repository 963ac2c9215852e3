import type { Logger } from './call/observe.js';
import { ChatInputError } from './errors/input-error.js';
import { ownOptions } from './known-options.js';
import type { Hooks, KyInstance } from './transport.js';

/** A secret, or a function that fetches it. Its signal aborts when no call is waiting for it. */
export type CredentialValue = string | ((context: { readonly signal: AbortSignal }) => string | Promise<string>);

/** User name and password (RFC 7617). */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

export type HeaderOptions = Headers | Readonly<Record<string, string | undefined>>;

/** When failed requests are retried. */
export interface RetryOptions {
  /** Maximum number of retries. Default: 2. */
  readonly limit?: number | undefined;
  /** Methods that are retried. Default: `['GET', 'HEAD']`. Requests rejected with 429 are retried for all methods. */
  readonly methods?: readonly string[] | undefined;
  /** The longest delay that a server may request, in milliseconds. A longer one fails the call at once. Default: 30000. */
  readonly maxRetryAfter?: number | undefined;
}

/** A function with the signature of `fetch`. `init` is untyped so that any implementation of `fetch` can be used. */
// biome-ignore lint/suspicious/noExplicitAny: a RequestInit of the DOM, of Node and of undici are not assignable to each other
export type FetchFunction = (url: string, init: any) => PromiseLike<FetchResponse>;

/** The parts of a response that the client uses. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void): void;
  };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Options of a client for all calls, or of a single call. */
export interface CallOptions {
  /** Time limit of one attempt including reading the body, in milliseconds. `Infinity` for none. Default: 30000. */
  readonly timeout?: number | undefined;
  /** Time limit of the whole call including retries and delays, in milliseconds. Default: none. */
  readonly totalTimeout?: number | undefined;
  /** Headers added to each request. They override the client's headers of the same name. */
  readonly headers?: HeaderOptions | undefined;
  /** Maximum number of retries, `false` for none, or settings merged with the client's. */
  readonly retry?: RetryOptions | number | false | undefined;
  /** Maximum size of a response in bytes after decompression. Default: 32 MiB. */
  readonly maxResponseBytes?: number | undefined;
}

/** Options of a single call. */
export interface RequestOptions extends CallOptions {
  /** Aborts the call, including waits and retries. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of every client; generated clients add their credentials. */
export interface ClientOptions extends CallOptions {
  /** Base URL of the API. Default: the first server in the spec. */
  readonly baseUrl?: string | undefined;
  /** Used instead of the global `fetch`, such as a mock or a `fetch` with a proxy. */
  readonly fetch?: FetchFunction | undefined;
  /** Receives a record for each request, response, retry and failed call. */
  readonly logger?: Logger | undefined;
  /** Whether to log text request bodies. Default: `false`. */
  readonly logBodies?: boolean | undefined;
  /**
   * Hooks of ky, with its signatures. Requests contain the credentials. Errors thrown by a hook become the `cause` of the call's
   * error.
   */
  readonly hooks?: Hooks | undefined;
  /**
   * A ky instance, such as `ky.extend({ hooks, fetch, retry, headers })`. Options of the client override those of the instance.
   */
  readonly ky?: KyInstance | undefined;
  /** Opens the file of a `{ path }` upload. Such uploads are rejected without it. Preset in the server client. */
  readonly openFile?: ((path: string) => Promise<Blob>) | undefined;
}

/** Options with all defaults applied. */
export interface Settings {
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly retry: {
    readonly limit: number;
    readonly methods: readonly string[];
    readonly maxRetryAfter: number;
  };
  readonly maxResponseBytes: number;
}

export const defaults: Settings = {
  timeout: 30_000,
  totalTimeout: Number.POSITIVE_INFINITY,
  headers: [],
  retry: { limit: 2, methods: ['GET', 'HEAD'], maxRetryAfter: 30_000 },
  maxResponseBytes: 32 * 1024 * 1024,
};

const callOptions = ['timeout', 'totalTimeout', 'headers', 'retry', 'maxResponseBytes'] as const;
/** Names of the options of a call. */
export const requestOptionNames: readonly string[] = [...callOptions, 'signal'];
/** Names of the options of a client, except its credentials. */
export const clientOptionNames: readonly string[] = [
  ...callOptions,
  'baseUrl',
  'fetch',
  'ky',
  'logger',
  'logBodies',
  'hooks',
  'openFile',
];

function retryOptions(retry: CallOptions['retry']): RetryOptions {
  if (typeof retry === 'number') return { limit: retry };
  if (retry === false) return { limit: 0 };
  return ownOptions(retry ?? undefined, ['limit', 'methods', 'maxRetryAfter'], 'retry.');
}

/** @throws {ChatInputError} if an option is invalid. */
export function resolveSettings(options: CallOptions, base: Settings = defaults): Settings {
  const retry = retryOptions(options.retry);
  const methods: unknown = retry.methods;
  if (methods !== undefined && !(Array.isArray(methods) && methods.every((method) => typeof method === 'string'))) {
    throw new ChatInputError('the option retry.methods must be an array of strings', { argument: 'retry.methods' });
  }
  return {
    timeout: atLeast(1, options.timeout, base.timeout, 'timeout'),
    totalTimeout: atLeast(1, options.totalTimeout, base.totalTimeout, 'totalTimeout'),
    headers: options.headers === undefined ? base.headers : mergeHeaders(base.headers, options.headers),
    retry: {
      limit: atLeast(0, retry.limit, base.retry.limit, 'retry.limit'),
      methods: retry.methods?.map((method) => method.toUpperCase()) ?? base.retry.methods,
      maxRetryAfter: atLeast(0, retry.maxRetryAfter, base.retry.maxRetryAfter, 'retry.maxRetryAfter'),
    },
    maxResponseBytes: atLeast(0, options.maxResponseBytes, base.maxResponseBytes, 'maxResponseBytes'),
  };
}

function atLeast(least: number, value: number | undefined, otherwise: number, argument: string): number {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !(value >= least)) {
    throw new ChatInputError(`the option ${argument} must be a number >= ${least}`, { argument });
  }
  return value;
}

function mergeHeaders(base: Settings['headers'], added: HeaderOptions): Settings['headers'] {
  if (typeof added !== 'object' || added === null || Array.isArray(added)) {
    throw new ChatInputError('the option headers must be Headers or an object of strings', { argument: 'headers' });
  }
  const merged = new Map(base.map((entry) => [entry[0].toLowerCase(), entry] as const));
  for (const [name, value] of headerEntries(added)) {
    if (value === undefined) continue;
    checkHeader(name, value, name);
    merged.set(name.toLowerCase(), [name, value]);
  }
  return [...merged.values()];
}

function headerEntries(headers: HeaderOptions): [string, string | undefined][] {
  // Other implementations of `Headers` have another class, and may not be iterable.
  if (typeof headers.forEach !== 'function') return Object.entries(headers);
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([name, value]);
  });
  return entries;
}

/**
 * Validates a header (RFC 9110, section 5.5). Checked here because errors of the platform contain the value.
 * @throws {ChatInputError} with the name of the argument, without its value.
 */
export function checkHeader(
  name: string,
  value: unknown,
  argument: string,
  context: object = {},
): asserts value is string {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    throw new ChatInputError('a header name contains a character that HTTP does not allow', { argument, ...context });
  }
  if (typeof value !== 'string' || /[\0\r\n]|[^\0-\xff]/.test(value)) {
    throw new ChatInputError(`the header ${name} must be a Latin-1 string without line breaks`, {
      argument,
      ...context,
    });
  }
}
