import { errorPrefix } from '../identity.js';
import { ChatError, type ErrorContext } from './error.js';

/** No HTTP response was received: connection refused, reset or unreachable, or not HTTP. */
export class ChatConnectionError extends ChatError {
  readonly code: 'connection' | 'timeout' = 'connection';
  /** System error code, such as `ECONNREFUSED`, if the platform provides one. */
  readonly systemCode: string | undefined;

  constructor(message: string, context: ErrorContext & { readonly systemCode?: string | undefined } = {}) {
    super(message, context);
    this.systemCode = context.systemCode;
  }

  override get name(): string {
    return `${errorPrefix}ConnectionError`;
  }
}

/** An attempt took longer than `timeout`, or the call longer than `totalTimeout`. */
export class ChatTimeoutError extends ChatConnectionError {
  override readonly code = 'timeout';
  /** The option whose limit was exceeded. */
  readonly limit: 'timeout' | 'totalTimeout';
  /** Its value in milliseconds. */
  readonly limitMs: number;

  constructor(limit: 'timeout' | 'totalTimeout', limitMs: number, context: ErrorContext = {}) {
    super(
      limit === 'timeout' ? `no complete response within ${limitMs} ms` : `not finished within ${limitMs} ms`,
      context,
    );
    this.limit = limit;
    this.limitMs = limitMs;
  }

  override get name(): string {
    return `${errorPrefix}TimeoutError`;
  }
}
