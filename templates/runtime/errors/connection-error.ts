import { errorPrefix } from '../identity.js';
import { ChatError, type ErrorContext } from './error.js';

/** No reply came: refused, reset, unreachable, or not HTTP. */
export class ChatConnectionError extends ChatError {
  readonly code: 'connection' | 'timeout' = 'connection';
  /** What the platform calls it, such as `ECONNREFUSED`, where it says so. */
  readonly systemCode: string | undefined;

  constructor(message: string, context: ErrorContext & { readonly systemCode?: string | undefined } = {}) {
    super(message, context);
    this.systemCode = context.systemCode;
  }

  override get name(): string {
    return `${errorPrefix}ConnectionError`;
  }
}

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
    return `${errorPrefix}TimeoutError`;
  }
}
