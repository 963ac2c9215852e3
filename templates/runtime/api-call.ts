import { ChatError } from './errors/error.js';
import { ChatInputError } from './errors/input-error.js';
import type { RateLimit } from './rate-limit.js';

/** What came back from a call that succeeded. */
export interface Exchange<T> {
  readonly data: T;
  readonly response: Response;
  readonly requestId: () => string | undefined;
  readonly rateLimit: () => RateLimit | undefined;
  readonly headers: () => unknown;
  /** The body was left unread, for the caller. */
  readonly raw: boolean;
  /** What a paged operation keeps of each item before its dates are decoded. */
  readonly keys?: readonly (readonly unknown[])[] | undefined;
  readonly dateText?: ((value: number) => string) | undefined;
}

/** A call's data, and the reply that it came with. */
export interface ResponseDetails<T, ReplyHeaders = undefined> {
  readonly data: T;
  /** Its body is already read. */
  readonly response: Response;
  readonly rateLimit: RateLimit | undefined;
  readonly requestId: string | undefined;
  /** The headers that the spec describes, by their names; all of them are in `response.headers`. */
  readonly headers: ReplyHeaders;
}

/** Says, when the reply's headers have come, whether the caller wants its body unread. */
export interface Reading {
  raw: boolean;
}

/**
 * A call under way: a promise of its data. The request goes out whether it is awaited or not, and an error that nobody handles is an
 * unhandled rejection, once, as with any promise.
 */
export class ApiCall<T, ReplyHeaders = undefined> extends Promise<T> {
  readonly #exchange: Promise<Exchange<T>>;
  readonly #reading: Reading;

  constructor(start: (reading: Reading) => Promise<Exchange<T>>) {
    const reading: Reading = { raw: false };
    const caller = callerFrames();
    const exchange = start(reading).catch((error: unknown) => {
      throw withCaller(error, caller);
    });
    super((resolve, reject) => {
      exchange.then((done) => (done.raw ? reject(bodyTaken()) : resolve(done.data)), reject);
    });
    this.#exchange = exchange;
    this.#reading = reading;
  }

  /** What `then`, `catch` and `finally` give is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** The data together with the response, its rate limit and the request's id. */
  async withResponse(): Promise<ResponseDetails<T, ReplyHeaders>> {
    const { data, response, requestId, rateLimit, headers } = await this.exchange();
    // Like the data, they are trusted to be what the spec says.
    return { data, response, rateLimit: rateLimit(), requestId: requestId(), headers: headers() as ReplyHeaders };
  }

  /** @internal */
  exchange(): Promise<Exchange<T>> {
    this.leaveErrors();
    return this.#exchange.then((done) => {
      if (done.raw) throw bodyTaken();
      return done;
    });
  }

  /**
   * The response with its body unread, for streaming: to be asked for synchronously, as `client.method().asResponse()`. Errors are thrown as they
   * are otherwise. From the headers on, reading is the caller's: `timeout` and `maxResponseBytes` end there, `signal` goes on.
   */
  asResponse(): Promise<Response> {
    this.leaveErrors();
    this.#reading.raw = true;
    return this.#exchange.then(({ response, raw }) => {
      if (!raw) throw new ChatInputError('asResponse() came too late, the body is read: call it at once');
      return response;
    });
  }

  /**
   * Another promise reports the error: this one must not be an unhandled rejection as well.
   * @internal
   */
  leaveErrors(): void {
    this.catch(() => undefined);
  }
}

/** Where the call was made. The frames are written as text only when they are read. */
function callerFrames(): { readonly stack?: string } {
  const caller = {};
  const capture: unknown = Reflect.get(Error, 'captureStackTrace');
  if (typeof capture === 'function') capture(caller, ApiCall);
  return caller;
}

/** A promise of another class is not followed by the platform's asynchronous stacks: the caller's lines are added. */
function withCaller(error: unknown, caller: { readonly stack?: string }): unknown {
  const frames = caller.stack?.split('\n').slice(1).join('\n');
  if (!ChatError.is(error) || frames === undefined) return error;
  const stack = `${error.stack}\n${frames}`;
  return Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
}

function bodyTaken(): ChatInputError {
  return new ChatInputError('the body was left to asResponse(): read it there, or call again');
}
