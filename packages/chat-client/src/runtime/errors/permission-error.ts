import { ChatApiError } from './api-error.js';

/** Status 403: the credentials are valid but do not allow this. */
export class ChatPermissionError extends ChatApiError {
  override get name(): string {
    return 'ChatPermissionError';
  }
}
