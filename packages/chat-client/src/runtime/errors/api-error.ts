import { errorPrefix } from '../identity.js';
import type { RateLimit } from '../response/rate-limit.js';
import { ChatError } from './error.js';
import type { ReplyContext } from './response-error.js';

/** Details of an error response. Add-ons may declare more fields. */
export interface ApiFailure extends ReplyContext {
  /** The body: parsed if it is JSON, otherwise text. */
  readonly body?: unknown;
  readonly rateLimit?: RateLimit | undefined;
  /** Delay requested by the server before a retry, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** The API returned an error status. */
export class ChatApiError extends ChatError {
  declare readonly status: number;
  /** The body: parsed if it is JSON, otherwise text. Secrets in it are redacted. */
  declare readonly body: unknown;
  declare readonly headers: Headers | undefined;
  declare readonly requestId: string | undefined;
  declare readonly rateLimit: RateLimit | undefined;
  /** Delay requested by the server before a retry, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;

  constructor(message: string, failure: ApiFailure) {
    super(`${failure.status} ${message}`, failure);
  }

  override get name(): string {
    return `${errorPrefix}ApiError`;
  }
}

/** Status 400: the request is invalid. */
export class ChatBadRequestError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}BadRequestError`;
  }
}

/** Status 401: missing or invalid credentials. */
export class ChatAuthenticationError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}AuthenticationError`;
  }
}

/** Status 403: the credentials do not permit this operation. */
export class ChatPermissionError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}PermissionError`;
  }
}

/** Status 404: the resource does not exist. */
export class ChatNotFoundError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}NotFoundError`;
  }
}

/** Status 409: the request conflicts with the state of the resource. */
export class ChatConflictError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}ConflictError`;
  }
}

/** Status 413: the request body is too large. */
export class ChatPayloadTooLargeError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}PayloadTooLargeError`;
  }
}

/** Status 429: too many requests. See `retryAfterMs` and `rateLimit`. */
export class ChatRateLimitError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}RateLimitError`;
  }
}

/** Status 5xx: the service failed. */
export class ChatServerError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}ServerError`;
  }
}
