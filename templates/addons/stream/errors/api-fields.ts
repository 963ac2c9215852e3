import { excerpt } from '../../../runtime/call/redact.js';

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

const longestText = 300;

export function errorFields(body: Readonly<Record<string, unknown>>): StreamErrorFields {
  const { code, details, more_info: moreInfo } = body;
  return {
    code: typeof code === 'string' ? short(code) : typeof code === 'number' ? code : undefined,
    details: isNumbers(details) ? details : undefined,
    exceptionFields: readMessages(body.exception_fields),
    moreInfo: typeof moreInfo === 'string' && moreInfo !== '' ? short(moreInfo) : undefined,
    unrecoverable: body.unrecoverable === true,
  };
}

function short(text: string): string {
  return excerpt(text, (clean) => clean, longestText);
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

function readMessages(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const messages: Record<string, string> = Object.create(null);
  for (const [name, message] of Object.entries(value)) if (typeof message === 'string') messages[name] = message;
  return messages;
}
