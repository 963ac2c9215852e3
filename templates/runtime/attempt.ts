import type { Exchange, Reading } from './api-call.js';
import { type Core, serverOf } from './core.js';
import { type Authorization, authorize } from './credentials.js';
import type { EncodedBody } from './encode/body.js';
import { ChatConnectionError, type ErrorContext } from './errors/index.js';
import { apiError, connectionError, isRedirect, redirectError } from './failure.js';
import { log, type TryDetails } from './observe.js';
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
export async function buildRequest(call: Call): Promise<WireRequest> {
  const { core, operation, parts, body } = call;
  const authorization = await authorize(core, operation, call.remember, call.context);
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
  const headers = new Map<string, readonly [name: string, value: string]>();
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value]);
  set('Accept', isJson(operation.reply) ? 'application/json' : '*/*');
  if (body?.mediaType !== undefined) set('Content-Type', body.mediaType);
  if (cookies.length > 0) set('Cookie', cookies.join('; '));
  const own = core.service.headers?.({ credentials: authorization.sent }) ?? {};
  for (const [name, value] of Object.entries(own)) set(name, value);
  for (const [name, value] of [...authorization.headers, ...parts.headers]) set(name, value);
  for (const [name, value] of settings.headers) {
    if (isSecretHeader(name)) call.remember(value);
    set(name, value);
  }
  return Object.fromEntries(headers.values());
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
export async function attempt(call: Call, current: Try, signal: AbortSignal): Promise<Exchange<unknown>> {
  const { core, operation, settings, context, redact } = call;
  const { logger, hooks } = core.options;
  const request = await announce(call, current, await buildRequest(call));
  const response = await send(call, request, signal);
  const id = requestIdOf(response, request, core.service.requestIdHeader);
  const requestId = id && redact(id);
  const { status } = response;
  const durationMs = performance.now() - current.begun;
  log(logger, context, redact, { event: 'received', try: current.number, status, requestId, durationMs });
  if (current.details) await hooks?.afterResponse?.(current.details, response);
  if (isRedirect(response)) throw redirectError(response, requestId, context, redact);
  if (!response.ok) throw await apiError(response, requestId, context, redact);
  if (call.reading.raw) return { data: undefined, response, requestId, raw: true };
  const { maxResponseBytes } = settings;
  const { milliseconds, codecs } = core.service;
  const reply = { ...context, status, requestId };
  const replySettings = { operation, maxResponseBytes, milliseconds, replies: codecs?.replies, context: reply, redact };
  const data = await readReply(response, replySettings);
  return { data, response, requestId, raw: false };
}

/** Tells the log and the hooks what is about to be sent; a hook may add headers. */
async function announce(call: Call, current: Try, request: WireRequest): Promise<WireRequest> {
  const { core, operation, context, redact } = call;
  const { logger, logBodies, hooks } = core.options;
  current.sent = request.sent;
  const shown = logBodies && typeof request.body === 'string' ? { body: request.body } : {};
  log(logger, context, redact, { event: 'sent', try: current.number, ...shown });
  if (!hooks) return request;
  const headers = new Headers({ ...request.headers });
  current.details = { method: operation.method, path: operation.path, try: current.number, headers };
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
    throw connectionError(fault, context, redact);
  }
  throw new ChatConnectionError('the fetch option gave no response', context);
}

/** A body that is left to the caller ends with the caller's signal, too: the call itself no longer listens then. */
function bodySignal({ reading, signal: own }: Call, signal: AbortSignal): AbortSignal {
  return reading.raw && own ? (AbortSignal.any?.([signal, own]) ?? signal) : signal;
}

function requestIdOf(response: Response, request: WireRequest, header: string | undefined): string | undefined {
  const given = response.headers.get('x-request-id') ?? undefined;
  if (given !== undefined || header === undefined) return given;
  return (
    response.headers.get(header) ?? Object.entries(request.headers).find(([name]) => name.toLowerCase() === header)?.[1]
  );
}
