import { getEventListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import ky from 'ky';
import type { LogRecord } from '../index.js';
import { type Answer, drip, ok, type RawServer, silent, startRawServer, status } from './support/raw-server.js';
import { getPoll, SampleClient } from './support/sample-client.js';

const apiKey = 'key-7c1d4f';
const token = 'header.payload.signature-91e2';

let server: RawServer;
let client: SampleClient;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => unhandled.push(reason);

beforeEach(async () => {
  server = await startRawServer();
  client = new SampleClient({ apiKey, token, baseUrl: server.url });
  process.on('unhandledRejection', onUnhandled);
});
afterEach(async () => {
  await server.close();
  process.off('unhandledRejection', onUnhandled);
  expect(unhandled.splice(0)).toEqual([]);
});

describe('a retry', () => {
  test('is not made for other methods unless the caller allows it', async () => {
    server.answers = [status('503 Service Unavailable'), ok];
    await expect(client.createPoll({ name: 'x' })).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(1);
    server.answers = [silent, status('503 Service Unavailable'), ok];
    await client.createPoll({ name: 'x' }, { retry: { methods: ['post'] } });
    expect(server.requests).toHaveLength(3);
    expect(server.requests[2]).toContain('{"name":"x"}');
  });

  test.each([
    ['0', 0],
    ['-5', 1],
    ['Fri, 31 Dec 1999 23:59:59 GMT', 1],
  ])('after %s backs off %d times: at once only if the server requests it', async (requested, times) => {
    server.answers = [status('429 Too Many Requests', `retry-after: ${requested}`), ok];
    const delay = jest.fn(() => 1);
    await client.withOptions({ ky: ky.extend({ retry: { delay } }) }).getPoll({ poll_id: 'a' });
    expect(delay).toHaveBeenCalledTimes(times);
  });

  test('is made for every method if no connection could be opened', async () => {
    await server.close();
    const codes: unknown[] = [];
    const logger = { debug() {}, info() {}, warn: (_: string, { error }: LogRecord) => codes.push(error), error() {} };
    const call = client.withOptions({ logger }).createPoll({ name: 'x' });
    await expect(call).rejects.toMatchObject({ systemCode: 'ECONNREFUSED' });
    expect(codes).toEqual(Array(2).fill(expect.stringContaining('no response: ECONNREFUSED')));
  });

  test('is not made with a stream', async () => {
    server.answers = [status('503 Service Unavailable')];
    const file = { data: new Blob(['x']).stream() };
    await expect(client.uploadFile({ file }, { retry: { methods: ['POST'] } })).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(1);
  });

  test('waits as long as the server requests', async () => {
    server.answers = [status('429 Too Many Requests', 'retry-after: 0.2'), ok];
    const begun = performance.now();
    await client.getPoll({ poll_id: 'a' });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(195);
  });
});

describe('the caller', () => {
  test.each<[string, Answer[], number]>([
    ['while the server is silent', [silent], 1],
    ['while the body arrives', [drip], 1],
    ['while waiting for a retry', [status('503 Service Unavailable', 'retry-after: 5')], 1],
  ])('can abort %s', async (_, given, wanted) => {
    server.answers = given;
    const controller = new AbortController();
    const pending = client.getPoll({ poll_id: 'a' }, { signal: controller.signal });
    void (async () => {
      for (let tries = 0; server.requests.length === 0 && tries < 500; tries++) await delay(10);
      await delay(60);
      controller.abort();
    })();
    await expect(pending).rejects.toMatchObject({ name: 'ChatAbortError', code: 'abort', path: getPoll.path });
    expect(server.requests).toHaveLength(wanted);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('sends nothing with a signal that is already aborted', async () => {
    server.answers = [ok];
    await expect(client.getPoll({ poll_id: 'a' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'ChatAbortError',
    });
    const file = { data: new Blob(['x']).stream() };
    await expect(client.uploadFile({ file }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'ChatAbortError',
    });
    expect(server.requests).toEqual([]);
  });

  test('can use one signal for many calls without leaving listeners', async () => {
    server.answers = [ok];
    const { signal } = new AbortController();
    const calls = Array.from({ length: 20 }, () => client.getPoll({ poll_id: 'a' }, { signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await Promise.all(calls);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test.each([
    ['timeout', { timeout: Number.NaN }],
    ['totalTimeout', { totalTimeout: 0 }],
    ['retry.limit', { retry: { limit: -1 } }],
    ['maxResponseBytes', { maxResponseBytes: -1 }],
    ['x-a', { headers: { 'x-a': 'b\nc' } }],
  ])('rejects an invalid %s', async (argument, options) => {
    await expect(client.getPoll({ poll_id: 'a' }, options)).rejects.toMatchObject({ name: 'ChatInputError', argument });
  });
});
