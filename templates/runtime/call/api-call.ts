import { ChatError } from '../errors/error.js';
import { ChatInputError } from '../errors/input-error.js';
import type { RateLimit } from '../response/rate-limit.js';
import { requestIdOf } from '../response/reply-context.js';
import type { Call } from './prepare.js';

/** The result of a successful call. */
export interface Exchange<T> {
  readonly data: T;
  readonly call: Call;
  readonly response: Response;
  /** Absent if a hook answered. */
  readonly request: Request | undefined;
  /** Whether the body is unread, for the caller to read. */
  readonly raw: boolean;
  /** Paged operations: the key fields of each item, before date decoding. */
  readonly keys: readonly (readonly unknown[])[] | undefined;
}

/** The data of a call with its response. */
export interface ResponseDetails<T, ReplyHeaders = undefined> {
  readonly data: T;
  /** The body is already consumed. */
  readonly response: Response;
  readonly rateLimit: RateLimit | undefined;
  readonly requestId: string | undefined;
  /** The response headers defined in the spec, by name. All headers are in `response.headers`. */
  readonly headers: ReplyHeaders;
}

/** Set before the response headers arrive: whether the caller wants the body unread. */
export interface Reading {
  raw: boolean;
}

/**
 * A promise whose `then`, `catch` and `finally` return a plain one. Bundlers drop a call marked as pure, but not all drop a class
 * with a symbol as the name of a member.
 */
const CallPromise: PromiseConstructor = /* @__PURE__ */ (() =>
  class<T> extends Promise<T> {
    static override get [Symbol.species](): PromiseConstructor {
      return Promise;
    }
  })();

/**
 * A running call: a promise of its data. The request is sent whether or not the promise is awaited; an unhandled error is
 * reported as one unhandled rejection.
 */
export class ApiCall<T, ReplyHeaders = undefined> extends CallPromise<T> {
  /**
   * The exchange, with its body unread if that is wanted. Without private members, clients of the ES module and of the CommonJS
   * build have the same type.
   * @internal
   */
  declare readonly exchange: (raw?: boolean) => Promise<Exchange<T>>;

  constructor(start: (reading: Reading) => Promise<Exchange<T>>) {
    const reading: Reading = { raw: false };
    const caller = callerFrames();
    const done = start(reading).catch((error: unknown) => {
      throw withCaller(error, caller);
    });
    super((resolve, reject) => {
      done.then(({ raw, data }) => (raw ? reject(bodyTaken()) : resolve(data)), reject);
    });
    const exchange = (raw = false) => {
      this.leaveErrors();
      reading.raw ||= raw;
      return done.then((all) => {
        if (all.raw === raw) return all;
        throw raw
          ? new ChatInputError('asResponse() was called after the body was read: call it at once')
          : bodyTaken();
      });
    };
    Object.defineProperty(this, 'exchange', { value: exchange });
  }

  /** Returns the data together with the response, its rate limit and the request id. */
  async withResponse(): Promise<ResponseDetails<T, ReplyHeaders>> {
    const { data, call, response, request } = await this.exchange();
    const { core, operation } = call;
    const rateLimit = core.service.rateLimit?.(response.headers);
    // Not validated, like the data.
    const headers = operation.codecs?.headers?.(response.headers, operation.headers ?? {}) as ReplyHeaders;
    return { data, response, rateLimit, requestId: requestIdOf(call, response, request), headers };
  }

  /**
   * Returns the response with its body unread, for streaming. Call it synchronously: `client.method().asResponse()`. Errors are
   * the same as for the call itself. Once the headers have arrived, `timeout` and `maxResponseBytes` no longer apply; `signal`
   * still does.
   */
  asResponse(): Promise<Response> {
    return this.exchange(true).then(({ response }) => response);
  }

  /**
   * Marks this promise's rejection as handled, because another promise reports the error.
   * @internal
   */
  leaveErrors(): void {
    this.catch(() => undefined);
  }
}

/** The caller's stack frames. They are only formatted when read. */
function callerFrames(): { readonly stack?: string } {
  const caller = {};
  Object(Error).captureStackTrace?.(caller, ApiCall);
  return caller;
}

/** Adds the caller's stack frames: platforms trace asynchronous stacks only through native promises. */
function withCaller(error: unknown, caller: { readonly stack?: string }): unknown {
  // All lines but the first.
  if (ChatError.is(error)) error.stack += String(caller.stack ?? '').replace(/.*/, '');
  return error;
}

function bodyTaken(): ChatInputError {
  return new ChatInputError('the body was left to asResponse(): read it there, or call again');
}
