import { ApiCall, type Exchange, type Reading } from './api-call.js';
import { type ApiClient, type OperationFunction, type OperationParameters, starter } from './client.js';
import { coreOf } from './core.js';
import { ChatAbortError, ChatConnectionError, ChatError } from './errors/index.js';
import type { Operation } from './operation.js';
import { type RequestOptions, resolveSettings } from './options.js';
import { linesOf, type ServerEvent } from './server-events.js';

/** An operation that replies one value after the other. */
export interface StreamOperation extends Operation {
  /** How its bytes are read. */
  readonly stream: StreamReader;
}

/** Reads the values of a stream; what came from it last is kept in `state`. */
export type StreamReader = (
  lines: AsyncIterable<string>,
  state: StreamState,
  decode: (value: unknown) => unknown,
) => AsyncIterable<unknown>;

/** What is known of a stream when its connection breaks. */
export interface StreamState {
  /** The id of the last event that had one: the stream goes on behind it. */
  lastId?: string;
  /** Milliseconds before another connection. */
  wait: number;
  /** Characters that a value may have. */
  readonly limit: number;
}

/** Connections in a row that give nothing. */
const mostConnections = 5;
const longestWait = 30_000;

/**
 * A call whose reply is a stream. Iterated, or awaited and then iterated, it gives the values as they come. A stream of events whose
 * connection breaks is asked for again with `Last-Event-ID`. `signal` ends it; `timeout` counts until it begins; no value may be longer
 * than `maxResponseBytes`.
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

  /** The response with its body unread. */
  override async asResponse(): Promise<Response> {
    return (await this.exchange()).response;
  }
}

/** A stream of server-sent events. */
export type EventCall<Data, ReplyHeaders = undefined> = StreamCall<ServerEvent<Data>, ReplyHeaders>;

/** An operation whose reply is a stream, as a function. */
export function streamOperation<Parameters extends OperationParameters, Item, ReplyHeaders, Errors>(
  operation: StreamOperation,
): OperationFunction<Parameters, StreamCall<Item, ReplyHeaders>, Errors> {
  const run = (client: ApiClient, args?: unknown, options: RequestOptions = {}) => {
    const again = (state: StreamState) => {
      const headers = { ...plainHeaders(options), 'Last-Event-ID': state.lastId };
      return starter<unknown>(client, operation, args, { ...options, headers })({ raw: true });
    };
    return new StreamCall<Item, ReplyHeaders>(
      starter<unknown>(client, operation, args, options),
      (response) =>
        // Like any reply, it is trusted to be what the spec says.
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
  const kept = resolveSettings({ headers }).headers.filter(([name]) => name.toLowerCase() !== 'last-event-id');
  return Object.fromEntries(kept);
}

/** The values of a stream, over as many connections as it takes. */
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
      if (signal?.aborted) throw new ChatAbortError('the signal ended the stream', context);
      if (!canGoOn) throw new ChatConnectionError('the stream was cut off', context);
    }
    tries++;
    await new Promise((resolve) => setTimeout(resolve, Math.min(state.wait, longestWait)));
    response = (await again(state)).response;
    // The server asks for no more connections (HTML Standard, "server-sent events").
    if (response.status === 204) return;
  }
}
