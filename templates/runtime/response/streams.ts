import { ApiCall, type Exchange, type Reading } from '../call/api-call.js';
import { execute } from '../call/delivery.js';
import type { ApiClient, OperationFunction, OperationParameters } from '../client.js';
import { coreOf } from '../core.js';
import { ChatAbortError, ChatConnectionError, ChatError } from '../errors/index.js';
import type { Operation } from '../operation.js';
import { type RequestOptions, resolveSettings } from '../options.js';
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
    read: (response: Response) => AsyncIterable<Item>,
  ) {
    super(async () => {
      const exchange = await start({ raw: true });
      return { ...exchange, raw: false, data: read(exchange.response) };
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
    const again = (state: StreamState) => {
      const headers = { ...plainHeaders(options), 'Last-Event-ID': state.lastId };
      return execute<unknown>(client, operation, args, { ...options, headers }, { raw: true });
    };
    return new StreamCall<Item, ReplyHeaders>(
      (reading) => execute(client, operation, args, options, reading),
      (response) =>
        // Not validated, like any response.
        follow(
          response,
          operation,
          { ...options, limit: resolveSettings(options, coreOf(client).settings).maxResponseBytes },
          again,
        ) as AsyncIterable<Item>,
    );
  };
  return Object.assign(run, { operation });
}

function plainHeaders({ headers = {} }: RequestOptions): Record<string, string> {
  const kept = new Map(resolveSettings({ headers }).headers);
  kept.delete('last-event-id');
  return Object.fromEntries(kept.values());
}

/** Yields the values of a stream, reconnecting if necessary. */
async function* follow(
  first: Response,
  operation: StreamOperation,
  { signal, limit }: Pick<RequestOptions, 'signal'> & { readonly limit: number },
  again: (state: StreamState) => Promise<Exchange<unknown>>,
): AsyncGenerator<unknown, void, undefined> {
  const { method, path, dates, decodeDates } = operation;
  const decode = (value: unknown) => (dates && decodeDates ? decodeDates(value, dates) : value);
  const state: StreamState = { wait: 1000, limit };
  let response = first;
  for (let tries = 0; ; ) {
    const context = { method, path, status: response.status };
    try {
      for await (const value of operation.stream(linesOf(response, limit, context), state, decode)) {
        tries = 0;
        yield value;
      }
      return;
    } catch (error) {
      if (error instanceof ChatError) throw error;
      const canGoOn = state.lastId !== undefined && method === 'GET' && tries < mostConnections;
      if (signal?.aborted) throw new ChatAbortError('the stream was aborted by its signal', context);
      if (!canGoOn) throw new ChatConnectionError('the stream was cut off', context);
    }
    tries++;
    await new Promise((resolve) => setTimeout(resolve, Math.min(state.wait, longestWait)));
    response = (await again(state)).response;
    // The server asks for no more connections (HTML Standard, "server-sent events").
    if (response.status === 204) return;
  }
}
