import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { request } from '../client.js';
import {
  ApiCall,
  ChatError,
  ChatInputError,
  ChatNotFoundError,
  ChatRedirectError,
  ChatTimeoutError,
} from '../index.js';
import { ApiClient, call } from './support/full-client.js';
import { SampleClient } from './support/sample-client.js';
import { type Arrived, startServer, type TestServer } from './support/server.js';

const apiKey = 'key-7c1d4f';
const token = 'header.payload.signature-91e2';

let server: TestServer;
let answer: (request: Arrived) => {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
let client: SampleClient;

beforeAll(async () => {
  server = await startServer((request, response) => {
    const { status = 200, headers = { 'content-type': 'application/json' }, body = '{}' } = answer(request);
    response.writeHead(status, headers).end(body);
  });
});
afterAll(() => server.close());
beforeEach(() => {
  server.arrived.length = 0;
  answer = () => ({});
  client = new SampleClient({ apiKey, token, baseUrl: server.url });
});

const lastRequest = () => {
  const last = server.arrived.at(-1);
  if (last === undefined) throw new Error('no request arrived');
  return last;
};

describe('a call', () => {
  test('sends method, path, query and credentials, and returns the data with its dates', async () => {
    answer = () => ({ body: '{"poll":{"id":"a b","created_at":"2024-05-06T07:08:09.1239Z","votes":[{"at":"x"}]}}' });
    const { poll } = await client.getPoll({ poll_id: 'a/b c', user_id: 'jo&hn' });
    expect(poll.created_at).toEqual(new Date('2024-05-06T07:08:09.124Z'));
    expect(poll.votes).toEqual([{ at: 'x' }]);
    const { method, url, headers } = lastRequest();
    expect([method, url]).toEqual(['GET', `/api/v2/polls/a%2Fb%20c?api_key=${apiKey}&user_id=jo%26hn`]);
    expect(headers.authorization).toBe(token);
  });

  test('sends arguments that are not parameters as the body', async () => {
    const at = new Date(0);
    await client.createPoll({ name: 'Lunch?', at, none: undefined, nothing: null });
    expect(JSON.parse(lastRequest().body.toString())).toEqual({
      name: 'Lunch?',
      at: '1970-01-01T00:00:00.000Z',
      nothing: null,
    });
    expect(lastRequest().headers['content-type']).toBe('application/json');
  });

  test('reads its arguments synchronously', async () => {
    const args = { name: 'before' };
    const call = client.createPoll(args);
    args.name = 'after';
    await call;
    expect(lastRequest().body.toString()).toBe('{"name":"before"}');
  });

  test('is a promise, and then() returns a plain one', async () => {
    const pending = client.getPoll({ poll_id: 'a' });
    expect(pending).toBeInstanceOf(ApiCall);
    expect(pending).toBeInstanceOf(Promise);
    const next = pending.then((data) => data);
    expect(next).not.toBeInstanceOf(ApiCall);
    expect(await Promise.all([pending, next])).toEqual([{}, {}]);
  });

  test('is sent without being awaited', async () => {
    const arrived = new Promise<void>((resolve) => {
      answer = () => {
        resolve();
        return {};
      };
    });
    client.getPoll({ poll_id: 'a' });
    await arrived;
  });

  test('sends an upload as form data', async () => {
    await client.uploadFile({
      file: { data: 'hello', name: 'a b.txt', type: 'text/plain' },
      user: { id: 'john' },
      upload_sizes: [{ width: 1 }],
    });
    const { headers, body } = lastRequest();
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': headers['content-type'] ?? '' },
    }).formData();
    expect([form.get('user'), form.get('upload_sizes')]).toEqual(['{"id":"john"}', '[{"width":1}]']);
    const file = form.get('file');
    if (!(file instanceof File)) throw new Error('no file');
    expect([file.name, file.type, await file.text()]).toEqual(['a b.txt', 'text/plain', 'hello']);
  });

  test('keeps a field named __proto__', async () => {
    await client.createPoll(JSON.parse('{"name":"a","__proto__":{"x":1}}'));
    expect(lastRequest().body.toString()).toBe('{"name":"a","__proto__":{"x":1}}');
  });
});

describe('withResponse', () => {
  test('returns data, response, rate limit and request id', async () => {
    answer = () => ({
      headers: {
        'x-limit': '60',
        'x-remaining': '59',
        'x-reset': '1700000000000',
        'x-request-id': 'r-1',
      },
    });
    const { data, response, rateLimit, requestId } = await client.getPoll({ poll_id: 'a' }).withResponse();
    expect(data).toEqual({});
    expect(response.status).toBe(200);
    expect(rateLimit).toEqual({ limit: 60, remaining: 59, reset: new Date(1_700_000_000_000) });
    expect(requestId).toBe('r-1');
  });
});

describe('asResponse', () => {
  test('returns the body unread', async () => {
    answer = () => ({ body: 'streamed' });
    const pending = client.getPoll({ poll_id: 'a' });
    const response = await pending.asResponse();
    expect(await response.text()).toBe('streamed');
    await expect(pending).rejects.toBeInstanceOf(ChatInputError);
  });

  test('returns a body that ends with the signal of the call', async () => {
    answer = () => ({ body: 'x'.repeat(10_000_000) });
    const controller = new AbortController();
    const response = await client.getPoll({ poll_id: 'a' }, { signal: controller.signal }).asResponse();
    controller.abort();
    await expect(response.text()).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  test('fails after the body was read', async () => {
    const pending = client.getPoll({ poll_id: 'a' });
    await pending;
    await expect(pending.asResponse()).rejects.toThrow('call it at once');
  });
});

describe('errors', () => {
  test('have the class of the status, with secrets repeated by the server redacted', async () => {
    answer = () => ({
      status: 404,
      body: JSON.stringify({ code: 16, message: `no ${apiKey} and ${token}`, details: [1, 2] }),
    });
    const error = await client.getPoll({ poll_id: 'a' }).catch((caught: unknown) => caught);
    if (!(error instanceof ChatNotFoundError)) throw error;
    expect(error).toMatchObject({
      status: 404,
      code: 16,
      details: [1, 2],
      method: 'GET',
      path: '/api/v2/polls/{poll_id}',
    });
    expect(error.message).toBe('GET /api/v2/polls/{poll_id}: 404 no [redacted] and [redacted]');
    expect(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + error.stack).not.toMatch(
      /7c1d4f|91e2/,
    );
  });

  test('include redirects, which are not followed', async () => {
    answer = () => ({ status: 302, headers: { location: `/other?api_key=${apiKey}` } });
    const error = await client.getPoll({ poll_id: 'a' }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ChatRedirectError);
    expect(error).toMatchObject({ status: 302, location: '/other' });
    expect(server.arrived).toHaveLength(1);
  });

  test.each([
    ['a missing path value', {}, 'poll_id'],
    ['an empty path value', { poll_id: '' }, 'poll_id'],
    ['a path value that climbs', { poll_id: '..' }, 'poll_id'],
    ['an object in the path', { poll_id: {} }, 'poll_id'],
    ['an unknown argument', { poll_id: 'a', pool: 1 }, 'pool'],
  ])('report %s before anything is sent', async (_, args, argument) => {
    const operation = {
      method: 'GET',
      path: '/polls/{poll_id}',
      parameters: [{ name: 'poll_id', in: 'path' }],
    } as const;
    const error = await call(client, operation, args).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ChatInputError);
    expect(error).toMatchObject({ argument });
    expect(server.arrived).toHaveLength(0);
  });

  test('report an attempt that exceeds its timeout', async () => {
    const hanging = new SampleClient({
      apiKey,
      baseUrl: server.url,
      timeout: 20,
      retry: { limit: 0 },
      fetch: () => new Promise(() => undefined),
    });
    await expect(hanging.getPoll({ poll_id: 'a' })).rejects.toBeInstanceOf(ChatTimeoutError);
  });

  test('reject once, by the promise in use', async () => {
    const seen: unknown[] = [];
    const onUnhandled = (reason: unknown) => seen.push(reason);
    process.on('unhandledRejection', onUnhandled);
    const failing = new SampleClient({
      apiKey,
      baseUrl: server.url,
      fetch: () => Promise.reject(new Error('no')),
      retry: { limit: 0 },
    });
    await expect(failing.getPoll({ poll_id: 'a' }).withResponse()).rejects.toBeInstanceOf(ChatError);
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', onUnhandled);
    expect(seen).toEqual([]);
  });
});

describe('a client', () => {
  test('shows no secret', () => {
    expect(inspect(client, { depth: 20, showHidden: true }) + JSON.stringify(client)).not.toMatch(/7c1d4f|91e2/);
  });

  test('has no members that could clash with methods', () => {
    expect(Object.getOwnPropertyNames(ApiClient.prototype)).toEqual(['constructor']);
    expect(Object.getOwnPropertyNames(client)).toEqual([]);
  });

  test('works through a proxy, as tracing and reactive libraries create', async () => {
    const proxy = new Proxy(client, {});
    await proxy.withOptions({ apiKey: 'other' }).getPoll({ poll_id: 'a' });
    expect(lastRequest().url).toBe('/api/v2/polls/a?api_key=other');
    await proxy.getPoll({ poll_id: 'a' });
    expect(lastRequest().url).not.toContain('other');
  });

  test('returns clients of the same class from withOptions', async () => {
    const variant = client.withOptions({ apiKey: 'other', headers: { 'x-team': 'red' } });
    expect(variant).toBeInstanceOf(SampleClient);
    await variant.getPoll({ poll_id: 'a' });
    expect(lastRequest().url).toBe('/api/v2/polls/a?api_key=other');
    expect(lastRequest().headers).toMatchObject({ authorization: token, 'x-team': 'red' });
  });

  test.each(['ftp://example.com', 'http://user:word@example.com', 'http://example.com/?a=1', 'nonsense'])(
    'rejects the base URL %s',
    (baseUrl) => {
      expect(() => new SampleClient({ apiKey, baseUrl })).toThrow(ChatInputError);
    },
  );
});

describe('an endpoint that is not in the spec', () => {
  test('is called with the credentials, a query and a body', async () => {
    const seen: string[] = [];
    const client = new SampleClient({
      apiKey: 'k',
      token: 't',
      fetch: async (url, init) => {
        seen.push(`${init.method} ${url} ${init.headers.Authorization} ${init.body}`);
        return new Response('{"a":1}');
      },
    });
    const args = { query: { q: 'x y', list: ['a', 2], none: undefined }, body: { name: 'n' } };
    expect(await request(client, 'post', '/api/v2/new', args, undefined)).toEqual({ a: 1 });
    expect(seen).toEqual(['POST https://chat.example.com/api/v2/new?api_key=k&q=x%20y&list=a&list=2 t {"name":"n"}']);
  });

  test.each([
    ['', {}],
    ['no/slash', {}],
    ['/a?b', {}],
    ['/a/../b', {}],
    ['/a\\..\\b', {}],
    ['/.\t./b', {}],
    ['/a', Object({ params: {} })],
    ['/a', { query: Object(new URLSearchParams('a=1')) }],
    ['/a', { query: Object(new Map([['a', 1]])) }],
    ['/a', { query: Object('a=1') }],
  ])('is rejected: %j %j', async (path, args) => {
    const client = new SampleClient({ apiKey: 'k', token: 't', fetch: async () => new Response('{}') });
    await expect(request(client, 'GET', path, args, undefined)).rejects.toMatchObject({ code: 'input' });
  });
});
