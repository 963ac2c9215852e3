import { ChatApiError } from './api-error.js';

/** Status 5xx: the fault is on the side of the service. */
export class ChatServerError extends ChatApiError {
  override get name(): string {
    return 'ChatServerError';
  }
}
