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
  declare readonly status: number;
  declare readonly headers: Headers | undefined;
  declare readonly requestId: string | undefined;

  constructor(message: string, context: ReplyContext) {
    super(`status ${context.status}, ${message}`, context);
  }

  override get name(): string {
    return `${errorPrefix}ResponseError`;
  }
}

/** The server returned a redirect. Redirects are not followed: they would receive the credentials. */
export class ChatRedirectError extends ChatResponseError {
  override readonly code = 'redirect';
  /** The target without its query; absent if the platform hides it (browsers). */
  declare readonly location: string | undefined;

  constructor(location: string | undefined, context: ReplyContext) {
    const fields = { ...context, location };
    super(`redirect${location === undefined ? '' : ` to ${location}`} was not followed`, fields);
  }

  override get name(): string {
    return `${errorPrefix}RedirectError`;
  }
}
