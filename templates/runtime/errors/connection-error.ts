import { errorPrefix } from '../identity.js';
import { ChatError, type ErrorContext } from './error.js';

/** No HTTP response was received: connection refused, reset or unreachable, or not HTTP. */
export class ChatConnectionError extends ChatError {
  readonly code: 'connection' | 'timeout' = 'connection';
  /** System error code, such as `ECONNREFUSED`, if the platform provides one. */
  declare readonly systemCode: string | undefined;

  constructor(message: string, context: ErrorContext & { readonly systemCode?: string | undefined } = {}) {
    super(message, context);
  }

  override get name(): string {
    return `${errorPrefix}ConnectionError`;
  }
}

/** An attempt took longer than `timeout`, or the call longer than `totalTimeout`. */
export class ChatTimeoutError extends ChatConnectionError {
  override readonly code = 'timeout';
  /** The option whose limit was exceeded. */
  declare readonly limit: 'timeout' | 'totalTimeout';
  /** Its value in milliseconds. */
  declare readonly limitMs: number;

  constructor(limit: 'timeout' | 'totalTimeout', limitMs: number, context: ErrorContext = {}) {
    const fields = { ...context, limit, limitMs };
    super(`${limit === 'timeout' ? 'no complete response' : 'not finished'} within ${limitMs} ms`, fields);
  }

  override get name(): string {
    return `${errorPrefix}TimeoutError`;
  }
}
