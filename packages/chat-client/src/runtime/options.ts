import { ChatInputError } from './errors/input-error.js';
import { ownOptions } from './known-options.js';
import type { Logger } from './observe.js';
import type { Hooks, KyInstance } from './transport.js';

/** A secret as text, or a function that fetches it. Its signal aborts when no call waits for it any longer. */
export type CredentialValue = string | ((context: { readonly signal: AbortSignal }) => string | Promise<string>);

/** User name and password (RFC 7617). */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

export type HeaderOptions = Headers | Readonly<Record<string, string | undefined>>;

/** When a failed try is made again. */
export interface RetryOptions {
  /** How many more tries after the first; 2 by default, 0 for none. */
  readonly limit?: number | undefined;
  /** The methods that are tried again, `['GET', 'HEAD']` by default. A call refused with 429 is, whatever its method. */
  readonly methods?: readonly string[] | undefined;
  /** The longest wait that a server may ask for, in milliseconds; 30,000 by default. Beyond it the call fails at once. */
  readonly maxRetryAfter?: number | undefined;
}

/**
 * Takes an address and the settings of a `RequestInit`. They have no type of their own, so that they can be handed to any
 * implementation of `fetch`, whose types differ.
 */
// biome-ignore lint/suspicious/noExplicitAny: a RequestInit of the DOM, of Node and of undici are not assignable to each other
export type FetchFunction = (url: string, init: any) => PromiseLike<FetchResponse>;

/** What the client needs of a reply, whatever implementation it comes from. */
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

/** How calls are made: what a client is given for all of its calls, and a call for itself. */
export interface CallOptions {
  /** Milliseconds that one try may take, its body included; 30,000 by default, `Infinity` for no bound. */
  readonly timeout?: number | undefined;
  /** Milliseconds that the whole call may take: every try, every wait, every body. No bound by default. */
  readonly totalTimeout?: number | undefined;
  /** Added to the client's headers; a name given here wins. */
  readonly headers?: HeaderOptions | undefined;
  /** How many more tries, `false` for none, or settings that are laid over the client's, key by key. */
  readonly retry?: RetryOptions | number | false | undefined;
  /** The largest reply that is read, in bytes after decompression; 32 MiB by default. */
  readonly maxResponseBytes?: number | undefined;
}

/** What one call may have of its own. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, whatever it is waiting for. */
  readonly signal?: AbortSignal | undefined;
}

/** What every client takes; a generated client adds its credentials. */
export interface ClientOptions extends CallOptions {
  /** Where the service is; the description's first server by default. */
  readonly baseUrl?: string | undefined;
  /** Used in place of the global `fetch`: that of another package, one that goes through a proxy, or a stand-in for tests. */
  readonly fetch?: FetchFunction | undefined;
  /** Gets a record of what is sent, received, tried again and failed. */
  readonly logger?: Logger | undefined;
  /** Puts the text that is sent into the log, too. */
  readonly logBodies?: boolean | undefined;
  /** ky's hooks, with its signatures. What they see contains the credentials. What they throw is the `cause` of the call's error. */
  readonly hooks?: Hooks | undefined;
  /** An instance of ky, such as `ky.extend({ hooks, fetch, retry, headers })`: what is set there applies, unless an option of the client says otherwise. */
  readonly ky?: KyInstance | undefined;
  /** Opens the file of a `{ path }` upload; without it such uploads are refused. The server client has one. */
  readonly openFile?: ((path: string) => Promise<Blob>) | undefined;
}

/** Options with every default filled in: nothing after this asks what is missing. */
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
/** What a call takes. */
export const requestOptionNames: readonly string[] = [...callOptions, 'signal'];
/** What a client takes, but for its credentials. */
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

/** @throws {ChatInputError} naming the option that is out of its range. */
export function resolveSettings(options: CallOptions, base: Settings = defaults): Settings {
  const retry = retryOptions(options.retry);
  const methods: unknown = retry.methods;
  if (methods !== undefined && !(Array.isArray(methods) && methods.every((method) => typeof method === 'string'))) {
    throw new ChatInputError('the option retry.methods must be a list of methods', { argument: 'retry.methods' });
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
    throw new ChatInputError(`the option ${argument} must be a number, at least ${least}`, { argument });
  }
  return value;
}

function mergeHeaders(base: Settings['headers'], added: HeaderOptions): Settings['headers'] {
  if (typeof added !== 'object' || added === null || Array.isArray(added)) {
    throw new ChatInputError('the option headers must be Headers or an object of texts', { argument: 'headers' });
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
  // Another implementation's headers have another class; without `DOM.Iterable` they are not iterable.
  if (typeof headers.forEach !== 'function') return Object.entries(headers);
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([name, value]);
  });
  return entries;
}

/**
 * A field name and value that `fetch` takes (RFC 9110, section 5.5). Checked here because what the platform throws holds the value.
 * @throws {ChatInputError} naming the argument, not its value.
 */
export function checkHeader(
  name: string,
  value: unknown,
  argument: string,
  context: object = {},
): asserts value is string {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    throw new ChatInputError('a header name holds a character that HTTP does not allow', { argument, ...context });
  }
  if (typeof value !== 'string' || /[\0\r\n]|[^\0-\xff]/.test(value)) {
    throw new ChatInputError(`the header ${name} must be text without line breaks, in Latin-1`, {
      argument,
      ...context,
    });
  }
}
