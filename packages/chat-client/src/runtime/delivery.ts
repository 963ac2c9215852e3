import type { Exchange, Reading } from './api-call.js';
import { decodeText, type ReadBody, readBytes } from './bytes.js';
import { callOf } from './call-of.js';
import { type Core, coreOf } from './core.js';
import { type Authorization, authorize, replaceRefused } from './credentials.js';
import { type Deadline, longestTimer, startDeadline } from './deadline.js';
import type { EncodedBody } from './encode/body.js';
import {
  ChatApiError,
  ChatAuthenticationError,
  ChatConnectionError,
  ChatError,
  ChatInputError,
  ChatRateLimitError,
  ChatRedirectError,
  ChatTimeoutError,
  type ReplyContext,
} from './errors/index.js';
import { apiError, connectionError, errorBodyLimits, isRedirect, isRedirectFault, redirectError } from './failure.js';
import { type LogRecord, log } from './observe.js';
import { isSuccess, type Operation } from './operation.js';
import type { RequestOptions } from './options.js';
import { type Call, encodeCallBody, prepareCall } from './prepare.js';
import { safeCause } from './redact.js';
import { checkWhole, decodeReply } from './reply.js';
import { type Hooks, isTimeout, type KyOptions, replyIn, transmit } from './transport.js';
import { buildRequest, type WireRequest } from './wire-request.js';

/** Statuses that are retried. */
const passingStatuses = [408, 429, 502, 503, 504];

/** Upper bound of the first delay in milliseconds; it doubles with each retry. */
const firstBackoff = 500;
const longestBackoff = 8000;

/** Statuses of responses without a body (Fetch Standard, "null body status"). */
const statusesWithoutBody = [101, 103, 204, 205, 304];

/** Makes a call, with retries, within its time limits. */
export async function execute<T>(
  client: object,
  operation: Operation,
  args: unknown,
  options: RequestOptions,
  reading: Reading,
): Promise<Exchange<T>> {
  const call = prepareCall(coreOf(client), operation, args, options, reading);
  const sources: { stop(): void }[] = [];
  const body = encodeCallBody(call, sources);
  const { settings, signal, context } = call;
  const deadline = startDeadline({ ...settings, signal, context });
  const delivery = new Delivery<T>(call, deadline);
  // If the call ends before it is sent, the body's error must not be an unhandled rejection.
  if (body instanceof Promise) body.catch(() => undefined);
  try {
    return await deadline.race(async () => {
      // Reading a file or stream is subject to the time limits.
      const exchange = await delivery.deliver(body instanceof Promise ? await deadline.run(() => body) : body);
      if (!delivery.isSent) for (const source of sources) source.stop();
      return exchange;
    });
  } catch (error) {
    for (const source of sources) source.stop();
    delivery.log({ event: 'failed', error: textOf(error) });
    throw error;
  } finally {
    deadline.end();
  }
}

/** A response, with its body if it was read. */
interface Reply {
  readonly request: Request;
  readonly response: Response;
  readonly body?: ReadBody;
}

/** A running call. ky makes the attempts; each goes through `#attempt`, which ky uses as `fetch`. */
class Delivery<T> {
  readonly #call: Call;
  readonly #deadline: Deadline;
  #try = 0;
  #begun = 0;
  #reply: Reply | undefined;
  /** The headers of this attempt, with the original case of their names. */
  #headers: WireRequest['headers'] = {};
  #failed: { readonly thrown: unknown; readonly error: unknown; readonly at: number } | undefined;
  /** Errors thrown by this call: a hook may throw those of another call. */
  readonly #own = new WeakSet<object>();

  constructor(call: Call, deadline: Deadline) {
    this.#call = call;
    this.#deadline = deadline;
  }

  get isSent(): boolean {
    return this.#try > 0;
  }

  /** Sends the request with retries, and once more with a new token after a 401: ky does not refresh tokens. */
  async deliver(body: EncodedBody | undefined): Promise<Exchange<T>> {
    const call = this.#call;
    const { run } = this.#deadline;
    for (let renewed = false; ; renewed = true) {
      const authorization = await authorize(call, run);
      try {
        return await this.#send(body, authorization);
      } catch (error) {
        const isRefused = error instanceof ChatAuthenticationError && this.#failed?.error === error;
        const canRenew = isRefused && !renewed && !body?.once;
        if (!canRenew || !(await replaceRefused(call, authorization.sent, run))) throw error;
      }
    }
  }

  async #send(body: EncodedBody | undefined, authorization: Authorization): Promise<Exchange<T>> {
    const call = this.#call;
    const { core, operation, reading } = call;
    const { retry } = call.settings;
    const { url, headers } = buildRequest(call, body?.mediaType, authorization);
    const content = body?.content;
    const tries = this.#try;
    const options: KyOptions = {
      method: operation.method,
      headers,
      // ky copies the body for each attempt: a file is added in `#fetch` instead, unless the instance's own fetch only reads the
      // request.
      ...(content !== undefined && (typeof content === 'string' || core.kyFetch) && { body: content }),
      ...(this.#deadline.signal && { signal: this.#deadline.signal }),
      redirect: 'manual',
      // Covers reading the body, which happens in `fetch`.
      timeout: call.settings.timeout <= longestTimer ? call.settings.timeout : false,
      throwHttpErrors: (status) => !isSuccess(operation, { ok: false, status }),
      context: { path: operation.path },
      ...(core.options.hooks && { hooks: this.#boundHooks(core.options.hooks) }),
      fetch: (request, init) => {
        this.#headers = this.#try > tries ? buildRequest(call, body?.mediaType, authorization).headers : headers;
        if (this.#try > tries) renewHeaders(request, headers, this.#headers);
        return this.#keepOwn(this.#attempt(request, init, body));
      },
      retry: {
        statusCodes: passingStatuses,
        afterStatusCodes: passingStatuses,
        delay: (count) => firstBackoff * 2 ** (count - 1),
        backoffLimit: longestBackoff,
        jitter: true,
        ...core.kyRetry,
        ...retry,
        // ky starts counting again after a token refresh.
        limit: Math.max(0, retry.limit - Math.max(0, tries - 1)),
        methods: [operation.method.toLowerCase()],
        shouldRetry: (state) => this.#shouldRetry(state, body),
      },
    };
    let response: Response | undefined;
    try {
      response = await transmit(core.options.ky, url, options);
    } catch (thrown) {
      throw await this.#failureOf(thrown);
    }
    if (response === undefined) throw new ChatError('a hook stopped the call', call.context);
    const { raw } = reading;
    const reply = this.#reply?.response === response ? this.#reply : undefined;
    const context = this.#contextOf(response);
    const read = raw ? undefined : (reply?.body ?? (await readBytes(response, call.settings.maxResponseBytes)));
    const { data, keys } = read ? decodeReply(response, read, call, context) : {};
    this.#deadline.check(isHooked(core) ? undefined : this.#begun);
    const { service } = core;
    // Responses are not validated: it would slow down every call.
    return {
      data: data as T,
      response,
      requestId: () => this.#requestId(response),
      rateLimit: () => service.rateLimit?.(response.headers),
      headers: () => operation.codecs?.headers?.(response.headers, operation.headers ?? {}),
      raw,
      keys,
      dateText: service.dateText,
    };
  }

  /** Makes one request and reads the response with its body. */
  async #attempt(request: Request, init: RequestInit | undefined, body: EncodedBody | undefined): Promise<Response> {
    const { core, context, settings, reading } = this.#call;
    const failed = this.#failed;
    if (failed) {
      const delayMs = Math.round(performance.now() - failed.at);
      this.log({ event: 'retried', delayMs, error: textOf(failed.error) });
    }
    if (body?.once && this.#try > 0) throw new ChatInputError('a stream cannot be sent again', context);
    this.#try++;
    this.#begun = performance.now();
    const isShown = core.options.logBodies && typeof body?.content === 'string';
    this.log({ event: 'sent', ...(isShown && { body: String(body?.content) }) });
    const response = await this.#fetch(request, init, body);
    this.#reply = { request, response };
    if (core.options.logger) {
      this.log({ event: 'received', status: response.status, requestId: this.#requestId(response) });
    }
    const isGood = isSuccess(this.#call.operation, response);
    if (reading.raw && isGood) return response;
    const { bytes, milliseconds } = errorBodyLimits;
    if (!isGood && isRedirect(response) && !core.areRepliesSeen) return response;
    const read = isGood
      ? await readBytes(response, settings.maxResponseBytes)
      : await readBytes(response, bytes, milliseconds);
    if (isGood) checkWhole(read, this.#call, this.#contextOf(response));
    const shown = core.areRepliesSeen ? copyOf(response, read) : response;
    this.#reply = { request, response: shown, body: read };
    return shown;
  }

  async #fetch(request: Request, init: RequestInit | undefined, body: EncodedBody | undefined): Promise<Response> {
    const { core, context, redact, reading, signal: own } = this.#call;
    const { signal } = request;
    const { fetch: custom } = core.options;
    // After `asResponse()` the call no longer listens to the caller's signal, so the body gets it directly.
    const both = reading.raw && own ? (AbortSignal.any?.([signal, own]) ?? signal) : signal;
    const file = typeof body?.content === 'string' ? undefined : body?.content;
    let response: Response;
    try {
      if (custom) {
        const content = file ?? (core.areRequestsSeen ? await contentOf(request, body?.content) : body?.content);
        const replied = await custom(request.url, {
          ...init,
          [callOf]: () => this.#call,
          method: request.method,
          headers: asWritten(request.headers, this.#headers),
          signal: both,
          redirect: 'manual',
          ...(content !== undefined && { body: content }),
        });
        // A custom `fetch` may return another class; what the client needs is in `FetchResponse`, everything else is checked
        // before use.
        response = replied as Response;
      } else {
        const fetch = core.kyFetch ?? globalThis.fetch;
        const added = core.kyFetch ? undefined : file;
        response = await fetch(request, { ...init, signal: both, ...(added && { body: added, ...body?.init }) });
      }
    } catch (fault) {
      const failure = body?.failure?.();
      if (failure) throw failure;
      if (body?.init && isRedirectFault(fault)) throw new ChatRedirectError(undefined, { ...context, status: 0 });
      throw connectionError(fault, context, redact, Boolean(custom ?? core.kyFetch));
    }
    // `Response.error()` has neither status nor body.
    const isReply = typeof response?.status === 'number' && typeof response.headers?.get === 'function';
    if (isReply && response.type !== 'error') return response;
    throw new ChatConnectionError('the fetch option did not return a response', context);
  }

  /**
   * Decides whether ky retries: `true` after its own back-off, `undefined` after the delay requested by the response headers. The
   * retry settings of a user's ky instance take precedence.
   */
  async #shouldRetry(
    state: { readonly error: Error; readonly retryCount: number },
    body: EncodedBody | undefined,
  ): Promise<boolean | undefined> {
    const { core, operation, settings } = this.#call;
    if (body?.once) return false;
    const { shouldRetry } = core.kyRetry;
    const theirs =
      shouldRetry &&
      (await this.#deadline.bound(
        async () => shouldRetry(state),
        (error) => void this.#own.add(error),
      ));
    if (theirs !== undefined) return theirs;
    const error = await this.#failureOf(state.error);
    // A rate-limited request was not executed, so any method can be retried.
    const isRefused = error instanceof ChatRateLimitError;
    if (!isRefused && !settings.retry.methods.includes(operation.method)) return false;
    if (error instanceof ChatConnectionError) return true;
    const statuses = core.kyRetry.statusCodes ?? passingStatuses;
    if (!(error instanceof ChatApiError) || !statuses.includes(error.status)) return false;
    if (core.service.isFinal?.(error)) return false;
    const { retryAfterMs, headers } = error;
    // ky would wait for a rate limit reset that has already passed.
    if (retryAfterMs === undefined || (retryAfterMs === 0 && !headers?.has('retry-after'))) return true;
    const longest = Math.min(settings.retry.maxRetryAfter, this.#deadline.left());
    return retryAfterMs <= longest ? undefined : false;
  }

  /** The client's hooks, each limited by `timeout`: they run outside the attempts. */
  #boundHooks(hooks: Hooks): Hooks {
    const bind =
      <Parameters extends unknown[]>(hook: (...parameters: Parameters) => unknown) =>
      (...parameters: Parameters): Promise<unknown> =>
        this.#deadline.bound(
          async () => hook(...parameters),
          (error) => void this.#own.add(error),
        );
    const { beforeRequest, beforeRetry, afterResponse, beforeError } = hooks;
    return {
      ...(beforeRequest && { beforeRequest: beforeRequest.map(bind) }),
      ...(beforeRetry && { beforeRetry: beforeRetry.map(bind) }),
      ...(afterResponse && { afterResponse: afterResponse.map(bind) }),
      ...(beforeError && { beforeError: beforeError.map(bind) }),
    };
  }

  /** Registers what the work throws as an error of this call. */
  async #keepOwn<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      if (typeof error === 'object' && error !== null) this.#own.add(error);
      throw error;
    }
  }

  /** Converts what was thrown into a client error: ky's errors contain the URL. */
  async #failureOf(thrown: unknown): Promise<unknown> {
    const known = this.#failed;
    if (known && known.thrown === thrown) return known.error;
    const { core, context, redact, settings } = this.#call;
    const response = replyIn(thrown);
    const isOwn = typeof thrown === 'object' && thrown !== null && this.#own.has(thrown);
    let error = thrown;
    if (response) error = await this.#replyError(response);
    else if (isTimeout(thrown)) error = new ChatTimeoutError('timeout', settings.timeout, context);
    else if (!isOwn && thrown !== (this.#deadline.signal?.reason ?? this)) {
      const details = { ...context, cause: safeCause(thrown, redact) };
      error =
        isHooked(core) || this.isSent
          ? new ChatError('a hook failed', details)
          : new ChatInputError('the request is invalid', details);
    }
    this.#failed = { thrown, error, at: performance.now() };
    return error;
  }

  async #replyError(response: Response): Promise<ChatError> {
    const { core, redact } = this.#call;
    const context = this.#contextOf(response)();
    if (isRedirect(response)) return redirectError(response, context, redact);
    const reply = this.#reply?.response === response ? this.#reply.body : undefined;
    const { bytes, milliseconds } = errorBodyLimits;
    // A response created by a hook stays readable for other hooks.
    const body = reply ?? (await readBytes(response.clone(), bytes, milliseconds));
    return apiError(response, body, context, redact, core.service, this.#call.operation);
  }

  #contextOf(response: Response): () => ReplyContext {
    return () => {
      const { context, redact } = this.#call;
      const requestId = this.#requestId(response);
      const headers = new Headers();
      response.headers.forEach((value, name) => {
        headers.append(name, redact(value));
      });
      return { ...context, status: response.status, headers, requestId: requestId && redact(requestId) };
    };
  }

  #requestId(response: Response): string | undefined {
    const names = this.#call.core.service.requestIdHeaders ?? [];
    for (const { headers } of [response, ...(this.#reply ? [this.#reply.request] : [])]) {
      for (const name of names) {
        const id = headers.get(name);
        if (id !== null) return id;
      }
    }
    return undefined;
  }

  log(record: Omit<LogRecord, 'method' | 'path' | 'try'>): void {
    const { core, context, redact } = this.#call;
    const { logger } = core.options;
    if (!logger) return;
    const isTimed = record.event === 'received' || record.event === 'failed';
    const durationMs = performance.now() - this.#begun;
    log(logger, context, redact, { ...record, try: this.#try, ...(isTimed && { durationMs }) });
  }
}

/** `Headers` has names in lower case; a custom `fetch` may look up `Authorization`. */
function asWritten(headers: Headers, written: WireRequest['headers']): Record<string, string> {
  const names = new Map(Object.keys(written).map((name) => [name.toLowerCase(), name]));
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([names.get(name) ?? name, value]);
  });
  return Object.fromEntries(entries);
}

/** Sets headers that the service generates for each attempt, such as a request id. */
function renewHeaders(request: Request, before: WireRequest['headers'], now: WireRequest['headers']): void {
  for (const [name, value] of Object.entries(now)) {
    if (request.headers.get(name) === before[name]) request.headers.set(name, value);
  }
}

/** A copy of the response for hooks. */
function copyOf(response: Response, { bytes }: ReadBody): Response {
  const { status, statusText } = response;
  // `Response` allows no other status.
  if (status < 200 || status > 599) return response;
  const headers = new Headers();
  response.headers.forEach((value, name) => {
    headers.append(name, value);
  });
  const body = statusesWithoutBody.includes(status) ? null : new Uint8Array(bytes);
  return new Response(body, { status, statusText: statusText.replace(/[^\x20-\x7e]/g, ''), headers });
}

/** The body of a request that a hook may have replaced; the original value if unchanged. */
async function contentOf(
  request: Request,
  sent: EncodedBody['content'] | undefined,
): Promise<EncodedBody['content'] | ArrayBuffer | undefined> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return undefined;
  return typeof sent === 'string' && decodeText(new Uint8Array(bytes)) === sent ? sent : bytes;
}

/** Whether any user code runs between attempts. */
function isHooked({ areRequestsSeen, areRepliesSeen, kyRetry: { delay, jitter } }: Core): boolean {
  return areRequestsSeen || areRepliesSeen || delay !== undefined || typeof jitter === 'function';
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
