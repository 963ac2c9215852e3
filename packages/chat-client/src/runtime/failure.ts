import { decodeText, readBytes, systemCodeOf } from './bytes.js';
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
} from './errors/index.js';
import { readRateLimit, readRetryAfter } from './rate-limit.js';
import { excerpt, type Redact } from './redact.js';

/** More than any error reply needs; the rest is not read. */
const largestErrorBody = 64 * 1024;
/** An error's status matters more than the rest of its body; milliseconds. */
const errorBodyPatience = 1000;
const longestMessage = 300;

const classesByStatus: Readonly<Record<number, new (message: string, failure: ApiFailure) => ChatApiError>> = {
  400: ChatBadRequestError,
  401: ChatAuthenticationError,
  403: ChatPermissionError,
  404: ChatNotFoundError,
  409: ChatConflictError,
  413: ChatPayloadTooLargeError,
  429: ChatRateLimitError,
};

/** A reply with an error status as an error: its fields where they have the right type, its message cut short. */
export async function apiError(response: Response, context: ReplyContext, redact: Redact): Promise<ChatApiError> {
  const { headers } = response;
  const { status } = context;
  const { bytes } = await readBytes(response, largestErrorBody, errorBodyPatience);
  const body = parseObject(decodeText(bytes));
  const short = (text: string) => excerpt(text, redact, longestMessage);
  const code = body.code;
  const moreInfo = body.more_info;
  const failure: ApiFailure = {
    ...context,
    code: typeof code === 'string' ? short(code) : typeof code === 'number' ? code : undefined,
    details: isNumbers(body.details) ? body.details : undefined,
    exceptionFields: readMessages(body.exception_fields, redact),
    moreInfo: typeof moreInfo === 'string' && moreInfo !== '' ? short(moreInfo) : undefined,
    unrecoverable: body.unrecoverable === true,
    rateLimit: readRateLimit(headers),
    retryAfterMs: readRetryAfter(headers, Date.now()),
  };
  const message = short(messageOf(body) ?? (response.statusText || 'no message'));
  const ErrorClass = classesByStatus[status] ?? (status >= 500 ? ChatServerError : ChatApiError);
  return new ErrorClass(message, failure);
}

/** The message of the common shapes of error bodies, RFC 9457 among them. */
function messageOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const nested = typeof body.error === 'object' && body.error !== null ? Reflect.get(body.error, 'message') : undefined;
  const candidates = [body.message, body.error, nested, body.error_description, body.detail, body.title];
  return candidates.find((text): text is string => typeof text === 'string' && text !== '');
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

function readMessages(value: unknown, redact: Redact): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const messages: Record<string, string> = Object.create(null);
  for (const [name, message] of Object.entries(value)) {
    if (typeof message === 'string') messages[redact(name)] = redact(message);
  }
  return messages;
}

/** Whether a reply asks to go elsewhere; browsers hide everything else about it. */
export function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(response.status);
}

export function redirectError(response: Response, context: ReplyContext, redact: Redact): ChatRedirectError {
  response.body?.cancel().catch(() => undefined);
  const location = response.headers
    .get('location')
    ?.replace(/[?#].*$/, '')
    .replace(/\/\/[^/]*@/, '//');
  const shown = location === undefined ? undefined : excerpt(location, redact, longestMessage);
  return new ChatRedirectError(shown, context);
}

/** What `fetch` threw, without what it holds: the platform's message may name the whole address. */
export function connectionError(fault: unknown, context: ErrorContext, redact: Redact): ChatConnectionError {
  const systemCode = systemCodeOf(fault);
  const reason = systemCode ?? excerpt(innermostMessage(fault), redact, longestMessage).replace(/\?\S*/g, '?...');
  return new ChatConnectionError(`no reply: ${reason}`, { ...context, systemCode });
}

function innermostMessage(fault: unknown): string {
  let link = fault;
  let message = 'the connection failed';
  for (let depth = 0; depth < 5 && link instanceof Error; depth++) {
    if (link.message !== '') message = link.message;
    link = link.cause;
  }
  return message;
}
