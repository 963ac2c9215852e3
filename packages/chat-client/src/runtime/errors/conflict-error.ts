import { ChatApiError } from './api-error.js';

/** Status 409: it clashes with what is there. */
export class ChatConflictError extends ChatApiError {
  override get name(): string {
    return 'ChatConflictError';
  }
}
