import type { RateLimit } from '../rate-limit.js';
import { ChatError } from './error.js';
import type { ReplyContext } from './response-error.js';

/** What the API said about a request that it refused. A field is absent where the reply has none of the right type. */
export interface ApiFailure extends ReplyContext {
  /** The API's own code for the fault. */
  readonly code?: number | string | undefined;
  readonly details?: readonly number[] | undefined;
  /** Messages by field. */
  readonly exceptionFields?: Readonly<Record<string, string>> | undefined;
  /** The address of a page about this fault. */
  readonly moreInfo?: string | undefined;
  /** The API says that trying again is of no use. */
  readonly unrecoverable?: boolean | undefined;
  readonly rateLimit?: RateLimit | undefined;
  /** How long the server asks to wait before another try, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** The API answered with an error status. */
export class ChatApiError extends ChatError {
  readonly status: number;
  /** The API's own code for the fault. */
  readonly code: number | string | undefined;
  readonly details: readonly number[] | undefined;
  /** Messages by field. */
  readonly exceptionFields: Readonly<Record<string, string>> | undefined;
  /** The address of a page about this fault. */
  readonly moreInfo: string | undefined;
  /** The API says that trying again is of no use. */
  readonly unrecoverable: boolean;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  /** How long the server asks to wait before another try, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, failure: ApiFailure) {
    super(`${failure.status} ${message}`, failure);
    this.status = failure.status;
    this.code = failure.code;
    this.details = failure.details;
    this.exceptionFields = failure.exceptionFields;
    this.moreInfo = failure.moreInfo;
    this.unrecoverable = failure.unrecoverable ?? false;
    this.requestId = failure.requestId;
    this.rateLimit = failure.rateLimit;
    this.retryAfterMs = failure.retryAfterMs;
  }

  override get name(): string {
    return 'ChatApiError';
  }
}
