import { getEventListeners } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChatError, RequestOptions } from '../index.js';
import { getPoll, SampleClient } from './sample-client.js';

const apiKey = 'key-7c1d4f';
const token = 'header.payload.signature-91e2';

/** What a raw server does with a connection once a request has arrived; the n-th request gets the n-th answer, then the last. */
type Answer = (socket: Socket) => void;
let server: Server;
let requests: string[];
let answers: Answer[];
let sockets: Set<Socket>;
let client: SampleClient;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => unhandled.push(reason);

beforeEach(async () => {
  requests = [];
  sockets = new Set();
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      requests.push(data.toString());
      (answers[requests.length - 1] ?? answers.at(-1))?.(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  client = new SampleClient({ apiKey, token, baseUrl: `http://127.0.0.1:${address.port}` });
  process.on('unhandledRejection', onUnhandled);
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  process.off('unhandledRejection', onUnhandled);
  expect(unhandled.splice(0)).toEqual([]);
});

const reply =
  (status: string, headers: string[], body: string | Buffer = ''): Answer =>
  (socket) => {
    socket.end(
      Buffer.concat([
        Buffer.from([`HTTP/1.1 ${status}`, ...headers, 'connection: close', '', ''].join('\r\n')),
        Buffer.from(body),
      ]),
    );
  };
const json = (body: string, status = '200 OK', headers: string[] = []): Answer =>
  reply(status, ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, ...headers], body);
const ok = json('{"poll":{"id":"a"}}');
const status = (line: string, ...headers: string[]): Answer => json('{"message":"no"}', line, headers);
const reset: Answer = (socket) => socket.resetAndDestroy();
const silent: Answer = () => undefined;
const endless: Answer = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  const write = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', write);
  write();
};
const drip: Answer = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{');
  const timer = setInterval(() => socket.write(' '), 5);
  socket.on('close', () => clearInterval(timer));
};

const quick = { retry: { limit: 0 } };

describe('a fault', () => {
  test.each<[string, Answer[], RequestOptions, number, string]>([
    ['reset before the headers', [reset], quick, 1, 'ChatConnectionError'],
    [
      'reset inside the headers',
      [(socket) => socket.write('HTTP/1.1 200 OK\r\nconte', () => socket.resetAndDestroy())],
      quick,
      1,
      'ChatConnectionError',
    ],
    ['no HTTP at all', [(socket) => socket.end('SSH-2.0-OpenSSH\r\n')], quick, 1, 'ChatConnectionError'],
    ['silence', [silent], { ...quick, timeout: 30 }, 1, 'ChatTimeoutError'],
    ['silence, tried again', [silent, ok], { timeout: 50, retry: { limit: 1 } }, 2, 'ok'],
    ['silence, total', [silent], { totalTimeout: 60, timeout: 25, retry: { limit: 50 } }, 0, 'ChatTimeoutError'],
    ['a body that drips', [drip], { ...quick, timeout: 40 }, 1, 'ChatTimeoutError'],
    ['a body that is cut off', [reply('200 OK', ['content-length: 100'], '{"a":')], {}, 1, 'ChatResponseError'],
    [
      'a chunked body that is cut off',
      [reply('200 OK', ['transfer-encoding: chunked'], '5\r\n{"a":\r\n')],
      {},
      1,
      'ChatResponseError',
    ],
    [
      'a body that is not compressed as it says',
      [json('{}', '200 OK', ['content-encoding: gzip'])],
      {},
      1,
      'ChatResponseError',
    ],
    ['a body that never ends', [endless], { maxResponseBytes: 100_000 }, 1, 'ChatResponseError'],
    [
      'a bomb',
      [reply('200 OK', ['content-encoding: gzip'], gzipSync(Buffer.alloc(5_000_000)))],
      { maxResponseBytes: 100_000 },
      1,
      'ChatResponseError',
    ],
    ['HTML with status 200', [reply('200 OK', ['content-type: text/html'], '<html>')], {}, 1, 'ChatResponseError'],
    ['nothing with status 200', [reply('200 OK', ['content-length: 0'])], {}, 1, 'ChatResponseError'],
    ['no content', [reply('204 No Content', [])], {}, 1, 'ok'],
    ['a byte order mark', [json('\ufeff{}')], {}, 1, 'ok'],
    [
      'a redirect',
      [status('307 Temporary Redirect', `location: https://example.com/?api_key=${apiKey}`)],
      {},
      1,
      'ChatRedirectError',
    ],
    ['400', [status('400 Bad Request')], {}, 1, 'ChatBadRequestError'],
    ['401', [status('401 Unauthorized')], {}, 1, 'ChatAuthenticationError'],
    ['403', [status('403 Forbidden')], {}, 1, 'ChatPermissionError'],
    ['404', [status('404 Not Found')], {}, 1, 'ChatNotFoundError'],
    ['409', [status('409 Conflict')], {}, 1, 'ChatConflictError'],
    ['413', [status('413 Payload Too Large')], {}, 1, 'ChatPayloadTooLargeError'],
    ['418', [status("418 I'm a teapot")], {}, 1, 'ChatApiError'],
    ['500', [status('500 Internal Server Error')], {}, 1, 'ChatServerError'],
    [
      '500 with HTML',
      [reply('500 Internal Server Error', ['content-type: text/html'], '<html>'.repeat(1000))],
      {},
      1,
      'ChatServerError',
    ],
    ['500 with nothing', [reply('500 Internal Server Error', ['content-length: 0'])], {}, 1, 'ChatServerError'],
    ['500 with an array', [json('[1]', '500 Internal Server Error')], {}, 1, 'ChatServerError'],
    [
      '500 with a body that is cut off',
      [reply('500 Internal Server Error', ['content-length: 100'], '{"a":')],
      {},
      1,
      'ChatServerError',
    ],
    ['500 with megabytes', [reply('500 Internal Server Error', [], 'x'.repeat(5_000_000))], {}, 1, 'ChatServerError'],
    [
      '500 with a body that drips',
      [
        (socket) => {
          socket.write('HTTP/1.1 500 X\r\ncontent-length: 100\r\n\r\n{');
        },
      ],
      {},
      1,
      'ChatServerError',
    ],
    ['503, then fine', [status('503 Service Unavailable', 'retry-after: 0'), ok], {}, 2, 'ok'],
    ['408, then fine', [status('408 Request Timeout', 'connection: close'), ok], {}, 2, 'ok'],
    ['a reset, then fine', [reset, ok], {}, 2, 'ok'],
    ['429 with a wait too long', [status('429 Too Many Requests', 'retry-after: 31')], {}, 1, 'ChatRateLimitError'],
    [
      '429 with a far date',
      [status('429 Too Many Requests', 'retry-after: Fri, 31 Dec 2199 23:59:59 GMT')],
      {},
      1,
      'ChatRateLimitError',
    ],
    [
      '429 with a past date, then fine',
      [status('429 Too Many Requests', 'retry-after: Fri, 31 Dec 1999 23:59:59 GMT'), ok],
      {},
      2,
      'ok',
    ],
    ['429 with a negative wait, then fine', [status('429 Too Many Requests', 'retry-after: -5'), ok], {}, 2, 'ok'],
    [
      '429 that says it is no use',
      [json('{"unrecoverable":true}', '429 Too Many Requests')],
      {},
      1,
      'ChatRateLimitError',
    ],
    [
      'a wait that does not fit',
      [status('503 Service Unavailable', 'retry-after: 5')],
      { totalTimeout: 100 },
      1,
      'ChatServerError',
    ],
  ])('%s', async (_, given, options, wantedRequests, wanted) => {
    answers = given;
    const error = await client.getPoll({ poll_id: 'a' }, options).then(
      () => undefined,
      (caught: ChatError) => caught,
    );
    expect(error?.name ?? 'ok').toBe(wanted);
    if (wantedRequests > 0) expect(requests).toHaveLength(wantedRequests);
    expect(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + error?.stack).not.toMatch(
      /7c1d4f|91e2/,
    );
    expect(error?.message.length ?? 0).toBeLessThan(500);
  });

  test('a refused connection names its cause', async () => {
    const closed = new SampleClient({ apiKey, baseUrl: 'http://127.0.0.1:9', retry: { limit: 0 } });
    await expect(closed.getPoll({ poll_id: 'a' })).rejects.toMatchObject({
      name: 'ChatConnectionError',
      code: 'connection',
    });
  });

  test('what is unreadable is shown, but not for long and not with a secret', async () => {
    answers = [reply('200 OK', [], `<html>\n${apiKey} ${'x'.repeat(500)}`)];
    const error = await client.getPoll({ poll_id: 'a' }).then(
      () => new Error('no error'),
      (caught: Error) => caught,
    );
    expect(error.message).toBe(
      `GET /api/v2/polls/{poll_id}: status 200, not JSON: <html> [redacted] ${'x'.repeat(62)}`,
    );
  });
});

describe('another try', () => {
  test('is not made for other methods unless the caller says so', async () => {
    answers = [status('503 Service Unavailable'), ok];
    await expect(client.createPoll({ name: 'x' })).rejects.toMatchObject({ status: 503 });
    expect(requests).toHaveLength(1);
    answers = [silent, status('503 Service Unavailable'), ok];
    await client.createPoll({ name: 'x' }, { retry: { methods: ['post'] } });
    expect(requests).toHaveLength(3);
    expect(requests[2]).toContain('{"name":"x"}');
  });

  test('is not made of a stream', async () => {
    answers = [status('503 Service Unavailable')];
    const file = { data: new Blob(['x']).stream() };
    await expect(client.uploadFile({ file }, { retry: { methods: ['POST'] } })).rejects.toMatchObject({ status: 503 });
    expect(requests).toHaveLength(1);
  });

  test('waits as long as the server asks', async () => {
    answers = [status('429 Too Many Requests', 'retry-after: 0.2'), ok];
    const begun = performance.now();
    await client.getPoll({ poll_id: 'a' });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(195);
  });
});

describe('the caller', () => {
  test.each<[string, Answer[], number]>([
    ['while the server is silent', [silent], 1],
    ['while the body comes', [drip], 1],
    ['while waiting for another try', [status('503 Service Unavailable', 'retry-after: 5')], 1],
  ])('can abort %s', async (_, given, wanted) => {
    answers = given;
    const controller = new AbortController();
    const pending = client.getPoll({ poll_id: 'a' }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 60);
    await expect(pending).rejects.toMatchObject({ name: 'ChatAbortError', code: 'abort', path: getPoll.path });
    expect(requests).toHaveLength(wanted);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('sends nothing with a signal that is already aborted', async () => {
    answers = [ok];
    await expect(client.getPoll({ poll_id: 'a' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'ChatAbortError',
    });
    const file = { data: new Blob(['x']).stream() };
    await expect(client.uploadFile({ file }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'ChatAbortError',
    });
    expect(requests).toEqual([]);
  });

  test('can use one signal for many calls: no listener stays', async () => {
    answers = [ok];
    const { signal } = new AbortController();
    const calls = Array.from({ length: 20 }, () => client.getPoll({ poll_id: 'a' }, { signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(20);
    await Promise.all(calls);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test.each([
    ['timeout', { timeout: Number.NaN }],
    ['totalTimeout', { totalTimeout: 0 }],
    ['retry.limit', { retry: { limit: -1 } }],
    ['maxResponseBytes', { maxResponseBytes: -1 }],
    ['x-a', { headers: { 'x-a': 'b\nc' } }],
  ])('is told that %s is out of range', async (argument, options) => {
    await expect(client.getPoll({ poll_id: 'a' }, options)).rejects.toMatchObject({ name: 'ChatInputError', argument });
  });
});
