import { ChatApiError } from './api-error.js';

/** Status 401: no valid credentials. */
export class ChatAuthenticationError extends ChatApiError {
  override get name(): string {
    return 'ChatAuthenticationError';
  }
}
