import { wait } from '../call/abort.js';
import { ApiCall, type Exchange, type Reading } from '../call/api-call.js';
import { execute } from '../call/delivery.js';
import type { Redact } from '../call/redact.js';
import type { ApiClient, OperationFunction, OperationParameters } from '../client.js';
import {
  ChatAbortError,
  ChatConnectionError,
  ChatError,
  ChatInputError,
  ChatResponseError,
  type ReplyContext,
} from '../errors/index.js';
import type { Operation } from '../operation.js';
import { type RequestOptions, resolveSettings } from '../options.js';
import { replyContext } from './reply-context.js';
import { linesOf, type ServerEvent } from './server-events.js';

/** An operation that returns a stream of values. */
export interface StreamOperation extends Operation {
  /** Parses the bytes. */
  readonly stream: StreamReader;
}

/** Parses the values of a stream; the position is kept in `state`. */
export type StreamReader = (
  lines: AsyncIterable<string>,
  state: StreamState,
  decode: (value: unknown) => unknown,
) => AsyncIterable<unknown>;

/** The state needed to resume a stream when the connection breaks. */
export interface StreamState {
  /** The last event id received; the stream resumes after it. */
  lastId?: string;
  /** Milliseconds before reconnecting. */
  wait: number;
  /** Maximum length of a value in characters. */
  readonly limit: number;
  /** The current response, for errors. */
  context: ReplyContext;
  readonly redact: Redact;
}

/** Maximum number of consecutive connections without a value. */
const mostConnections = 5;
const longestWait = 30_000;

/**
 * A call whose response is a stream. Iterate it, or await it and iterate the result, to receive the values. If the connection of
 * an event stream breaks, it reconnects with `Last-Event-ID`. `signal` ends the stream; `timeout` applies until it starts;
 * `maxResponseBytes` limits the size of each value.
 */
export class StreamCall<Item, ReplyHeaders = undefined>
  extends ApiCall<AsyncIterable<Item>, ReplyHeaders>
  implements AsyncIterable<Item>
{
  constructor(
    start: (reading: Reading) => Promise<Exchange<unknown>>,
    read: (exchange: Exchange<unknown>) => AsyncIterator<Item>,
  ) {
    super(async () => {
      const exchange = await start({ raw: true });
      return { ...exchange, raw: false, data: { [Symbol.asyncIterator]: () => read(exchange) } };
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* (await this.exchange()).data;
  }

  /** Returns the response with its body unread. */
  override async asResponse(): Promise<Response> {
    return (await this.exchange()).response;
  }
}

/** A stream of server-sent events. */
export type EventCall<Data, ReplyHeaders = undefined> = StreamCall<ServerEvent<Data>, ReplyHeaders>;

/** Creates an operation with a streamed response as a function. */
export function streamOperation<Parameters extends OperationParameters, Item, ReplyHeaders, Errors>(
  operation: StreamOperation,
): OperationFunction<Parameters, StreamCall<Item, ReplyHeaders>, Errors> {
  const run = (client: ApiClient, args?: unknown, options: RequestOptions = {}) => {
    const again = (lastId: string) => {
      const headers = { ...plainHeaders(options), 'Last-Event-ID': lastId };
      return execute<unknown>(client, operation, args, { ...options, headers }, { raw: true });
    };
    return new StreamCall<Item, ReplyHeaders>(
      (reading) => execute(client, operation, args, options, reading),
      // Not validated, like any response.
      (exchange) => follow(exchange, operation, again) as AsyncIterator<Item>,
    );
  };
  return Object.assign(run, { operation });
}

function plainHeaders({ headers = {} }: RequestOptions): Record<string, string> {
  const kept = new Map(resolveSettings({ headers }).headers);
  kept.delete('last-event-id');
  return Object.fromEntries(kept.values());
}

/**
 * Yields the values of a stream, reconnecting if necessary.
 * @throws {ChatInputError} if it was already read, {ChatResponseError} if it is not a stream of events.
 */
async function* follow(
  { call, response, request }: Exchange<unknown>,
  { method, path, accept, dates, decodeDates, stream }: StreamOperation,
  again: (lastId: string) => Promise<Exchange<unknown>>,
): AsyncGenerator<unknown, void, undefined> {
  const { redact, signal, settings } = call;
  if (response.bodyUsed) throw new ChatInputError('the stream was already read: call again', { method, path });
  const decode = (value: unknown) => (dates && decodeDates ? decodeDates(value, dates) : value);
  const context = replyContext(call, response, request);
  const state: StreamState = { wait: 1000, limit: settings.maxResponseBytes, redact, context };
  for (let tries = 0; ; ) {
    // Anything else, such as the page of a proxy, would be an empty stream (HTML Standard, "server-sent events").
    const type = response.headers.get('content-type') ?? '';
    if (accept === 'text/event-stream' && !/^(text\/event-stream|$)/i.test(type)) {
      response.body?.cancel().catch(() => undefined);
      throw new ChatResponseError(`the content type is ${redact(type)}, not ${accept}`, state.context);
    }
    try {
      for await (const value of stream(linesOf(response, state), state, decode)) {
        tries = 0;
        yield value;
      }
      return;
    } catch (error) {
      if (error instanceof ChatError) throw error;
      if (signal?.aborted) throw new ChatAbortError('the stream was aborted by its signal', state.context);
      if (state.lastId === undefined || method !== 'GET' || tries >= mostConnections) {
        throw new ChatConnectionError('the stream was cut off', state.context);
      }
    }
    tries++;
    await wait(Math.min(state.wait, longestWait), signal);
    const next = await again(state.lastId);
    response = next.response;
    state.context = replyContext(next.call, response, next.request);
    // The server asks for no more connections (HTML Standard, "server-sent events").
    if (response.status === 204) return;
  }
}
