import { errorPrefix } from '../identity.js';
import { ChatError, type ErrorContext } from './error.js';

/** What an error says about the reply that caused it. */
export interface ReplyContext extends ErrorContext {
  readonly status: number;
  readonly headers?: Headers | undefined;
  readonly requestId?: string | undefined;
}

/** A reply came that can't be read: cut off, not JSON, too large, or badly compressed. */
export class ChatResponseError extends ChatError {
  readonly code: 'response' | 'redirect' = 'response';
  readonly status: number;
  readonly headers: Headers | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, context: ReplyContext) {
    super(`status ${context.status}, ${message}`, context);
    this.status = context.status;
    this.headers = context.headers;
    this.requestId = context.requestId;
  }

  override get name(): string {
    return `${errorPrefix}ResponseError`;
  }
}

/** The server answered with a redirect. It is not followed: the credentials would go with it. */
export class ChatRedirectError extends ChatResponseError {
  override readonly code = 'redirect';
  /** Where to, without the query; absent where the platform hides it (browsers). */
  readonly location: string | undefined;

  constructor(location: string | undefined, context: ReplyContext) {
    super(`a redirect${location === undefined ? '' : ` to ${location}`}, which is not followed`, context);
    this.location = location;
  }

  override get name(): string {
    return `${errorPrefix}RedirectError`;
  }
}
