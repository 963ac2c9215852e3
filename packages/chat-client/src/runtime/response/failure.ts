import type { Call } from '../call/prepare.js';
import { chainOf, excerpt, type Redact, safeCause } from '../call/redact.js';
import {
  type ApiFailure,
  ChatApiError,
  ChatAuthenticationError,
  ChatBadRequestError,
  ChatConflictError,
  ChatConnectionError,
  ChatNotFoundError,
  ChatPayloadTooLargeError,
  ChatPermissionError,
  ChatRateLimitError,
  ChatRedirectError,
  ChatServerError,
  type ErrorContext,
  type ReplyContext,
} from '../errors/index.js';
import { isObject } from '../known-options.js';
import { decodeText, type ReadBody, readBytes, systemCodeOf } from './bytes.js';
import { readRetryAfter } from './rate-limit.js';

const longestMessage = 300;

/** Reads an error body within limits: the status is more useful than the rest of a large or slow body. */
export function readErrorBody(response: Response): Promise<ReadBody> {
  return readBytes(response, 64 * 1024, 1000);
}

const classesByStatus: Readonly<Record<number, new (message: string, failure: ApiFailure) => ChatApiError>> = {
  400: ChatBadRequestError,
  401: ChatAuthenticationError,
  403: ChatPermissionError,
  404: ChatNotFoundError,
  409: ChatConflictError,
  413: ChatPayloadTooLargeError,
  429: ChatRateLimitError,
};

/** Creates the error of a response with an error status, with a shortened message and the error fields of the service. */
export function apiError(
  { headers, statusText }: Response,
  { bytes }: ReadBody,
  context: ReplyContext,
  { core: { service }, operation, redact }: Pick<Call, 'core' | 'operation' | 'redact'>,
): ChatApiError {
  const { status } = context;
  const { statusDates = {}, decodeDates } = operation;
  const text = decodeText(bytes);
  const parsed = parseBody(text, redact);
  const dates = statusDates[status] ?? statusDates[`${String(status)[0]}XX`] ?? statusDates.default;
  const body = dates && decodeDates ? decodeDates(parsed, dates, service.milliseconds) : parsed;
  const fields = isObject(body) ? { ...body } : {};
  const rateLimit = service.rateLimit?.(headers);
  const retryAfterMs = readRetryAfter(headers, status, rateLimit?.reset, Date.now());
  const failure: ApiFailure = { ...context, body, rateLimit, retryAfterMs, ...service.errorFields?.(fields) };
  // Markup is not a message.
  const other = /^\s*(<|$)/.test(text) ? statusText || 'no message' : text;
  const message = excerpt(messageOf(fields) ?? other, redact, longestMessage);
  const ErrorClass = classesByStatus[status] ?? (status >= 500 ? ChatServerError : ChatApiError);
  return new ErrorClass(message, failure);
}

/** The message in common shapes of error bodies, including RFC 9457. */
function messageOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const { message, error, error_description, detail, title, errors } = body;
  const [first]: readonly unknown[] = [detail, errors].find(Array.isArray) ?? [];
  const inner = Object(first);
  return [
    message,
    error,
    Object(error).message,
    error_description,
    detail,
    title,
    inner.msg,
    inner.message,
    inner.detail,
  ].find((text): text is string => typeof text === 'string' && text !== '');
}

/** Parses JSON or text with the sent secrets redacted; `undefined` if empty. */
function parseBody(text: string, redact: Redact): unknown {
  const clean = redact(text);
  try {
    // Again after parsing, for secrets written with escapes, in values and names.
    const body: unknown = JSON.parse(clean, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value));
    const text = JSON.stringify(body);
    return redact(text) === text ? body : redact(text);
  } catch {
    return clean || undefined;
  }
}

/** Whether a response is a redirect; browsers hide everything else about it. */
export function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(response.status);
}

export function redirectError(response: Response, context: ReplyContext, redact: Redact): ChatRedirectError {
  response.body?.cancel?.().catch(() => undefined);
  const location = response.headers
    .get('location')
    ?.replace(/[?#].*$/, '')
    .replace(/\/\/[^/]*@/, '//');
  const shown = location === undefined ? undefined : excerpt(location, redact, longestMessage);
  return new ChatRedirectError(shown, context);
}

/** Creates the error for what `fetch` threw. The platform's error is not set as `cause`: its message may contain the URL. */
export function connectionError(
  fault: unknown,
  context: ErrorContext,
  redact: Redact,
  isOfCaller: boolean,
): ChatConnectionError {
  const systemCode = systemCodeOf(fault);
  const reason = systemCode ?? excerpt(innermostMessage(fault), redact, longestMessage).replace(/\?\S*/g, '?...');
  return new ChatConnectionError(`no response: ${reason}`, {
    ...context,
    systemCode,
    cause: isOfCaller ? safeCause(fault, redact) : undefined,
  });
}

/** Whether `fetch` failed because of `redirect: 'error'`. */
export function isRedirectFault(fault: unknown): boolean {
  return /redirect/i.test(innermostMessage(fault));
}

function innermostMessage(fault: unknown): string {
  const messages = chainOf(fault).flatMap((link) => (link instanceof Error && link.message) || []);
  return messages.at(-1) ?? 'the connection failed';
}
