import type { Logger } from './call/observe.js';
import { ChatInputError } from './errors/input-error.js';
import { isFunction, isObject, type Kind, type Kinds, readOptions } from './known-options.js';
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
  /**
   * Methods that are retried. Default: `['GET', 'HEAD']`. Requests rejected with 429, or not sent because no connection could be
   * opened, are retried for all methods.
   */
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

/** A header by its name in lower case. */
type HeaderMap = ReadonlyMap<string, readonly [name: string, value: string]>;

/** Options with all defaults applied. */
export interface Settings {
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly headers: HeaderMap;
  readonly retry: {
    readonly limit: number;
    /** In upper case. */
    readonly methods: readonly string[];
    readonly maxRetryAfter: number;
  };
  readonly maxResponseBytes: number;
}

/** Literals and calls marked as pure only: bundlers can drop them if they are not used. */
export const defaults: Settings = {
  timeout: 30_000,
  totalTimeout: Infinity,
  headers: /* @__PURE__ */ new Map(),
  retry: { limit: 2, methods: ['GET', 'HEAD'], maxRetryAfter: 30_000 },
  maxResponseBytes: 33_554_432,
};

export const anything: Kind = [() => true, ''];
export const atLeast = (least: number): Kind => [
  (value) => typeof value === 'number' && value >= least,
  `a number >= ${least}`,
];
export const listOf = (type: string): Kind => [
  (value) => Array.isArray(value ?? []) && [value ?? []].flat().every((item) => typeof item === type),
  `an array of ${type}s`,
];
/** `null` and `undefined` are the same. */
const optionalFunction: Kind = [(value) => isFunction(value ?? isFunction), 'a function'];

export const abortSignal: Kind = [(value) => !value || isFunction(Object(value).addEventListener), 'an AbortSignal'];

const callKinds = {
  timeout: /* @__PURE__ */ atLeast(1),
  totalTimeout: /* @__PURE__ */ atLeast(1),
  headers: [(value) => isObject(value) && !Array.isArray(value), 'Headers or an object of strings'],
  retry: anything,
  maxResponseBytes: /* @__PURE__ */ atLeast(0),
} satisfies Kinds;

/** The options of a call. */
export const requestKinds: Kinds = /* @__PURE__ */ Object.assign({ signal: abortSignal }, callKinds);

/** The options of a client, except its credentials. */
export const clientKinds: Kinds = /* @__PURE__ */ Object.assign(
  {
    baseUrl: anything,
    fetch: optionalFunction,
    ky: [(value) => !value || (isFunction(value) && isFunction(Object(value).extend)), 'a ky instance'],
    logger: [
      (value) => !value || ['debug', 'info', 'warn', 'error'].every((name) => isFunction(Object(value)[name])),
      'an object with the methods debug, info, warn and error, like console',
    ],
    logBodies: anything,
    hooks: anything,
    openFile: optionalFunction,
  } satisfies Kinds,
  callKinds,
);

export const hookKinds: Kinds = {
  beforeRequest: /* @__PURE__ */ listOf('function'),
  beforeRetry: /* @__PURE__ */ listOf('function'),
  afterResponse: /* @__PURE__ */ listOf('function'),
  beforeError: /* @__PURE__ */ listOf('function'),
};

const retryKinds: Kinds = {
  limit: /* @__PURE__ */ atLeast(0),
  methods: /* @__PURE__ */ listOf('string'),
  maxRetryAfter: /* @__PURE__ */ atLeast(0),
};

/**
 * Merges options over others.
 * @throws {ChatInputError} if `retry` or a header is invalid.
 */
export function resolveSettings(options: CallOptions, base: Settings = defaults): Settings {
  const { timeout = base.timeout, totalTimeout = base.totalTimeout, headers, retry } = options;
  const given = typeof retry === 'number' || retry === false ? { limit: Number(retry) } : retry;
  const own = readOptions<RetryOptions>(given, retryKinds, 'retry.');
  const { methods } = { ...base.retry, ...own };
  return {
    timeout,
    totalTimeout,
    headers: mergeHeaders(base.headers, headers),
    retry: { ...base.retry, ...own, methods: methods.map((method) => method.toUpperCase()) },
    maxResponseBytes: options.maxResponseBytes ?? base.maxResponseBytes,
  };
}

function mergeHeaders(base: HeaderMap, added: HeaderOptions = {}): HeaderMap {
  const merged = new Map(base);
  for (const [name, value] of isHeaders(added) ? entriesOf(added) : Object.entries(added)) {
    if (value === undefined) continue;
    checkHeader(name, value, name);
    merged.set(name.toLowerCase(), [name, value]);
  }
  return merged;
}

/** Other implementations of `Headers` have another class. */
function isHeaders(headers: HeaderOptions): headers is Headers {
  return isFunction(headers.forEach);
}

/** They may not be iterable either. */
export function entriesOf(
  headers: Pick<FetchResponse['headers'], 'forEach'>,
  change = (value: string): string => value,
): [name: string, value: string][] {
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([name, change(value)]);
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
  const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
  if (isName && typeof value === 'string' && !/[^\t -~\x80-\xff]/.test(value)) return;
  const problem = isName
    ? `the header ${name} must be a Latin-1 string without control characters`
    : 'a header name contains a character that HTTP does not allow';
  throw new ChatInputError(problem, { argument, ...context });
}
