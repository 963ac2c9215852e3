import { ChatApiError } from './api-error.js';

/** Status 413: the body is larger than the API takes. */
export class ChatPayloadTooLargeError extends ChatApiError {
  override get name(): string {
    return 'ChatPayloadTooLargeError';
  }
}
