import { errorPrefix } from '../identity.js';
import { ChatError } from './error.js';

/** A token could not be fetched, created or verified. */
export class ChatTokenError extends ChatError {
  readonly code = 'token';

  override get name(): string {
    return `${errorPrefix}TokenError`;
  }
}
