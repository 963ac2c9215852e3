import { excerpt } from '../../../runtime/redact.js';

/** What this service's error bodies say beyond a message. A field is absent where the reply has none of the right type. */
export interface StreamErrorFields {
  /** The service's own code for the fault. */
  readonly code?: number | string | undefined;
  readonly details?: readonly number[] | undefined;
  /** Messages by field. */
  readonly exceptionFields?: Readonly<Record<string, string>> | undefined;
  /** The address of a page about this fault. */
  readonly moreInfo?: string | undefined;
  /** The service says that trying again is of no use. */
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
