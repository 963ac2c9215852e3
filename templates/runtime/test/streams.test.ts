import { expect, test } from '@jest/globals';
import { jsonEvents, jsonLines, linesOf, textEvents } from '../response/server-events.js';
import type { StreamReader } from '../response/streams.js';

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
  const state = { wait: 0, limit };
  const values: unknown[] = [];
  for await (const value of reader(linesOf(new Response(body), limit, context), state, (json) => json))
    values.push(value);
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
  await expect(readAll(jsonLines, '{}\nno\n', 4)).rejects.toThrow('not JSON');
});
