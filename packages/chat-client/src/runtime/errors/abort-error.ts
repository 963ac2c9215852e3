import { errorPrefix } from '../identity.js';
import { ChatError } from './error.js';

/** The caller's `signal` ended the call. */
export class ChatAbortError extends ChatError {
  readonly code = 'abort';

  override get name(): string {
    return `${errorPrefix}AbortError`;
  }
}
