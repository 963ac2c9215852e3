export { ChatAbortError } from './abort-error.js';
export {
  type ApiFailure,
  ChatApiError,
  ChatAuthenticationError,
  ChatBadRequestError,
  ChatConflictError,
  ChatNotFoundError,
  ChatPayloadTooLargeError,
  ChatPermissionError,
  ChatRateLimitError,
  ChatServerError,
} from './api-error.js';
export { ChatConnectionError, ChatTimeoutError } from './connection-error.js';
export { ChatError, type ErrorContext } from './error.js';
export { ChatInputError } from './input-error.js';
export { ChatRedirectError, ChatResponseError, type ReplyContext } from './response-error.js';
export { ChatTokenError } from './token-error.js';
