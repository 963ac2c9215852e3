import { ChatConnectionError } from './connection-error.js';
import type { ErrorContext } from './error.js';

/** A try took longer than `timeout`, or the call longer than `totalTimeout`. */
export class ChatTimeoutError extends ChatConnectionError {
  override readonly code = 'timeout';
  /** The option whose time ran out. */
  readonly limit: 'timeout' | 'totalTimeout';
  /** Its value in milliseconds. */
  readonly limitMs: number;

  constructor(limit: 'timeout' | 'totalTimeout', limitMs: number, context: ErrorContext = {}) {
    super(limit === 'timeout' ? `no whole reply within ${limitMs} ms` : `not done within ${limitMs} ms`, context);
    this.limit = limit;
    this.limitMs = limitMs;
  }

  override get name(): string {
    return 'ChatTimeoutError';
  }
}
