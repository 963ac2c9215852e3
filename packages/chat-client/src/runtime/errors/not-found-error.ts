import { ChatApiError } from './api-error.js';

/** Status 404: there is no such thing. */
export class ChatNotFoundError extends ChatApiError {
  override get name(): string {
    return 'ChatNotFoundError';
  }
}
