import type { ChatServerClient, RequestOptions } from '@scope/chat-client/server';
import type { Answer, RawServer } from '../../templates/runtime/test/support/raw-server.js';

/** What the steps of a fault can use. */
export interface Stage {
  readonly server: RawServer;
  readonly client: ChatServerClient;
  /** The fault's options, with the signal of `controller`. */
  readonly options: RequestOptions;
  readonly controller: AbortController;
  /** Calls an operation by name, without type checks. */
  readonly call: (operation: string, args?: unknown, options?: RequestOptions) => Promise<unknown>;
  /** Adds a text that must not occur in errors. */
  readonly hide: (secret: string) => void;
}

/** One fault, and the expected behaviour of the client. */
export interface Fault {
  readonly name: string;
  /** The n-th request gets the n-th answer, or the last one. Default: a success. */
  readonly answers?: readonly Answer[];
  /** What the server does with a connection before it receives a request. */
  readonly onConnection?: Answer;
  readonly options?: RequestOptions;
  /** Instead of a `getPoll` with the fault's options. */
  readonly act?: (stage: Stage) => unknown;
  /** The error's class. Default: the call succeeds, `ok`. */
  readonly outcome?: string;
  /** The error's `code`; ignored if absent. */
  readonly code?: string | number;
  /** Fields that the error must have, or the data if the call succeeds. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Text that the error's message must contain. */
  readonly message?: string;
  /** How many requests reach the server. Default: 1. */
  readonly requests?: number;
  /** Milliseconds within which the call ends. Default: 2000. */
  readonly within?: number;
  /** Connections that may stay open for the next call. Default: none. */
  readonly kept?: number;
}

export const once: RequestOptions = { retry: { limit: 0 } };
/** For errors that are retried: the delays are jittered below 500 and 1,000 milliseconds. */
export const twiceMore = 3000;
