import type { Exchange, Reading } from './api-call.js';
import { type Core, serverOf } from './core.js';
import { type Authorization, authorize } from './credentials.js';
import type { EncodedBody } from './encode/body.js';
import { ChatConnectionError, type ErrorContext, type ReplyContext } from './errors/index.js';
import { apiError, connectionError, isRedirect, redirectError } from './failure.js';
import { type Hooks, log, type TryDetails } from './observe.js';
import { isJson, type Operation } from './operation.js';
import type { Settings } from './options.js';
import { isSecretHeader, type Redact } from './redact.js';
import { readReply } from './reply.js';
import type { RequestParts } from './request.js';

/** One call, ready to be sent as often as it takes. */
export interface Call {
  readonly core: Core;
  readonly operation: Operation;
  readonly settings: Settings;
  readonly parts: RequestParts;
  readonly body: EncodedBody | undefined;
  readonly context: ErrorContext;
  readonly reading: Reading;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** Notes a secret, so that `redact` knows it. */
  readonly remember: (secret: string) => void;
  readonly redact: Redact;
}

/** A request as `fetch` takes it. */
export interface WireRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: EncodedBody['content'] | undefined;
  /** The credentials in it, by option. */
  readonly sent: Authorization['sent'];
}

/** The request of one try: credentials and the service's own headers are made anew. */
export async function buildRequest(call: Call, signal?: AbortSignal): Promise<WireRequest> {
  const { core, operation, parts, body } = call;
  const authorization = await authorize(call, signal);
  const query = [...authorization.query, ...parts.query].join('&');
  const address = serverOf(core, operation.server) + parts.path;
  return {
    url: query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`,
    method: operation.method,
    headers: requestHeaders(call, authorization),
    body: body?.content,
    sent: authorization.sent,
  };
}

/** Later ones win: the kind of reply, the service's own, credentials, arguments, the caller's options. */
function requestHeaders(call: Call, authorization: Authorization): Record<string, string> {
  const { core, operation, parts, body, settings } = call;
  const cookies = [...authorization.cookies, ...parts.cookies];
  const headers: Record<string, string> = {
    Accept: isJson(operation.reply) ? 'application/json' : '*/*',
    ...(body?.mediaType !== undefined && { 'Content-Type': body.mediaType }),
    ...(cookies.length > 0 && { Cookie: cookies.join('; ') }),
    ...core.service.headers?.({ credentials: authorization.sent }),
    ...Object.fromEntries(authorization.headers),
  };
  for (const [name, value] of settings.headers) if (isSecretHeader(name)) call.remember(value);
  for (const [name, value] of [...parts.headers, ...settings.headers]) setHeader(headers, name, value);
  return headers;
}

/** Names are the same in whatever case; `__proto__` is one like any other. */
function setHeader(headers: Record<string, string>, name: string, value: string): void {
  const lower = name.toLowerCase();
  for (const known in headers) if (known.toLowerCase() === lower) Reflect.deleteProperty(headers, known);
  Object.defineProperty(headers, name, { value, enumerable: true, configurable: true, writable: true });
}

/** One try, as far as it has come. */
export interface Try {
  /** From 1. */
  readonly number: number;
  /** Milliseconds, as `performance.now()` counts them. */
  readonly begun: number;
  /** The credentials that it carries, by option. */
  sent?: Authorization['sent'];
  /** What hooks are given, where there are hooks. */
  details?: TryDetails;
}

/** One request and its reply. Every way to fail is one of our errors. */
export async function attempt<T>(call: Call, current: Try, signal: AbortSignal): Promise<Exchange<T>> {
  const { core, context, redact } = call;
  const { logger, hooks } = core.options;
  const built = await buildRequest(call, signal);
  current.sent = built.sent;
  const shown = core.options.logBodies && typeof built.body === 'string' ? { body: built.body } : {};
  log(logger, context, redact, { event: 'sent', try: current.number, ...shown });
  const request = hooks ? await askHook(call, current, hooks, built) : built;
  const response = await send(call, request, signal);
  const { status } = response;
  const requestId = () => requestIdOf(response, request, core.service.requestIdHeaders);
  if (logger) {
    const durationMs = performance.now() - current.begun;
    log(logger, context, redact, {
      event: 'received',
      try: current.number,
      status,
      requestId: requestId(),
      durationMs,
    });
  }
  if (current.details) await hooks?.afterResponse?.(current.details, response);
  const reply = (): ReplyContext => {
    const id = requestId();
    return { ...context, status, headers: cleanHeaders(response.headers, redact), requestId: id && redact(id) };
  };
  if (isRedirect(response)) throw redirectError(response, reply(), redact);
  if (!response.ok) throw await apiError(response, reply(), redact, core.service);
  const { raw } = call.reading;
  const data = raw ? undefined : await readReply(response, call, reply);
  // The reply is trusted to be what the description says: checking it would cost every call.
  const rateLimit = () => core.service.rateLimit?.(response.headers);
  return { data: data as T, response, requestId, rateLimit, raw };
}

/** Shows a hook what is about to be sent; it may add headers. */
async function askHook(
  { operation: { method, path } }: Call,
  current: Try,
  hooks: Hooks,
  request: WireRequest,
): Promise<WireRequest> {
  const headers = new Headers({ ...request.headers });
  current.details = { method, path, try: current.number, headers };
  await hooks.beforeRequest?.(current.details);
  const changed: Record<string, string> = {};
  headers.forEach((value, name) => {
    changed[name] = value;
  });
  return { ...request, headers: changed };
}

async function send(call: Call, request: WireRequest, signal: AbortSignal): Promise<Response> {
  const { context, redact } = call;
  const fetch = call.core.options.fetch ?? globalThis.fetch;
  const { url, method, headers, body } = request;
  try {
    const init: RequestInit = { method, headers, signal: bodySignal(call, signal), redirect: 'manual' };
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    // Another implementation's response has another class; `Response.error()` has neither status nor body.
    const isReply = typeof response?.status === 'number' && typeof response.headers?.get === 'function';
    if (isReply && response.type !== 'error') return response;
  } catch (fault) {
    throw connectionError(fault, context, redact, call.core.options.fetch !== undefined);
  }
  throw new ChatConnectionError('the fetch option gave no response', context);
}

/** A body that is left to the caller ends with the caller's signal, too: the call itself no longer listens then. */
function bodySignal({ reading, signal: own }: Call, signal: AbortSignal): AbortSignal {
  return reading.raw && own ? (AbortSignal.any?.([signal, own]) ?? signal) : signal;
}

function requestIdOf(response: Response, request: WireRequest, names: readonly string[] = []): string | undefined {
  for (const name of names) {
    const replied = response.headers.get(name);
    if (replied !== null) return replied;
  }
  return Object.entries(request.headers).find(([name]) => names.includes(name.toLowerCase()))?.[1];
}

/** A reply's headers as an error may show them. */
function cleanHeaders(headers: Headers, redact: Redact): Headers {
  const clean = new Headers();
  headers.forEach((value, name) => {
    clean.append(name, redact(value));
  });
  return clean;
}
