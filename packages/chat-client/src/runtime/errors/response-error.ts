import { ChatError, type ErrorContext } from './error.js';

/** What an error says about the reply that caused it. */
export interface ReplyContext extends ErrorContext {
  readonly status: number;
  readonly requestId?: string | undefined;
}

/** A reply came that can't be read: cut off, not JSON, too large, or badly compressed. */
export class ChatResponseError extends ChatError {
  readonly code: 'response' | 'redirect' = 'response';
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(message: string, context: ReplyContext) {
    super(`status ${context.status}, ${message}`, context);
    this.status = context.status;
    this.requestId = context.requestId;
  }

  override get name(): string {
    return 'ChatResponseError';
  }
}
