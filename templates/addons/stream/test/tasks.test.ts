import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ChatAbortError, ChatInputError, ChatNotFoundError, ChatTimeoutError } from '../../../runtime/index.js';
import type { Operation } from '../../../runtime/operation.js';
import { decodeDates } from '../../../runtime/response/decode.js';
import { startServer, type TestServer } from '../../../runtime/test/support/server.js';
import { ChatTaskError } from '../errors/index.js';
import { type WaitOptions, waitForTask } from '../tasks.js';
import { SampleServerClient } from './sample-server-client.js';

const operation: Operation = {
  method: 'GET',
  path: '/api/v2/tasks/{id}',
  parameters: [{ name: 'id', in: 'path', required: true }],
  decodeDates,
  dates: { created_at: 1 },
};

interface SampleTask {
  readonly status: string;
  readonly created_at: Date;
}

/** Responses of the server, one per poll; the last one is repeated. */
let replies: readonly (object | number | 'nothing')[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startServer((_, response) => {
    const reply = replies[Math.min(server.arrived.length, replies.length) - 1];
    if (reply === 'nothing') return;
    const status = typeof reply === 'number' ? reply : 200;
    const body = typeof reply === 'number' ? { message: 'no' } : reply;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
afterAll(() => server.close());
beforeEach(() => {
  server.arrived.length = 0;
});

function wait(options?: WaitOptions, taskId = 't-1'): Promise<SampleTask> {
  const client = new SampleServerClient({ apiKey: 'key-7c1d4f', apiSecret: 'secret-55aa81', baseUrl: server.url });
  return waitForTask<SampleTask>(client, { operation, args: { id: taskId }, taskId }, options);
}

const done = { status: 'completed', created_at: 1_700_000_000_123_500_000, result: { users: 2 } };

describe('a task that is completed', () => {
  test('is returned after the first poll that reports it, with its dates', async () => {
    replies = [done];
    expect(await wait()).toEqual({ ...done, created_at: new Date(1_700_000_000_124) });
    expect(server.arrived.map(({ url }) => url)).toEqual(['/api/v2/tasks/t-1?api_key=key-7c1d4f']);
  });

  test('is polled until then, whatever its other statuses are', async () => {
    replies = [{ status: 'waiting' }, { status: 'of tomorrow' }, {}, [], done];
    expect((await wait({ interval: 1 })).status).toBe('completed');
    expect(server.arrived).toHaveLength(5);
  });

  test('is returned with options that are null', async () => {
    replies = [done];
    expect(await Reflect.apply(wait, undefined, [null])).toMatchObject({ status: 'completed' });
  });
});

test('delays grow from half a second to the interval', async () => {
  jest.useFakeTimers();
  try {
    const looks: number[] = [];
    const fetch = async (): Promise<Response> => {
      looks.push(Date.now());
      return Response.json({ status: looks.length < 6 ? 'running' : 'completed' });
    };
    const client = new SampleServerClient({ apiKey: 'key-7c1d4f', apiSecret: 'secret-55aa81', fetch });
    const waiting = waitForTask(client, { operation, args: { id: 't-1' }, taskId: 't-1' }, { interval: 3000 });
    await jest.advanceTimersByTimeAsync(60_000);
    await waiting;
    const pauses = looks.slice(1).map((time, index) => time - (looks[index] ?? 0));
    expect(pauses).toEqual([500, 1000, 2000, 3000, 3000]);
  } finally {
    jest.useRealTimers();
  }
});

describe('a task that failed', () => {
  test('is reported with its error and the id of the request', async () => {
    const error = { type: 'limit', description: 'too many', stacktrace: 'at a' };
    replies = [{ status: 'running' }, { status: 'failed', error }];
    const thrown = await wait({ interval: 1 }).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(ChatTaskError);
    expect(thrown).toMatchObject({
      name: 'ChatTaskError',
      code: 'task',
      message: 'GET /api/v2/tasks/{id}: the task failed: limit',
      taskId: 't-1',
      status: 'failed',
      error,
      method: 'GET',
      path: '/api/v2/tasks/{id}',
      requestId: server.arrived[1]?.headers['x-client-request-id'],
    });
    expect(inspect(thrown, { depth: 9, showHidden: true })).not.toMatch(/key-7c1d4f|secret-55aa81|eyJ/);
  });

  test.each<[string, unknown, string]>([
    ['without an error', undefined, 'the task failed'],
    ['with text', 'broken', 'the task failed'],
    ['with a type that is not a string', { type: 5 }, 'the task failed'],
    ['with a long type', { type: 'x'.repeat(500) }, `the task failed: ${'x'.repeat(80)}`],
  ])('%s has a short message', async (_, error, message) => {
    replies = [{ status: 'failed', error }];
    await expect(wait()).rejects.toMatchObject({ message: `GET /api/v2/tasks/{id}: ${message}` });
  });
});

describe('waiting ends', () => {
  test('after the timeout, during a delay', async () => {
    replies = [{ status: 'running' }];
    const thrown = await wait({ timeout: 200 }).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(ChatTimeoutError);
    expect(thrown).toMatchObject({ limitMs: 200, path: '/api/v2/tasks/{id}' });
    expect(server.arrived).toHaveLength(1);
  });

  test('after the timeout, during a request, which is aborted', async () => {
    replies = ['nothing'];
    await expect(wait({ timeout: 200 })).rejects.toBeInstanceOf(ChatTimeoutError);
    expect(server.arrived).toHaveLength(1);
  });

  test('when the signal aborts, during a delay', async () => {
    replies = [{ status: 'running' }];
    const controller = new AbortController();
    const waiting = wait({ signal: controller.signal });
    while (server.arrived.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    setTimeout(() => controller.abort(), 100);
    await expect(waiting).rejects.toBeInstanceOf(ChatAbortError);
    expect(server.arrived).toHaveLength(1);
  });

  test('when the signal aborts, during a request', async () => {
    replies = ['nothing'];
    const controller = new AbortController();
    const waiting = wait({ signal: controller.signal });
    while (server.arrived.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(waiting).rejects.toBeInstanceOf(ChatAbortError);
  });

  test('before the first request if the signal is already aborted', async () => {
    await expect(wait({ signal: AbortSignal.abort() })).rejects.toBeInstanceOf(ChatAbortError);
    expect(server.arrived).toHaveLength(0);
  });

  test('when a request fails', async () => {
    replies = [{ status: 'running' }, 404];
    await expect(wait({ interval: 1 })).rejects.toBeInstanceOf(ChatNotFoundError);
    expect(server.arrived).toHaveLength(2);
  });
});

test('the signal has one listener during the wait, and none afterwards', async () => {
  const { signal } = new AbortController();
  const counts: number[] = [];
  replies = [{ status: 'running' }, { status: 'running' }, { status: 'running' }, done];
  const waiting = wait({ interval: 1, signal });
  const counter = setInterval(() => counts.push(getEventListeners(signal, 'abort').length), 1);
  await waiting;
  clearInterval(counter);
  expect(Math.max(0, ...counts)).toBeLessThanOrEqual(1);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  replies = [{ status: 'failed' }];
  await wait({ signal }).catch(() => undefined);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test.each<[string, object]>([
  ['interval', { interval: 0 }],
  ['interval', { interval: Number.NaN }],
  ['timeout', { timeout: -5 }],
  ['timeout', { timeout: '5' }],
])('an %s out of its range is rejected before any request', async (argument, options) => {
  const thrown = await wait(options).catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(ChatInputError);
  expect(thrown).toMatchObject({ argument });
  expect(server.arrived).toHaveLength(0);
});

test.each(['', '..'])('the id %p is rejected before any request', async (taskId) => {
  await expect(wait({}, taskId)).rejects.toBeInstanceOf(ChatInputError);
  expect(server.arrived).toHaveLength(0);
});
