import { deepStrictEqual } from 'node:assert';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiCall } from '../call/api-call.js';
import { operation, request } from '../client.js';
import type { Operation } from '../operation.js';
import { jsonEvents, jsonLines } from '../response/server-events.js';
import { streamOperation } from '../response/streams.js';
import type { FakeData, FakeOperation } from '../testing/data.js';
import type { FakeFailure, FakeFault } from '../testing/failures.js';
import { createFake } from '../testing/fake.js';
import { asksForLaterPage, pageSequence } from '../testing/pages.js';
import { createResources } from '../testing/state.js';
import { type Answer, json, type RawServer, reply, reset, silent, startRawServer } from './support/raw-server.js';
import { createPoll, getPoll, type Poll, SampleClient, uploadFile } from './support/sample-client.js';

const operations = {
  getPoll: operation<[args: { poll_id: string; user_id?: string }], { poll: Poll }, undefined, undefined>(getPoll),
  createPoll: operation<[args: { name: string }], { poll: Poll }, undefined, undefined>(createPoll),
  uploadFile: operation<[args: object], { file: string }, undefined, undefined>(uploadFile),
};

const data: FakeData = {
  definitions: { 'urn:definition:Name': { type: 'string', maxLength: 5 } },
  operations: {
    getPoll: {
      method: 'GET',
      path: '/api/v2/polls/{poll_id}',
      parameters: [
        { argument: 'poll_id', required: true, schema: { type: 'string', minLength: 2 } },
        { argument: 'user_id', schema: { enum: ['john', 'jane'] } },
      ],
      reply: {
        status: 200,
        mediaType: 'application/json',
        value: { poll: { id: 'a', created_at: '2026-01-02T03:04:05Z' } },
      },
    },
    createPoll: {
      method: 'POST',
      path: '/api/v2/polls',
      bodies: [
        {
          mediaType: 'application/json',
          required: true,
          schema: {
            type: 'object',
            properties: { name: { $ref: 'urn:definition:Name' }, at: { type: 'string', format: 'date-time' } },
            required: ['name'],
          },
        },
      ],
      reply: {
        status: 201,
        mediaType: 'application/json',
        value: { poll: { id: 'a' } },
        headers: { 'X-Revision': '7' },
      },
      errors: { '422': { detail: [{ msg: '{message}' }] } },
    },
    uploadFile: {
      method: 'POST',
      path: '/api/v2/uploads/file',
      bodies: [
        {
          mediaType: 'multipart/form-data',
          required: true,
          schema: { type: 'object', properties: { file: { type: 'string' }, user: { type: 'object' } } },
        },
      ],
      reply: { status: 204 },
    },
  },
  types: { Poll: { value: { id: 'poll', created_at: '2026-01-02T03:04:05Z' }, dates: ['/created_at'], ids: ['id'] } },
  errors: { '404': { message: '{message}' } },
  errorType: 'application/json',
};

function fakeClient(options = {}) {
  const fake = createFake<typeof operations, { Poll: Poll }>(data);
  return { fake, chat: new SampleClient({ apiKey: 'key', fetch: fake.fetch, retry: false, ...options }) };
}

/** Every fault, and the real one. */
const FAULTS: { readonly [Fault in FakeFault]: readonly [Fault, Answer] } = {
  timeout: ['timeout', silent],
  reset: ['reset', reset],
  'aborted body': ['aborted body', reply('200 OK', ['content-type: application/json', 'content-length: 50'], '{"')],
};

describe('a failure results in the same error as a real one over HTTP', () => {
  let server: RawServer;
  beforeAll(async () => {
    server = await startRawServer();
  });
  afterAll(() => server.close());

  const failed = (status: number, ...headers: string[]): Answer =>
    json('{"message":"failed by fake.fail()"}', `${status} Status`, headers);
  test.each<[string, FakeFailure, Answer]>([
    ...[400, 401, 403, 404, 409, 413, 418, 429, 500, 502, 503, 504].map((status): [string, FakeFailure, Answer] => {
      return [`status ${status}`, { status }, failed(status)];
    }),
    ['a wait', { status: 429, retryAfter: 7 }, failed(429, 'retry-after: 7')],
    ['a body', { status: 400, body: { error: 'x' } }, json('{"error":"x"}', '400 Bad Request')],
    ['a header', { status: 500, headers: { 'x-request-id': 'r1' } }, failed(500, 'x-request-id: r1')],
    ['a message', { status: 400, message: 'no' }, json('{"message":"no"}', '400 Bad Request')],
    ...Object.values(FAULTS).map(([fault, answer]): [string, FakeFailure, Answer] => [fault, fault, answer]),
    ['a fault as an object', { fault: 'reset', times: 1 }, reset],
  ])('%s', async (_, failure, answer) => {
    const timeout = failure === 'timeout' ? 200 : 10_000;
    const { fake, chat } = fakeClient({ timeout });
    fake.fail('getPoll', failure);
    server.answers = [answer];
    const real = new SampleClient({ apiKey: 'key', baseUrl: server.url, retry: false, timeout });
    const seen = await Promise.all(
      [chat, real].map((client) =>
        client.getPoll({ poll_id: 'ab' }).catch((error: unknown) => {
          const { name, status, code, retryAfterMs, requestId, body, message } = Object(error);
          return { name, status, code, retryAfterMs, requestId, body, message };
        }),
      ),
    );
    expect(seen[0]).toHaveProperty('name', expect.stringMatching(/^Chat\w+Error$/));
    expect(seen[0]).toEqual(seen[1]);
  });

  test('a failure with times applies to that many requests', async () => {
    const { fake, chat } = fakeClient({ retry: { limit: 2 } });
    fake.fail('getPoll', { status: 503, retryAfter: 0, times: 2 });
    await expect(chat.getPoll({ poll_id: 'ab' })).resolves.toHaveProperty('poll.id', 'a');
    expect(fake.calls('getPoll')).toHaveLength(3);
    fake.verify();
  });
});

test.each<[string, (chat: SampleClient) => ApiCall<unknown>, string]>([
  ['a parameter', (chat) => chat.getPoll({ poll_id: 'a' }), 'getPoll: poll_id: '],
  ['one of the allowed values', (chat) => chat.getPoll({ poll_id: 'ab', user_id: 'jim' }), 'getPoll: user_id: '],
  ['a field', (chat) => chat.createPoll({ name: 'Dinner?' }), 'createPoll: name: String is too long'],
  ['a missing field', (chat) => chat.createPoll(Object({ at: new Date() })), 'createPoll: name is missing'],
  ['a date-time', (chat) => chat.createPoll({ name: 'x', at: 'today' }), 'createPoll: at: '],
])('a fault in %s is rejected', async (_, run, message) => {
  const { fake, chat } = fakeClient();
  await expect(run(chat)).rejects.toMatchObject({ status: 400, message: expect.stringContaining(message) });
  expect(() => fake.verify()).toThrow(message);
});

test('an answer is data, a Response, or a function of the request', async () => {
  const { fake, chat } = fakeClient();
  fake.on('getPoll', { poll: fake.make('Poll', { id: 'b' }) });
  expect((await chat.getPoll({ poll_id: 'ab' })).poll).toEqual({
    id: 'b',
    created_at: new Date('2026-01-02T03:04:05Z'),
  });
  fake.on('getPoll', Response.json({ message: 'gone' }, { status: 410 }));
  await expect(chat.getPoll({ poll_id: 'ab' })).rejects.toMatchObject({ status: 410, body: { message: 'gone' } });
  await expect(chat.getPoll({ poll_id: 'ab' })).rejects.toMatchObject({ status: 410, body: { message: 'gone' } });
  fake.on('createPoll', ({ args, headers }) => {
    return { poll: { id: `${args.name} ${headers.get('content-type')}`, created_at: new Date(0) } };
  });
  await expect(chat.createPoll({ name: 'x' })).resolves.toHaveProperty('poll.id', 'x application/json');
  fake.on('createPoll', () => {
    throw new RangeError('in the test');
  });
  await expect(chat.createPoll({ name: 'x' })).rejects.toHaveProperty('cause.message', 'in the test');
  expect(() => fake.verify()).toThrow('createPoll: its response function failed: RangeError: in the test');
});

test('answers with times are used first', async () => {
  const { fake, chat } = fakeClient();
  const named = (id: string) => ({ poll: { id, created_at: new Date(0) } });
  fake.on('getPoll', named('rest'));
  fake.on('getPoll', named('first'), { times: 1 });
  fake.on('getPoll', named('next'), { times: 2 });
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) ids.push((await chat.getPoll({ poll_id: 'ab' })).poll.id);
  expect(ids).toEqual(['first', 'next', 'next']);
  expect((await chat.getPoll({ poll_id: 'ab' })).poll.id).toBe('rest');
  fake.verify();
});

test('a later failure replaces one for all requests', async () => {
  const { fake, chat } = fakeClient();
  fake.fail('getPoll', { status: 503 });
  fake.fail('getPoll', { status: 404 });
  await expect(chat.getPoll({ poll_id: 'ab' })).rejects.toMatchObject({ status: 404 });
});

test('unknown operations and faults are rejected immediately', () => {
  const { fake } = fakeClient();
  const untyped: { fail(name: string, failure: unknown): void } = fake;
  expect(() => untyped.fail('getPoll', { status: 304 })).toThrow('304');
  expect(() => untyped.fail('getPoll', 'slow')).toThrow('Unknown fault: slow. Use a status, or one of: timeout, reset');
  expect(() => untyped.fail('getPoll', { times: 1 })).toThrow('Unknown fault');
  expect(() => untyped.fail('x', 'reset')).toThrow(/^Unknown operation: x\.$/);
});

test('a problem of several attempts is reported once', async () => {
  const { fake, chat } = fakeClient({ retry: { limit: 1, methods: ['POST'] } });
  fake.on('createPoll', () => {
    throw new RangeError('in the test');
  });
  await expect(chat.createPoll({ name: 'x' })).rejects.toThrow();
  expect(fake.calls('createPoll')).toHaveLength(2);
  expect(() => fake.verify()).toThrow(/^createPoll: its response function failed: RangeError: in the test$/);
});

test('requests show what was sent, as plain objects', async () => {
  const { fake, chat } = fakeClient();
  const args = { name: 'x', options: [{ text: 'a' }] };
  const { response } = await chat.createPoll(args, { headers: { 'Idempotency-Key': 'k' } }).withResponse();
  expect(response.headers.get('X-Revision')).toBe('7');
  deepStrictEqual(fake.calls('createPoll'), [args]);
  const [request] = fake.requests('createPoll');
  expect(request?.headers.get('idempotency-key')).toBe('k');
  expect(request?.url).toContain('/api/v2/polls?api_key=key');
});

test('JSON values are not treated as files', async () => {
  const { fake, chat } = fakeClient();
  const open: { createPoll(args: object): ApiCall<unknown>; uploadFile(args: object): ApiCall<unknown> } = chat;
  await open.createPoll({ name: 'x', meta: { name: 'signup', data: {} } });
  for (const file of [
    { data: 'text', name: 'a.txt' },
    { data: new Blob(['x']), type: 'text/plain' },
    new Uint8Array(3),
  ])
    await open.uploadFile({ file, user: null });
  fake.verify();
});

test('requests to endpoints outside the spec get the response set by a test', async () => {
  const { fake, chat } = fakeClient();
  const ask = () => request<{ ok: boolean }>(chat, 'GET', '/status', undefined, undefined);
  fake.on('GET /status', { ok: true });
  await expect(ask()).resolves.toEqual({ ok: true });
  fake.reset();
  await expect(ask()).rejects.toMatchObject({ status: 404 });
  expect(() => fake.verify()).toThrow('GET /status is not answered');
});

test('the check can be disabled', async () => {
  const fake = createFake<typeof operations, object>(data, { check: false });
  const chat = new SampleClient({ apiKey: 'key', fetch: fake.fetch });
  await chat.getPoll({ poll_id: 'a' });
  fake.verify();
});

test('a stream is a list of its values', async () => {
  const other = { ...plain('/events'), reply: { status: 200, mediaType: 'application/json', value: { m: 2 } } };
  const stream = { ...data, operations: { other, events: streamed('events'), lines: streamed('lines') } };
  const all = {
    other: operation<[args?: object], object, undefined, undefined>(plain('/events')),
    events: streamOperation<[args?: object], { n: number }, undefined, undefined>({
      ...plain('/events'),
      stream: jsonEvents,
    }),
    lines: streamOperation<[args?: object], { n: number }, undefined, undefined>({
      ...plain('/lines'),
      stream: jsonLines,
    }),
  };
  const fake = createFake<typeof all, object>(stream);
  const chat = new SampleClient({ apiKey: 'key', fetch: fake.fetch });
  const read = async (values: AsyncIterable<unknown>, most: number) => {
    const found: unknown[] = [];
    for await (const value of values) if (found.push(value) === most) break;
    return found;
  };
  expect(await read(all.lines(chat), 1)).toEqual([{ n: 1 }]);
  expect(await read(all.events(chat), 1)).toEqual([{ event: 'message', data: { n: 1 }, id: undefined }]);
  expect(await all.other(chat)).toEqual({ m: 2 });
  fake.on('lines', [{ n: 5 }, { n: 6 }]);
  expect(await read(all.lines(chat), 2)).toEqual([{ n: 5 }, { n: 6 }]);
});

function plain(path: string): Pick<Operation, 'method' | 'path'> {
  return { method: 'GET', path };
}

function streamed(kind: 'events' | 'lines'): FakeOperation {
  const mediaType = kind === 'events' ? 'text/event-stream' : 'application/x-ndjson';
  return { ...plain(`/${kind}`), reply: { status: 200, mediaType, stream: kind, value: { n: 1 } } };
}

test('resources whose schema does not require an id get one', () => {
  const resources = createResources({ types: { Pet: { value: {} } } }, counter());
  const key = ['petId', 'id'] as const;
  const operation = { ...plain('/pets'), reply: { status: 200 } };
  const create = { role: 'create', type: 'Pet', at: '', key: ['id', 'id'], sample: 7, fields: ['name'] } as const;
  expect(resources(operation, create, { name: 'a' }).value).toEqual({ name: 'a', id: 8 });
  expect(resources(operation, create, { name: 'b' }).value).toEqual({ name: 'b', id: 9 });
  expect(resources(operation, { role: 'get', type: 'Pet', at: '', key }, { petId: 9 }).value).toEqual({
    name: 'b',
    id: 9,
  });
});

function counter(): () => number {
  let count = 0;
  return () => ++count;
}

test('a link to the next page has its number', () => {
  const order = { kind: 'cursor', sent: 'page', replied: 'next', link: 'page' } as const;
  const pages = { items: 'polls', item: { id: 'a' }, order };
  const next = pageSequence(pages, { status: 200, value: {} }, 2);
  expect([next({ page: 1 }), next({ page: 2 })]).toEqual([
    { polls: [{ id: 'a-1' }, { id: 'a-2' }], next: '?page=2' },
    { polls: [{ id: 'a-3' }, { id: 'a-4' }], next: undefined },
  ]);
  expect([{}, { page: 1 }, { page: 2 }].map((args) => asksForLaterPage(pages, args))).toEqual([false, false, true]);
});

test('pages may be requested by their number', () => {
  const pages = { items: '', item: { id: 'a' }, order: { kind: 'offset', sent: 'page', first: 1 } } as const;
  const next = pageSequence(pages, { status: 200, value: [] }, 2);
  expect([{}, { page: 1 }, { page: 2 }, { page: 3 }].map((args) => next(args))).toEqual([
    [{ id: 'a-1' }, { id: 'a-2' }],
    [{ id: 'a-1' }, { id: 'a-2' }],
    [{ id: 'a-3' }, { id: 'a-4' }],
    [],
  ]);
  expect([{}, { page: 1 }, { page: 2 }].map((args) => asksForLaterPage(pages, args))).toEqual([false, false, true]);
});

test('pages have the length that the caller requests', () => {
  const pages = { items: '', item: { id: 'a' }, limit: 'limit', order: { kind: 'offset', sent: 'offset' } } as const;
  const next = pageSequence(pages, { status: 200, value: [] }, 2);
  expect([next({ limit: 5 }), next({ limit: 5, offset: 5 }), next({ limit: 5, offset: 10 })]).toMatchObject([
    { length: 5 },
    { length: 5 },
    { length: 0 },
  ]);
  expect(next({})).toHaveLength(2);
});

test('an error body of the spec has the message in its field', async () => {
  const { fake, chat } = fakeClient();
  fake.fail('createPoll', { status: 422, message: 'too short' });
  await expect(chat.createPoll({ name: 'x' })).rejects.toMatchObject({ body: { detail: [{ msg: 'too short' }] } });
});

test('uploads are recorded as they were passed', async () => {
  const { fake, chat } = fakeClient();
  const file = new Blob(['x']);
  await chat.uploadFile({ file, user: { id: 'john' } });
  expect(fake.calls('uploadFile')).toEqual([{ file, user: { id: 'john' } }]);
  fake.verify();
});

test('requests that the fake cannot answer are reported', async () => {
  const { fake, chat } = fakeClient();
  const { getPoll: _, ...others } = data.operations;
  const small = createFake<typeof operations, object>({ ...data, operations: others });
  await expect(chat.withOptions({ fetch: small.fetch }).getPoll({ poll_id: 'ab' })).rejects.toMatchObject({
    status: 404,
  });
  expect(() => small.verify()).toThrow(
    'GET /api/v2/polls/{poll_id} is not answered: it is not an operation of the spec',
  );
  await expect(fake.fetch('https://example.com', {})).rejects.toThrow('this package');
  fake.on('getPoll', { poll: fake.make('Poll') });
  expect(() => fake.verify()).toThrow("on('getPoll') was not used");
});
