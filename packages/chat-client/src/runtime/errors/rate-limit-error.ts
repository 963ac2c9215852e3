import { ChatApiError } from './api-error.js';

/** Status 429: too many requests; `retryAfterMs` and `rateLimit` say when to come back. */
export class ChatRateLimitError extends ChatApiError {
  override get name(): string {
    return 'ChatRateLimitError';
  }
}
