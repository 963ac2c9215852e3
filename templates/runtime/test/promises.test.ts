import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { encodePath } from '../encode/path.js';
import type { RequestOptions } from '../index.js';
import { SampleClient, type SampleClientOptions } from './support/sample-client.js';

const json = (body = '{}', status = 200) => new Response(body, { status });
const client = (options: object = {}) => {
  const all: SampleClientOptions = Object.assign(
    { apiKey: 'key-1', token: 'token-1', fetch: async () => json() },
    options,
  );
  return new SampleClient(all);
};
const never = () => new Promise<string>(() => undefined);

describe('an option', () => {
  test.each([
    ['maxRetries', { maxRetries: 0 }, 'unknown option maxRetries; the options are baseUrl, fetch, ky,'],
    ['key', { key: 'a' }, ', apiKey, token'],
    ['retry', { retry: true }, 'must be an object'],
    ['retry.limits', { retry: { limits: 1 } }, 'the options are limit, methods, maxRetryAfter'],
    ['logger', { logger: () => undefined }, 'like console'],
    ['hooks.beforeRequest', { hooks: { beforeRequest: true } }, 'must be an array of functions'],
    ['ky', { ky: fetch }, 'must be a ky instance'],
    ['baseUrl', { baseUrl: 'https://chat.example.com/?' }, 'without user name, query or fragment'],
    ['baseUrl', { baseUrl: 'https://chat.example.com/#' }, 'without user name, query or fragment'],
  ])('%s of the wrong kind is rejected', (argument, options, message) => {
    expect(() => client(options)).toThrow(expect.objectContaining({ name: 'ChatInputError', argument }));
    expect(() => client(options)).toThrow(message);
  });

  test('of a call is rejected in its first argument and where it is unknown', async () => {
    const misplaced = client().getPoll(Object({ poll_id: 'a', timeout: 5 }));
    await expect(misplaced).rejects.toThrow('options are the second argument');
    const inBody = client().createPoll(Object({ name: 'a', timeout: 5 }));
    await expect(inBody).rejects.toThrow(
      'timeout is not an argument of this operation: options are the second argument',
    );
    const unknown: RequestOptions = Object({ timeOut: 5 });
    await expect(client().getPoll({ poll_id: 'a' }, unknown)).rejects.toThrow('the options are signal, timeout,');
    const signal = client().getPoll({ poll_id: 'a' }, Object(AbortSignal.timeout(50)));
    await expect(signal).rejects.toThrow('the options must be an object');
  });

  test('on Object.prototype is not read', async () => {
    const sent: string[] = [];
    const fetch = async (url: string) => {
      sent.push(url);
      return json();
    };
    Object.defineProperty(Object.prototype, 'baseUrl', { value: 'http://elsewhere.example', configurable: true });
    try {
      await client({ fetch }).getPoll({ poll_id: 'a' });
    } finally {
      Reflect.deleteProperty(Object.prototype, 'baseUrl');
    }
    expect(sent[0]).toMatch(/^https:\/\/chat\.example\.com\//);
  });
});

test('a fetch is called without `this`, as browsers require for theirs', async () => {
  let self: unknown = 'not called';
  async function fetch(this: unknown) {
    self = this;
    return json();
  }
  await client({ fetch }).getPoll({ poll_id: 'a' });
  expect(self).toBeUndefined();
});

describe('a token function that hangs', () => {
  test('ends with the call, and the next call calls it again', async () => {
    const signals: AbortSignal[] = [];
    const token = ({ signal }: { readonly signal: AbortSignal }) => {
      signals.push(signal);
      return signals.length === 1 ? never() : 'good';
    };
    const chat = client({ token, timeout: 50, retry: false });
    await expect(chat.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ name: 'ChatTimeoutError' });
    await chat.getPoll({ poll_id: 'a' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  test('after a 401 is limited by the timeout', async () => {
    let asked = 0;
    const token = () => (++asked === 1 ? 'first' : never());
    const chat = client({ token, timeout: 50, fetch: async () => json('{}', 401) });
    await expect(chat.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ name: 'ChatTimeoutError' });
  });
});

describe('an error', () => {
  test("has the caller's own error as its cause, unless that shows a secret", async () => {
    const own = new Error('login server returned 503');
    const failing = client({ token: () => Promise.reject(own) });
    await expect(failing.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ name: 'ChatTokenError', cause: own });
    const leaking = client({ fetch: (url: string) => Promise.reject(new TypeError(url)), retry: false });
    const error: unknown = await leaking.getPoll({ poll_id: 'a' }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'ChatConnectionError' });
    expect(Reflect.get(Object(error), 'cause')).toBeUndefined();
  });

  test('of a token function has a copy of an error that is too large to check', async () => {
    const own = Object.assign(new Error('login: 503'), { config: { headers: {} } });
    const failing = client({ token: () => Promise.reject(own) });
    await expect(failing.getPoll({ poll_id: 'a' })).rejects.toMatchObject({
      cause: expect.objectContaining({ message: 'login: 503', stack: own.stack }),
    });
    await expect(failing.getPoll({ poll_id: 'a' })).rejects.not.toHaveProperty('cause.config');
  });

  test('of a token function has all errors of a connection as its cause', async () => {
    const own = new TypeError('fetch failed', {
      cause: new AggregateError([new Error('::1'), new Error('127.0.0.1')]),
    });
    const failing = client({ token: () => Promise.reject(own) });
    await expect(failing.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ cause: own });
    const leaking = new TypeError('fetch failed', { cause: new AggregateError([new Error('at key-1')]) });
    const error: unknown = await client({ token: () => Promise.reject(leaking) })
      .getPoll({ poll_id: 'a' })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ cause: expect.objectContaining({ message: 'fetch failed' }) });
    expect(inspect(error)).not.toContain('key-1');
  });

  test('of a token function is that of this call, also if another call caused it', async () => {
    const login = client({ fetch: async () => json('{"message":"no"}', 403) });
    const failing = client({ token: () => login.createPoll({ name: 'a' }).then(String) });
    await expect(failing.getPoll({ poll_id: 'a' })).rejects.toMatchObject({
      name: 'ChatTokenError',
      path: '/api/v2/polls/{poll_id}',
      message: expect.stringMatching(/no token: .*: 403 no$/),
    });
  });

  test.each([
    ['{"errors":{"name":["is too short"]}}', '400 {"errors":{"name":["is too short"]}}'],
    ['upstream\n timed out key-1', '400 upstream timed out [redacted]'],
    ['<html>x</html>', '400 Bad'],
    [' ', '400 Bad'],
  ])('shows a body without a message, unless it is a page: %j', async (body, message) => {
    const chat = client({ fetch: async () => new Response(body, { status: 400, statusText: 'Bad' }) });
    await expect(chat.getPoll({ poll_id: 'a' })).rejects.toMatchObject({
      message: `GET /api/v2/polls/{poll_id}: ${message}`,
    });
  });

  test('has the line of the call in its stack', async () => {
    const loadPoll = () => client({ fetch: async () => json('{}', 404) }).getPoll({ poll_id: 'a' });
    await expect(loadPoll()).rejects.toMatchObject({ stack: expect.stringContaining('loadPoll') });
  });

  test('is the same where stacks are not texts', async () => {
    const { prepareStackTrace } = Error;
    Error.prepareStackTrace = (_, frames) => frames;
    try {
      const call = client({ fetch: async () => json('{}', 404) }).getPoll({ poll_id: 'a' });
      await expect(call).rejects.toMatchObject({ status: 404 });
    } finally {
      Error.prepareStackTrace = prepareStackTrace;
    }
  });

  test('has the body and headers of the response without secrets', async () => {
    const fetch = async () =>
      new Response('{"message":"no","who":"key-1","nested":{"a":1}}', { status: 400, headers: { 'x-who': 'key-1' } });
    const error: unknown = await client({ fetch })
      .getPoll({ poll_id: 'a' })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ status: 400, body: { message: 'no', who: '[redacted]', nested: { a: 1 } } });
    const headers: unknown = Reflect.get(Object(error), 'headers');
    expect(headers instanceof Headers && headers.get('x-who')).toBe('[redacted]');
  });
});

test.each([
  ['.{a}', { a: '.' }],
  ['.{a}', { a: '%2e' }],
  ['{a}{b}', { a: '.', b: '.' }],
])('a path %s cannot become a segment of dots', (segment, values) => {
  const operation = { method: 'GET', path: `/x/${segment}/end` } as const;
  expect(() => encodePath(operation, new Map(Object.entries(values)))).toThrow('has a segment');
});

test('an upload whose signal is aborted before it begins leaves no rejection', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const client = new SampleClient({ apiKey: 'k', token: 't' });
  const file = { path: '/no/such/file' };
  await expect(client.uploadFile({ file }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'abort' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
