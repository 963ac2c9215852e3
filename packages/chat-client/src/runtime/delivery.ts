import type { Exchange, Reading } from './api-call.js';
import { type ReadBody, readBytes } from './bytes.js';
import { coreOf } from './core.js';
import { type Authorization, authorize, replaceRefused } from './credentials.js';
import { type Deadline, startDeadline } from './deadline.js';
import type { EncodedBody } from './encode/body.js';
import {
  ChatApiError,
  ChatAuthenticationError,
  ChatConnectionError,
  ChatError,
  ChatInputError,
  ChatRateLimitError,
  ChatRedirectError,
  type ReplyContext,
} from './errors/index.js';
import { apiError, connectionError, errorBodyLimits, isRedirect, isRedirectFault, redirectError } from './failure.js';
import { type LogRecord, log } from './observe.js';
import type { Operation } from './operation.js';
import type { RequestOptions } from './options.js';
import { type Call, encodeCallBody, prepareCall } from './prepare.js';
import { safeCause } from './redact.js';
import { checkWhole, decodeReply } from './reply.js';
import { replyIn, transmit } from './transport.js';
import { buildRequest, type WireRequest } from './wire-request.js';

/** Statuses that are worth another try. */
const passingStatuses = [408, 429, 502, 503, 504];

/** The first wait is at most this long, each later one at most twice as long as the one before; milliseconds. */
const firstBackoff = 500;
const longestBackoff = 8000;

/** Statuses whose replies have no body (Fetch Standard, "null body status"). */
const statusesWithoutBody = [101, 103, 204, 205, 304];

/** Makes a call: as many tries as its settings allow, within its time. */
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
  try {
    return await deadline.race(async () => {
      // A source that hangs is bounded, too.
      return delivery.deliver(body instanceof Promise ? await deadline.run(() => body) : body);
    });
  } catch (error) {
    for (const source of sources) source.stop();
    delivery.log({ event: 'failed', error: textOf(error) });
    throw error;
  } finally {
    deadline.end();
  }
}

/** What came of one try: the reply, and its body where it was read. */
interface Reply {
  readonly request: Request;
  readonly response: Response;
  readonly body?: ReadBody;
}

/** A call under way. ky makes its tries; each goes through `#attempt`, which stands in for `fetch`. */
class Delivery<T> {
  readonly #call: Call;
  readonly #deadline: Deadline;
  #try = 0;
  #begun = 0;
  #reply: Reply | undefined;
  #failed: { readonly thrown: unknown; readonly error: unknown; readonly at: number } | undefined;

  constructor(call: Call, deadline: Deadline) {
    this.#call = call;
    this.#deadline = deadline;
  }

  /** Tries, and once more with another token when the token was refused: ky has no part in that. */
  async deliver(body: EncodedBody | undefined): Promise<Exchange<T>> {
    const call = this.#call;
    const { run } = this.#deadline;
    for (let renewed = false; ; renewed = true) {
      const authorization = await authorize(call, run);
      try {
        return await this.#send(body, authorization);
      } catch (thrown) {
        const error = await this.#failureOf(thrown);
        const canRenew = !renewed && !body?.once && error instanceof ChatAuthenticationError;
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
    this.#allow(0);
    const tries = this.#try;
    const response = await transmit(core.options.ky, url, {
      method: operation.method,
      headers,
      // ky copies a body for each try: files are added by each try itself.
      ...(typeof content === 'string' && { body: content }),
      signal: this.#deadline.signal,
      redirect: 'manual',
      timeout: false,
      context: { path: operation.path },
      ...(core.options.hooks && { hooks: core.options.hooks }),
      fetch: (request, init) =>
        this.#deadline
          .run((signal) => {
            if (this.#try > tries)
              renewHeaders(request, headers, buildRequest(call, body?.mediaType, authorization).headers);
            return this.#attempt(request, init, body, signal);
          })
          .finally(() => this.#allow(0)),
      retry: {
        statusCodes: passingStatuses,
        afterStatusCodes: passingStatuses,
        delay: (count) => firstBackoff * 2 ** (count - 1),
        backoffLimit: longestBackoff,
        jitter: true,
        ...core.kyRetry,
        ...retry,
        methods: [operation.method.toLowerCase()],
        shouldRetry: (state) => this.#shouldRetry(state, body),
      },
    });
    if (response === undefined) throw new ChatError('a hook ended the call', call.context);
    const { raw } = reading;
    const reply = this.#reply?.response === response ? this.#reply : undefined;
    const context = this.#contextOf(response);
    const read = raw ? undefined : (reply?.body ?? (await readBytes(response, call.settings.maxResponseBytes)));
    const { data, keys } = read ? decodeReply(response, read, call, context) : {};
    this.#deadline.check();
    const { service } = core;
    // The reply is trusted to be what the spec says: checking it would cost every call.
    return {
      data: data as T,
      response,
      requestId: () => this.#requestId(response),
      rateLimit: () => service.rateLimit?.(response.headers),
      raw,
      keys,
      dateText: service.dateText,
    };
  }

  /** One request and its reply, the body included. */
  async #attempt(
    request: Request,
    init: RequestInit | undefined,
    body: EncodedBody | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
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
    const response = await this.#fetch(request, init, body, signal);
    this.#reply = { request, response };
    if (core.options.logger) {
      this.log({ event: 'received', status: response.status, requestId: this.#requestId(response) });
    }
    if (isRedirect(response) || (reading.raw && response.ok)) return response;
    const { bytes, milliseconds } = errorBodyLimits;
    const read = response.ok
      ? await readBytes(response, settings.maxResponseBytes)
      : await readBytes(response, bytes, milliseconds);
    if (response.ok) checkWhole(read, this.#call, this.#contextOf(response));
    const shown = core.areRepliesSeen ? copyOf(response, read) : response;
    this.#reply = { request, response: shown, body: read };
    return shown;
  }

  async #fetch(
    request: Request,
    init: RequestInit | undefined,
    body: EncodedBody | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    const { core, context, redact, reading, signal: own } = this.#call;
    const { fetch: custom } = core.options;
    // A body that is left to the caller ends with the caller's signal: the call itself no longer listens then.
    const both = reading.raw && own ? (AbortSignal.any?.([signal, own]) ?? signal) : signal;
    const file = typeof body?.content === 'string' ? undefined : body?.content;
    let response: Response;
    try {
      if (custom) {
        const content = file ?? (core.areRequestsSeen ? await textIn(request) : body?.content);
        const replied = await custom(request.url, {
          ...init,
          method: request.method,
          headers: Object.fromEntries(request.headers),
          signal: both,
          redirect: 'manual',
          ...(content !== undefined && { body: content }),
        });
        // Another implementation has another class; what is used of it is in `FetchResponse`, and the rest is looked for.
        response = replied as Response;
      } else {
        response = await (core.kyFetch ?? globalThis.fetch)(request, {
          ...init,
          signal: both,
          ...(file && { body: file, ...body?.init }),
        });
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
    throw new ChatConnectionError('the fetch option returned no response', context);
  }

  /**
   * Whether ky makes another try: `true` after its own back-off, `undefined` after the wait that the reply's headers ask for.
   * The settings of a user's instance decide first.
   */
  async #shouldRetry(
    state: { readonly error: Error; readonly retryCount: number },
    body: EncodedBody | undefined,
  ): Promise<boolean | undefined> {
    const { core, operation, settings } = this.#call;
    const error = await this.#failureOf(state.error);
    if (body?.once) return false;
    const theirs = await core.kyRetry.shouldRetry?.(state);
    if (theirs !== undefined) return theirs;
    // A call that was refused for its rate did nothing.
    const isRefused = error instanceof ChatRateLimitError;
    if (!isRefused && !settings.retry.methods.includes(operation.method)) return false;
    this.#allow(longestBackoff);
    if (error instanceof ChatConnectionError) return true;
    const statuses = core.kyRetry.statusCodes ?? passingStatuses;
    if (!(error instanceof ChatApiError) || !statuses.includes(error.status)) return false;
    if (core.service.isFinal?.(error)) return false;
    const { retryAfterMs } = error;
    if (retryAfterMs === undefined) return true;
    const longest = Math.min(settings.retry.maxRetryAfter, this.#deadline.left());
    this.#allow(retryAfterMs);
    return retryAfterMs <= longest ? undefined : false;
  }

  /** Hooks take their time outside of tries. */
  #allow(wait: number): void {
    const { areRequestsSeen, areRepliesSeen } = this.#call.core;
    if (areRequestsSeen || areRepliesSeen) this.#deadline.allow(wait);
  }

  /** What was thrown as one of our errors: ky's own print the address. */
  async #failureOf(thrown: unknown): Promise<unknown> {
    const known = this.#failed;
    if (known?.thrown === thrown) return known?.error;
    const { context, redact } = this.#call;
    const response = replyIn(thrown);
    let error = thrown;
    if (response) error = await this.#replyError(response);
    else if (!ChatError.is(thrown)) {
      error = new ChatError('a hook failed', { ...context, cause: safeCause(thrown, redact) });
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
    return apiError(response, reply ?? (await readBytes(response, bytes, milliseconds)), context, redact, core.service);
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

/** What the service makes anew for each try, such as the id of a request. */
function renewHeaders(request: Request, before: WireRequest['headers'], now: WireRequest['headers']): void {
  for (const [name, value] of Object.entries(now)) if (value !== before[name]) request.headers.set(name, value);
}

/** For hooks, which may read it: the bytes of the reply itself are taken. */
function copyOf({ status, statusText, headers }: Response, { bytes }: ReadBody): Response {
  const body = statusesWithoutBody.includes(status) ? null : new Uint8Array(bytes);
  return new Response(body, { status, statusText, headers });
}

/** What a hook may have put into the request. */
async function textIn(request: Request): Promise<string | undefined> {
  return (await request.text()) || undefined;
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
