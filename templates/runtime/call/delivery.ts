import { coreOf, runsHooks } from '../core.js';
import type { EncodedBody } from '../encode/body.js';
import {
  ChatAuthenticationError,
  ChatError,
  ChatInputError,
  ChatTimeoutError,
  type ReplyContext,
} from '../errors/index.js';
import { isSuccess, type Operation } from '../operation.js';
import type { RequestOptions } from '../options.js';
import { type ReadBody, readBytes } from '../response/bytes.js';
import { apiError, errorBodyLimits, isRedirect, redirectError } from '../response/failure.js';
import { checkWhole, decodeReply } from '../response/reply.js';
import { replyContext, requestIdOf } from '../response/reply-context.js';
import { boundHooks, isTimeout, type KyOptions, replyIn, transmit } from '../transport.js';
import type { Exchange, Reading } from './api-call.js';
import { type Authorization, authorize, replaceRefused } from './credentials.js';
import { type Deadline, longestTimer, startDeadline } from './deadline.js';
import { type LogRecord, log, textOf } from './observe.js';
import { type Call, encodeCallBody, prepareCall } from './prepare.js';
import { safeCause } from './redact.js';
import { retryDefaults, retryFor } from './retry.js';
import { copyForHooks, send } from './send.js';
import { buildRequest, renewHeaders, type WireRequest } from './wire-request.js';

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
  const own = new WeakSet<object>();
  const deadline = startDeadline({ ...settings, signal, context, own });
  const delivery = new Delivery<T>(call, deadline, own);
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
  readonly #own: WeakSet<object>;

  constructor(call: Call, deadline: Deadline, own: WeakSet<object>) {
    this.#call = call;
    this.#deadline = deadline;
    this.#own = own;
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
      ...(core.options.hooks && { hooks: boundHooks(core.options.hooks, this.#deadline.bound) }),
      fetch: (request, init) => {
        this.#headers = this.#try > tries ? buildRequest(call, body?.mediaType, authorization).headers : headers;
        if (this.#try > tries) renewHeaders(request, headers, this.#headers);
        return this.#attempt(request, init, body);
      },
      retry: {
        ...retryDefaults,
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
    const context = () => this.#contextOf(response);
    const read = raw ? undefined : (reply?.body ?? (await readBytes(response, call.settings.maxResponseBytes)));
    const { data, keys } = read ? decodeReply(response, read, call, context) : {};
    this.#deadline.check(runsHooks(core) ? undefined : this.#begun);
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

  /** Makes one request and reads the response with its body. What it throws is registered as an error of this call. */
  async #attempt(request: Request, init: RequestInit | undefined, body: EncodedBody | undefined): Promise<Response> {
    try {
      return await this.#exchange(request, init, body);
    } catch (error) {
      this.#own.add(Object(error));
      throw error;
    }
  }

  async #exchange(request: Request, init: RequestInit | undefined, body: EncodedBody | undefined): Promise<Response> {
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
    const response = await send(this.#call, request, init, body, this.#headers);
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
    if (isGood) checkWhole(read, this.#call, () => this.#contextOf(response));
    const shown = core.areRepliesSeen ? copyForHooks(response, read) : response;
    this.#reply = { request, response: shown, body: read };
    return shown;
  }

  /**
   * Decides whether ky retries: `true` after its own back-off, `undefined` after the delay requested by the response headers. The
   * retry settings of a user's ky instance take precedence.
   */
  async #shouldRetry(
    state: { readonly error: Error; readonly retryCount: number },
    body: EncodedBody | undefined,
  ): Promise<boolean | undefined> {
    const { core } = this.#call;
    if (body?.once) return false;
    const { shouldRetry } = core.kyRetry;
    const theirs = shouldRetry && (await this.#deadline.bound(async () => shouldRetry(state)));
    if (theirs !== undefined) return theirs;
    const error = await this.#failureOf(state.error);
    return retryFor(error, this.#call, this.#deadline.left());
  }

  /** Converts what was thrown into a client error: ky's errors contain the URL. */
  async #failureOf(thrown: unknown): Promise<unknown> {
    const known = this.#failed;
    if (known && known.thrown === thrown) return known.error;
    const { core, context, redact, settings } = this.#call;
    const response = replyIn(thrown);
    const isOwn = this.#own.has(Object(thrown));
    let error = thrown;
    if (response) error = await this.#replyError(response);
    else if (isTimeout(thrown)) error = new ChatTimeoutError('timeout', settings.timeout, context);
    else if (!isOwn) {
      const details = { ...context, cause: safeCause(thrown, redact) };
      error =
        runsHooks(core) || this.isSent
          ? new ChatError('a hook failed', details)
          : new ChatInputError('the request is invalid', details);
    }
    this.#failed = { thrown, error, at: performance.now() };
    return error;
  }

  async #replyError(response: Response): Promise<ChatError> {
    const { core, redact } = this.#call;
    const context = this.#contextOf(response);
    if (isRedirect(response)) return redirectError(response, context, redact);
    const reply = this.#reply?.response === response ? this.#reply.body : undefined;
    const { bytes, milliseconds } = errorBodyLimits;
    // A response created by a hook stays readable for other hooks.
    const body = reply ?? (await readBytes(response.clone(), bytes, milliseconds));
    return apiError(response, body, context, redact, core.service, this.#call.operation);
  }

  #contextOf(response: Response): ReplyContext {
    return replyContext(this.#call, response, this.#reply?.request);
  }

  #requestId(response: Response): string | undefined {
    return requestIdOf(this.#call, response, this.#reply?.request);
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
