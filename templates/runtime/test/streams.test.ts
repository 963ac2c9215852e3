import { expect, test } from '@jest/globals';
import type { RequestOptions } from '../options.js';
import { jsonEvents, jsonLines, linesOf, textEvents } from '../response/server-events.js';
import { type StreamReader, streamOperation } from '../response/streams.js';
import { SampleClient } from './support/sample-client.js';

const context = { method: 'GET', path: '/events', status: 200 };

/** The values that a reader parses from a text received in pieces. */
async function readAll(reader: StreamReader, text: string, size: number, limit = 1000) {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let from = 0; from < bytes.length; from += size) controller.enqueue(bytes.slice(from, from + size));
      controller.close();
    },
  });
  const state = { wait: 0, limit, context, redact: (shown: string) => shown };
  const values: unknown[] = [];
  for await (const value of reader(linesOf(new Response(body), state), state, (json) => json)) values.push(value);
  return { values, state };
}

const event = (data: unknown, id?: string, name = 'message') => ({ event: name, data, id });

test.each<[string, StreamReader, string, unknown[]]>([
  ['events of text', textEvents, 'data: a\n\ndata:b\ndata:  c\n\n', [event('a'), event('b\n c')]],
  [
    'names and ids',
    textEvents,
    'event: tick\nid: 1\ndata: a\n\ndata: b\n\n',
    [event('a', '1', 'tick'), event('b', '1')],
  ],
  ['comments and unknown fields', textEvents, ': hi\nfoo: 1\ndata: a\n\n\n: bye\n\n', [event('a')]],
  [
    'line breaks of each kind',
    textEvents,
    'data: a\r\n\r\ndata: b\r\rdata: c\n\n',
    [event('a'), event('b'), event('c')],
  ],
  ['line breaks of several kinds', textEvents, 'data: a\r\n\ndata: b\n\r\n', [event('a'), event('b')]],
  ['an event that is not complete', textEvents, 'data: a\n\ndata: b', [event('a')]],
  [
    'events of JSON, and what ends them',
    jsonEvents,
    'data: {"a":"\u00e9"}\n\ndata: [DONE]\n\ndata: 1\n\n',
    [event({ a: '\u00e9' })],
  ],
  ['lines of JSON', jsonLines, '{"a":1}\n\n2\r\n[3]', [{ a: 1 }, 2, [3]]],
])('%s', async (_, reader, text, expected) => {
  for (const size of [1, 2, 3, 1000]) expect((await readAll(reader, text, size)).values).toEqual(expected);
});

test('the state for the next connection is kept', async () => {
  const { state } = await readAll(textEvents, 'retry: 20\nid: 7\ndata: a\n\nretry: soon\n\n', 5);
  expect(state).toMatchObject({ wait: 20, lastId: '7' });
});

test.each([
  ['a line', 'data: aaaaaaaaaaaaaaaaaaaa\n\n'],
  ['an event', 'data: aaaa\n'.repeat(5)],
])('%s is limited', async (_, text) => {
  await expect(readAll(textEvents, text, 4, 12)).rejects.toThrow('of more than 12 characters');
});

test('a value that is not JSON is an error', async () => {
  await expect(readAll(jsonLines, '{}\nno\n', 4)).rejects.toThrow(
    'GET /events: status 200, a value of the stream is not JSON: no',
  );
});

const events = streamOperation<[args?: object, options?: RequestOptions], unknown, undefined, undefined>({
  method: 'GET',
  path: '/events',
  accept: 'text/event-stream',
  stream: textEvents,
});

/** A client whose responses have this body. */
function streaming(body: string | ReadableStream<Uint8Array>, type = 'text/event-stream; charset=utf-8') {
  const fetch = async () => new Response(body, { headers: { 'content-type': type } });
  return new SampleClient({ apiKey: 'key', token: 'token', fetch });
}

/** One event with an id, then a broken connection. */
function breaking(): ReadableStream<Uint8Array> {
  const chunks = ['id: 1\ndata: a\n\n'];
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.error(new TypeError('reset'));
      else controller.enqueue(new TextEncoder().encode(chunk));
    },
  });
}

async function firstTwo(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const value of values) if (found.push(value) === 2) break;
  return found;
}

test('a stream that was already read is rejected', async () => {
  const call = events(streaming('data: a\n\n'));
  expect(await firstTwo(call)).toEqual([event('a')]);
  await expect(firstTwo(call)).rejects.toMatchObject({ name: 'ChatInputError', method: 'GET', path: '/events' });
  await expect(firstTwo(await call)).rejects.toThrow('already read');
});

test('a page instead of events is rejected', async () => {
  const call = events(streaming('<html>', 'text/html'));
  await expect(firstTwo(call)).rejects.toThrow('status 200, the content type is text/html, not text/event-stream');
});

test('the signal ends the wait before a stream reconnects', async () => {
  const controller = new AbortController();
  const begun = performance.now();
  const call = events(streaming(breaking()), {}, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  await expect(firstTwo(call)).rejects.toMatchObject({ name: 'ChatAbortError' });
  expect(performance.now() - begun).toBeLessThan(900);
});
