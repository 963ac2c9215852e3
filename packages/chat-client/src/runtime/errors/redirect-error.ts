import { ChatResponseError, type ReplyContext } from './response-error.js';

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
    return 'ChatRedirectError';
  }
}
