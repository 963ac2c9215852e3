import { excerpt } from '../../../runtime/call/redact.js';
import { isObject } from '../../../runtime/known-options.js';

/** Fields of this service's error bodies. Fields of the wrong type are omitted. */
export interface StreamErrorFields {
  /** Error code of the service. */
  readonly code?: number | string | undefined;
  readonly details?: readonly number[] | undefined;
  /** Error messages by field of the request. */
  readonly exceptionFields?: Readonly<Record<string, string>> | undefined;
  /** URL of a page about the error. */
  readonly moreInfo?: string | undefined;
  /** Whether the service reports that a retry cannot succeed. */
  readonly unrecoverable?: boolean | undefined;
}

declare module '../../../runtime/errors/api-error.js' {
  interface ApiFailure extends StreamErrorFields {}
  interface ChatApiError extends StreamErrorFields {}
}

export function errorFields(body: Readonly<Record<string, unknown>>): StreamErrorFields {
  const { code, details, exception_fields: messages, more_info: moreInfo, unrecoverable } = body;
  const isMessages = isObject(messages) && !Array.isArray(messages);
  return {
    code: typeof code === 'number' ? code : shortened(code),
    details: Array.isArray(details) && details.every((item) => typeof item === 'number') ? details : undefined,
    exceptionFields: isMessages
      ? Object.fromEntries(Object.entries(messages).filter((entry) => typeof entry[1] === 'string'))
      : undefined,
    moreInfo: shortened(moreInfo) || undefined,
    unrecoverable: unrecoverable === true,
  };
}

function shortened(text: unknown): string | undefined {
  return typeof text === 'string' ? excerpt(text, (clean) => clean, 300) : undefined;
}
