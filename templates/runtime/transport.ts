import ky from 'ky';
import type { EncodedBody } from './encode/body.js';

/** The options that hooks receive. */
export interface HookOptions {
  /** `path` is the path template of the operation. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** Number of retries before this attempt. */
export interface HookState {
  readonly retryCount: number;
}

/**
 * Hooks of ky. Return values are those of ky: `beforeRequest` a `Request` or `Response`, `afterResponse` a `Response` or
 * `ky.retry()`, `beforeRetry` a `Request`, `Response` or `ky.stop`, `beforeError` the error.
 */
export interface Hooks {
  readonly beforeRequest?: readonly ((request: Request, options: HookOptions, state: HookState) => unknown)[];
  readonly afterResponse?: readonly ((
    request: Request,
    options: HookOptions,
    response: Response,
    state: HookState,
  ) => unknown)[];
  readonly beforeRetry?: readonly ((
    retry: HookState & { readonly request: Request; readonly options: HookOptions; readonly error: Error },
  ) => unknown)[];
  readonly beforeError?: readonly ((
    error: Error & { readonly request: Request; readonly response: Response },
    state: HookState,
  ) => unknown)[];
}

/**
 * The client's hooks, each limited by `timeout`: they run between the attempts.
 * @param run runs work within the time limit
 */
export function boundHooks(hooks: Hooks, run: (work: () => Promise<unknown>) => Promise<unknown>): Hooks {
  const bind =
    (hook: (...parameters: never) => unknown) =>
    (...parameters: unknown[]) =>
      run(async () => Reflect.apply(hook, undefined, parameters));
  return Object.fromEntries(Object.entries(hooks).map(([name, list]) => [name, (list ?? []).map(bind)]));
}

/** An instance of ky. ky's own types are ESM only and cannot be used in the declarations for CommonJS. */
export interface KyInstance {
  (url: string, options?: object): PromiseLike<Response>;
  extend(options: object): unknown;
}

/** Retry options of ky. */
export interface KyRetry {
  readonly limit?: number;
  readonly methods?: readonly string[];
  readonly statusCodes?: readonly number[];
  /** Statuses whose `Retry-After` is respected. */
  readonly afterStatusCodes?: readonly number[];
  readonly maxRetryAfter?: number;
  readonly delay?: (attempts: number) => number;
  readonly backoffLimit?: number;
  readonly jitter?: boolean | ((delay: number) => number);
  /** `true` to retry after the back-off, `undefined` to decide by status and headers of the response. */
  readonly shouldRetry?: (
    state: HookState & { readonly error: Error },
  ) => boolean | undefined | Promise<boolean | undefined>;
}

/** Options of ky that the client sets, or reads from a user's instance. */
export interface KyOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: EncodedBody['content'];
  readonly signal?: AbortSignal;
  readonly redirect?: 'manual';
  readonly timeout?: number | false;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly hooks?: Hooks;
  readonly fetch?: (request: Request, init?: RequestInit) => Promise<Response>;
  readonly retry?: number | KyRetry;
  readonly prefixUrl?: unknown;
  readonly searchParams?: unknown;
  readonly json?: unknown;
  readonly parseJson?: unknown;
  readonly stringifyJson?: unknown;
  readonly throwHttpErrors?: (status: number) => boolean;
  readonly onDownloadProgress?: unknown;
}

/**
 * Sends a request with ky, or a user's instance, with the retries of `options.retry`.
 * @returns `undefined` if a hook stopped the call with `ky.stop`.
 */
export function transmit(
  url: string,
  options: KyOptions,
  instance: KyInstance = ky,
): PromiseLike<Response | undefined> {
  return instance(url, options);
}

/** Returns the options that a user's instance was extended with. */
export function optionsOf(instance: KyInstance): KyOptions {
  let options: KyOptions = {};
  instance.extend((defaults: KyOptions) => {
    options = defaults;
    return {};
  });
  return options;
}

/**
 * Returns the response of a ky error, or `timeout`. Detected by its properties: a hook may change the name, and an instance may
 * come from another copy of ky.
 */
export function replyIn(error: unknown): Response | 'timeout' | undefined {
  const { request, response, name } = Object(error);
  if (!(error instanceof Error && request)) return undefined;
  if (typeof response?.status === 'number') return response;
  return name === 'TimeoutError' ? 'timeout' : undefined;
}
