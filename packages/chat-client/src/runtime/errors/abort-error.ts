import { errorPrefix } from '../identity.js';
import { ChatError } from './error.js';

/** The call was aborted by the caller's `signal`. */
export class ChatAbortError extends ChatError {
  readonly code = 'abort';

  override get name(): string {
    return `${errorPrefix}AbortError`;
  }
}
