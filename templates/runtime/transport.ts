import ky from 'ky';
import type { EncodedBody } from './encode/body.js';

/** What hooks see of a call beside its request. */
export interface HookOptions {
  /** `path` is the path template of the operation. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** How many tries there were before this one. */
export interface HookState {
  readonly retryCount: number;
}

/**
 * ky's hooks. What they may return is what ky says: `beforeRequest` a `Request` or a `Response`, `afterResponse` a `Response` or
 * `ky.retry()`, `beforeRetry` a `Request`, a `Response` or `ky.stop`, `beforeError` the error.
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

/** An instance of ky. Its own types are those of an ECMAScript module, which the declarations for CommonJS cannot mention. */
export interface KyInstance {
  (url: string, options?: object): PromiseLike<Response>;
  extend(options: object): unknown;
}

/** When ky makes another try. */
export interface KyRetry {
  readonly limit?: number;
  readonly methods?: readonly string[];
  readonly statusCodes?: readonly number[];
  /** Those whose `Retry-After` counts. */
  readonly afterStatusCodes?: readonly number[];
  readonly maxRetryAfter?: number;
  readonly delay?: (attempts: number) => number;
  readonly backoffLimit?: number;
  readonly jitter?: boolean | ((delay: number) => number);
  /** `true` for another try after the back-off, `undefined` for what the status and the headers of the reply say. */
  readonly shouldRetry?: (
    state: HookState & { readonly error: Error },
  ) => boolean | undefined | Promise<boolean | undefined>;
}

/** The options of ky that the client uses, and those that it looks for in a user's instance. */
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
  readonly throwHttpErrors?: (status: number) => boolean;
  readonly onDownloadProgress?: unknown;
}

/** ky by the types of this module. */
const kyItself: KyInstance = ky;

/**
 * Sends a request with ky, or a user's own instance of it, which makes as many tries as `options.retry` allows.
 * @returns `undefined` when a hook ended the call with `ky.stop`.
 */
export async function transmit(
  instance: KyInstance | undefined,
  url: string,
  options: KyOptions,
): Promise<Response | undefined> {
  return (instance ?? kyItself)(url, options);
}

/** The options that a user's instance was extended with. */
export function optionsOf(instance: KyInstance): KyOptions {
  let options: KyOptions = {};
  instance.extend((defaults: KyOptions) => {
    options = defaults;
    return {};
  });
  return options;
}

/** Whether an error is that of ky's own timeout. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError' && 'request' in error;
}

/** The reply in an error of ky's, by its shape: a hook may change its name, and an instance may come from another copy of ky. */
export function replyIn(error: unknown): Response | undefined {
  if (!(error instanceof Error && 'response' in error && 'request' in error)) return undefined;
  return typeof Object(error.response).status === 'number' ? (error.response as Response) : undefined;
}
