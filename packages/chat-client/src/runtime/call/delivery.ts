import { coreOf } from '../core.js';
import type { EncodedBody } from '../encode/body.js';
import {
  ChatAuthenticationError,
  ChatError,
  ChatInputError,
  ChatTimeoutError,
  type ReplyContext,
} from '../errors/index.js';
import { isSuccess, type Operation } from '../operation.js';
import { entriesOf, type RequestOptions } from '../options.js';
import { type ReadBody, readBytes } from '../response/bytes.js';
import { apiError, isRedirect, readErrorBody, redirectError } from '../response/failure.js';
import { checkWhole, decodeReply } from '../response/reply.js';
import { replyContext, requestIdOf } from '../response/reply-context.js';
import { boundHooks, isTimeout, replyIn, transmit } from '../transport.js';
import type { Exchange, Reading } from './api-call.js';
import { type Authorization, authorize, replaceRefused } from './credentials.js';
import { type Deadline, longestTimer, startDeadline } from './deadline.js';
import { type LogRecord, log, textOf } from './observe.js';
import { type Call, encodeCallBody, prepareCall } from './prepare.js';
import { safeCause } from './redact.js';
import { retryDefaults, retryFor } from './retry.js';
import { send } from './send.js';
import { buildRequest, renewHeaders, type WireRequest } from './wire-request.js';

/** Statuses of responses without a body (Fetch Standard, "null body status"). */
const statusesWithoutBody = [204, 205, 304];

/** Makes a call, with retries, within its time limits. */
export async function execute<T>(
  client: object,
  operation: Operation,
  args: unknown,
  options: RequestOptions | undefined,
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
    delivery.log('failed', { error: textOf(error) });
    throw error;
  } finally {
    deadline.end();
  }
}

/** A running call. ky makes the attempts; each goes through `#attempt`, which ky uses as `fetch`. */
class Delivery<T> {
  readonly #call: Call;
  readonly #deadline: Deadline;
  /** Errors thrown by this call: a hook may throw those of another call. */
  readonly #own: WeakSet<object>;
  #try = 0;
  #begun = 0;
  /** The last response, with its body if it was read. */
  #reply: { readonly request: Request; readonly response: Response; readonly body?: ReadBody } | undefined;
  #failed: { readonly thrown: unknown; readonly error: unknown; readonly at: number } | undefined;

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
    const { core, operation, settings, context } = call;
    const { kyFetch, kyRetry, isHooked } = core;
    const { run, signal } = this.#deadline;
    const { url, headers } = buildRequest(call, body?.mediaType, authorization);
    const content = body?.content;
    // ky copies the body for each attempt: it only gets one that hooks, or the `fetch` of the instance, may read.
    const isPassed = (kyFetch && !core.options.fetch) || (isHooked && typeof content !== 'object');
    const tries = this.#try;
    let response: Response | undefined;
    try {
      response = await transmit(core.options.ky, url, {
        method: operation.method,
        headers,
        ...(isPassed && content !== undefined && { body: content }),
        ...(signal && { signal }),
        redirect: 'manual',
        // Covers reading the body, which happens in `fetch`.
        timeout: settings.timeout <= longestTimer && settings.timeout,
        throwHttpErrors: (status) => !isSuccess(operation, { ok: false, status }),
        context: { path: operation.path },
        ...(isHooked && { hooks: boundHooks(core.options.hooks ?? {}, run) }),
        fetch: (request, init) => {
          const isFirst = this.#try === tries;
          const written = isFirst ? headers : buildRequest(call, body?.mediaType, authorization).headers;
          if (!isFirst) renewHeaders(request, headers, written);
          return this.#attempt(request, init, body, Boolean(isPassed), written);
        },
        retry: {
          ...retryDefaults,
          ...kyRetry,
          ...settings.retry,
          // ky starts counting again after a token refresh.
          limit: Math.max(0, settings.retry.limit - Math.max(0, tries - 1)),
          methods: [operation.method.toLowerCase()],
          shouldRetry: async (state) => {
            if (body?.once) return false;
            const { shouldRetry } = kyRetry;
            const theirs = shouldRetry && (await run(async () => shouldRetry(state)));
            return theirs ?? retryFor(await this.#failureOf(state.error), call, this.#deadline.left());
          },
        },
      });
    } catch (thrown) {
      throw await this.#failureOf(thrown);
    }
    if (response === undefined) throw new ChatError('a hook stopped the call', context);
    return this.#read(response);
  }

  /** Decodes the response of the last attempt, or one made by a hook. */
  async #read(response: Response): Promise<Exchange<T>> {
    const call = this.#call;
    const { core, operation, reading, settings } = call;
    const { service, isHooked } = core;
    const { raw } = reading;
    const body = this.#reply?.response === response ? this.#reply.body : undefined;
    const read = raw ? undefined : (body ?? (await readBytes(response, settings.maxResponseBytes)));
    const { data, keys } = read ? decodeReply(response, read, call, () => this.#contextOf(response)) : {};
    this.#deadline.check(isHooked ? undefined : this.#begun);
    return {
      // Responses are not validated: it would slow down every call.
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
  async #attempt(
    request: Request,
    init: RequestInit | undefined,
    body: EncodedBody | undefined,
    isPassed: boolean,
    written: WireRequest['headers'],
  ): Promise<Response> {
    const call = this.#call;
    const { core, operation, context, settings, reading } = call;
    try {
      const failed = this.#failed;
      if (failed)
        this.log('retried', { delayMs: Math.round(performance.now() - failed.at), error: textOf(failed.error) });
      if (body?.once && this.#try > 0) throw new ChatInputError('a stream cannot be sent again', context);
      this.#try++;
      this.#begun = performance.now();
      const isShown = core.options.logBodies && typeof body?.content === 'string';
      this.log('sent', isShown ? { body: String(body?.content) } : {});
      const response = await send(call, request, init, body, isPassed, written);
      this.#reply = { request, response };
      if (core.options.logger) {
        this.log('received', { status: response.status, requestId: this.#requestId(response) });
      }
      const isGood = isSuccess(operation, response);
      if (isGood ? reading.raw : isRedirect(response) && !core.isHooked) return response;
      const read = isGood ? await readBytes(response, settings.maxResponseBytes) : await readErrorBody(response);
      if (isGood) checkWhole(read, call, () => this.#contextOf(response));
      const shown = core.isHooked ? copyForHooks(response, read) : response;
      this.#reply = { request, response: shown, body: read };
      return shown;
    } catch (error) {
      this.#own.add(Object(error));
      throw error;
    }
  }

  /** Converts what was thrown into a client error: ky's errors contain the URL. */
  async #failureOf(thrown: unknown): Promise<unknown> {
    if (this.#failed && this.#failed.thrown === thrown) return this.#failed.error;
    const { core, context, redact, settings } = this.#call;
    const response = replyIn(thrown);
    let error = thrown;
    if (response) error = await this.#replyError(response);
    else if (isTimeout(thrown)) error = new ChatTimeoutError('timeout', settings.timeout, context);
    else if (!this.#own.has(Object(thrown))) {
      const details = { ...context, cause: safeCause(thrown, redact) };
      error =
        core.isHooked || this.isSent
          ? new ChatError('a hook failed', details)
          : new ChatInputError('the request is invalid', details);
    }
    this.#failed = { thrown, error, at: performance.now() };
    return error;
  }

  async #replyError(response: Response): Promise<ChatError> {
    const call = this.#call;
    const context = this.#contextOf(response);
    if (isRedirect(response)) return redirectError(response, context, call.redact);
    const read = this.#reply?.response === response ? this.#reply.body : undefined;
    // A response created by a hook stays readable for other hooks.
    return apiError(response, read ?? (await readErrorBody(response.clone())), context, call);
  }

  #contextOf(response: Response): ReplyContext {
    return replyContext(this.#call, response, this.#reply?.request);
  }

  #requestId(response: Response): string | undefined {
    return requestIdOf(this.#call, response, this.#reply?.request);
  }

  log(event: LogRecord['event'], details: Partial<LogRecord>): void {
    const isTimed = event === 'received' || event === 'failed';
    const durationMs = performance.now() - this.#begun;
    log(this.#call, { event, try: this.#try, ...details, ...(isTimed && { durationMs }) });
  }
}

/** A copy of the response for hooks. */
function copyForHooks(response: Response, { bytes }: ReadBody): Response {
  const { status, statusText } = response;
  // `Response` allows no other status.
  if (status < 200 || status > 599) return response;
  return new Response(statusesWithoutBody.includes(status) ? null : new Uint8Array(bytes), {
    status,
    statusText: statusText.replace(/[^\x20-\x7e]/g, ''),
    headers: new Headers(entriesOf(response.headers)),
  });
}
