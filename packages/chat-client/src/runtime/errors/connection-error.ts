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
    return 'ChatConnectionError';
  }
}
