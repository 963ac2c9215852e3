import type { ChatServerClient, RequestOptions } from '@scope/chat-client/server';
import type { Answer, RawServer } from '../../templates/runtime/test/raw-server.js';

/** What a fault's own steps may use. */
export interface Stage {
  readonly server: RawServer;
  readonly client: ChatServerClient;
  /** Those of the fault, with the signal of `controller`. */
  readonly options: RequestOptions;
  readonly controller: AbortController;
  /** Calls an operation by its name, whatever its types say. */
  readonly call: (operation: string, args?: unknown, options?: RequestOptions) => Promise<unknown>;
  /** Adds a text that no error may show. */
  readonly hide: (secret: string) => void;
}

/** One thing that goes wrong, and what the client is to make of it. */
export interface Fault {
  readonly name: string;
  /** The n-th request gets the n-th answer, or the last. */
  readonly answers?: readonly Answer[];
  /** What the server does with a connection before any request came. */
  readonly onConnection?: Answer;
  readonly options?: RequestOptions;
  /** In place of a `getPoll` with the fault's options. */
  readonly act?: (stage: Stage) => unknown;
  /** The error's class, or `ok`. */
  readonly outcome: string;
  /** The error's `code`; ignored if absent. */
  readonly code?: string | number;
  /** Fields that the error must have, or the data where the call succeeds. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** What the error's message must hold. */
  readonly message?: string;
  /** How many requests reach the server. */
  readonly requests: number;
  /** Milliseconds within which the call ends; 2,000 by default. */
  readonly within?: number;
  /** Connections that may stay open for the next call; none by default. */
  readonly kept?: number;
}

export const once: RequestOptions = { retry: { limit: 0 } };
/** For errors that are retried: the waits are jittered below 500 and 1,000 milliseconds. */
export const twiceMore = 3000;
