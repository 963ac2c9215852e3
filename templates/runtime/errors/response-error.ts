import { errorPrefix } from '../identity.js';
import { ChatError, type ErrorContext } from './error.js';

/** The response that caused an error. */
export interface ReplyContext extends ErrorContext {
  readonly status: number;
  readonly headers?: Headers | undefined;
  readonly requestId?: string | undefined;
}

/** The response can't be read: cut off, not JSON, too large, or invalid compression. */
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

/** The server returned a redirect. Redirects are not followed: they would receive the credentials. */
export class ChatRedirectError extends ChatResponseError {
  override readonly code = 'redirect';
  /** The target without its query; absent if the platform hides it (browsers). */
  readonly location: string | undefined;

  constructor(location: string | undefined, context: ReplyContext) {
    super(`redirect${location === undefined ? '' : ` to ${location}`} was not followed`, context);
    this.location = location;
  }

  override get name(): string {
    return `${errorPrefix}RedirectError`;
  }
}
