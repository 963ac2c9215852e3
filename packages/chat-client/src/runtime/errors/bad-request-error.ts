import { ChatApiError } from './api-error.js';

/** Status 400: the request breaks a rule of the API. */
export class ChatBadRequestError extends ChatApiError {
  override get name(): string {
    return 'ChatBadRequestError';
  }
}
