import { errorPrefix } from '../identity.js';
import type { RateLimit } from '../rate-limit.js';
import { ChatError } from './error.js';
import type { ReplyContext } from './response-error.js';

/** What the API said about a request that it refused; an add-on may declare more fields. */
export interface ApiFailure extends ReplyContext {
  /** The body: parsed where it is JSON, else its text. */
  readonly body?: unknown;
  readonly rateLimit?: RateLimit | undefined;
  /** How long the server asks to wait before another try, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** The API answered with an error status. */
export class ChatApiError extends ChatError {
  declare readonly status: number;
  /** The body: parsed where it is JSON, else its text. Secrets in it are replaced. */
  declare readonly body: unknown;
  declare readonly headers: Headers | undefined;
  declare readonly requestId: string | undefined;
  declare readonly rateLimit: RateLimit | undefined;
  /** How long the server asks to wait before another try, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;

  constructor(message: string, failure: ApiFailure) {
    super(`${failure.status} ${message}`, failure);
    const { cause: _, ...fields } = failure;
    Object.assign(this, fields);
  }

  override get name(): string {
    return `${errorPrefix}ApiError`;
  }
}

/** Status 400: the request breaks a rule of the API. */
export class ChatBadRequestError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}BadRequestError`;
  }
}

/** Status 401: no valid credentials. */
export class ChatAuthenticationError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}AuthenticationError`;
  }
}

/** Status 403: the credentials are valid but do not allow this. */
export class ChatPermissionError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}PermissionError`;
  }
}

/** Status 404: there is no such thing. */
export class ChatNotFoundError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}NotFoundError`;
  }
}

/** Status 409: it clashes with what is there. */
export class ChatConflictError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}ConflictError`;
  }
}

/** Status 413: the body is larger than the API takes. */
export class ChatPayloadTooLargeError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}PayloadTooLargeError`;
  }
}

/** Status 429: too many requests; `retryAfterMs` and `rateLimit` say when to come back. */
export class ChatRateLimitError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}RateLimitError`;
  }
}

/** Status 5xx: the fault is on the side of the service. */
export class ChatServerError extends ChatApiError {
  override get name(): string {
    return `${errorPrefix}ServerError`;
  }
}
