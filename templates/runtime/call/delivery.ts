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
import { boundHooks, replyIn, transmit } from '../transport.js';
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
  const stop = () => {
    for (const source of sources) source.stop();
  };
  const encoded = encodeCallBody(call, sources);
  const deadline = startDeadline(call.settings, call.signal, call.context, call.own);
  const delivery = new Delivery<T>(call, deadline);
  // If the call ends before it is sent, the body's error must not be an unhandled rejection.
  if (encoded instanceof Promise) encoded.catch(() => undefined);
  try {
    return await deadline.race(async () => {
      // Reading a file or stream is subject to the time limits.
      const exchange = await delivery.deliver(encoded instanceof Promise ? await deadline.run(() => encoded) : encoded);
      if (!delivery.isSent) stop();
      return exchange;
    });
  } catch (error) {
    stop();
    delivery.log('failed', { error: textOf(error) });
    throw error;
  } finally {
    deadline.end();
  }
}

/** A running call. ky makes the attempts, with `#attempt` as its `fetch`. */
class Delivery<T> {
  readonly #call: Call;
  readonly #deadline: Deadline;
  #try = 0;
  #begun = 0;
  /** The last response, with its body if it was read. */
  #reply: { readonly request: Request; readonly response: Response; readonly body?: ReadBody } | undefined;
  #failed: { readonly thrown: unknown; readonly error: unknown; readonly at: number } | undefined;

  constructor(call: Call, deadline: Deadline) {
    this.#call = call;
    this.#deadline = deadline;
  }

  get isSent(): boolean {
    return this.#try > 0;
  }

  /** Sends the request with retries, and once more with a new token after a 401: ky does not refresh tokens. */
  async deliver(body: EncodedBody | undefined, isRenewed?: boolean): Promise<Exchange<T>> {
    const { run } = this.#deadline;
    const authorization = await authorize(this.#call, run);
    try {
      return await this.#send(body, authorization);
    } catch (error) {
      const isRefused = error instanceof ChatAuthenticationError && this.#failed?.error === error;
      const canRenew = isRefused && !isRenewed && !body?.once;
      if (!canRenew || !(await replaceRefused(this.#call, authorization.sent, run))) throw error;
    }
    return this.deliver(body, true);
  }

  async #send(body: EncodedBody | undefined, authorization: Authorization): Promise<Exchange<T>> {
    const call = this.#call;
    const { core, operation, settings, context } = call;
    const { kyFetch, kyRetry, isHooked, options } = core;
    const { run, signal, left } = this.#deadline;
    const build = () => buildRequest(call, body?.mediaType, authorization);
    const { url, headers } = build();
    const content = body?.content;
    // ky copies the body for each attempt: it only gets one that hooks, or the `fetch` of the instance, may read.
    const isPassed = (isHooked && typeof content !== 'object') || Boolean(kyFetch && !options.fetch);
    const tries = this.#try;
    let response: Response | undefined;
    try {
      response = await transmit(
        url,
        {
          method: operation.method,
          headers,
          ...(isPassed && content !== undefined && { body: content }),
          ...(signal && { signal }),
          redirect: 'manual',
          // Covers reading the body, which happens in `fetch`.
          timeout: settings.timeout <= longestTimer && settings.timeout,
          throwHttpErrors: (status) => !isSuccess(operation, { ok: false, status }),
          ...(isHooked && { context: { path: operation.path }, hooks: boundHooks(options.hooks ?? {}, run) }),
          fetch: (request, init) => {
            const written = this.#try > tries ? build().headers : headers;
            if (written !== headers) renewHeaders(request, headers, written);
            return this.#attempt(request, init, body, isPassed, written);
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
              const theirs = kyRetry.shouldRetry && (await run(async () => kyRetry.shouldRetry?.(state)));
              return theirs ?? retryFor(await this.#failureOf(state.error), call, left());
            },
          },
        },
        options.ky || undefined,
      );
    } catch (thrown) {
      throw await this.#failureOf(thrown);
    }
    if (!response) throw new ChatError('a hook stopped the call', context);
    return this.#read(response);
  }

  /** Decodes the response of the last attempt, or one made by a hook. */
  async #read(response: Response): Promise<Exchange<T>> {
    const call = this.#call;
    const { raw } = call.reading;
    const last = this.#reply;
    const body = last?.response === response ? last.body : undefined;
    const read = raw ? undefined : (body ?? (await readBytes(response, call.settings.maxResponseBytes)));
    const { data, keys } = read ? decodeReply(response, read, call, () => this.#contextOf(response)) : {};
    this.#deadline.check(call.core.isHooked ? undefined : this.#begun);
    // Responses are not validated: it would slow down every call.
    return { data: data as T, keys, raw, response, request: last?.request, call };
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
    const { core, context, settings, reading } = call;
    const failed = this.#failed;
    try {
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
        this.log('received', { status: response.status, requestId: requestIdOf(call, response, request) });
      }
      const isGood = isSuccess(call.operation, response);
      if (isGood ? reading.raw : isRedirect(response) && !core.isHooked) return response;
      const read = isGood ? await readBytes(response, settings.maxResponseBytes) : await readErrorBody(response);
      if (isGood) checkWhole(read, call, () => this.#contextOf(response));
      const shown = core.isHooked ? copyForHooks(response, read) : response;
      this.#reply = { request, response: shown, body: read };
      return shown;
    } catch (error) {
      call.own.push(error);
      throw error;
    }
  }

  /** Converts what was thrown into a client error: ky's errors contain the URL. */
  async #failureOf(thrown: unknown): Promise<unknown> {
    if (this.#failed && this.#failed.thrown === thrown) return this.#failed.error;
    const { core, context, redact, settings, own } = this.#call;
    const reply = replyIn(thrown);
    let error = thrown;
    if (reply === 'timeout') error = new ChatTimeoutError('timeout', settings.timeout, context);
    else if (reply) error = await this.#replyError(reply);
    else if (!own.includes(thrown)) {
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
