import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChatError, RequestOptions } from '../index.js';
import {
  type Answer,
  drip,
  endless,
  json,
  ok,
  type RawServer,
  reply,
  reset,
  silent,
  startRawServer,
  status,
} from './support/raw-server.js';
import { SampleClient } from './support/sample-client.js';

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
    ['not HTTP', [(socket) => socket.end('SSH-2.0-OpenSSH\r\n')], quick, 1, 'ChatConnectionError'],
    ['no response', [silent], { ...quick, timeout: 300 }, 1, 'ChatTimeoutError'],
    ['no response, then a retry', [silent, ok], { timeout: 300, retry: { limit: 1 } }, 2, 'ok'],
    [
      'no response within totalTimeout',
      [silent],
      { totalTimeout: 60, timeout: 25, retry: { limit: 50 } },
      0,
      'ChatTimeoutError',
    ],
    ['a body in tiny pieces', [drip], { ...quick, timeout: 300 }, 1, 'ChatTimeoutError'],
    ['a body that is cut off', [reply('200 OK', ['content-length: 100'], '{"a":')], {}, 1, 'ChatResponseError'],
    [
      'a chunked body that is cut off',
      [reply('200 OK', ['transfer-encoding: chunked'], '5\r\n{"a":\r\n')],
      {},
      1,
      'ChatResponseError',
    ],
    [
      'a body with the wrong content-encoding',
      [json('{}', '200 OK', ['content-encoding: gzip'])],
      {},
      1,
      'ChatResponseError',
    ],
    ['an endless body', [endless], { maxResponseBytes: 100_000 }, 1, 'ChatResponseError'],
    [
      'a bomb',
      [reply('200 OK', ['content-encoding: gzip'], gzipSync(Buffer.alloc(5_000_000)))],
      { maxResponseBytes: 100_000 },
      1,
      'ChatResponseError',
    ],
    ['HTML with status 200', [reply('200 OK', ['content-type: text/html'], '<html>')], {}, 1, 'ChatResponseError'],
    ['an empty body with status 200', [reply('200 OK', ['content-length: 0'])], {}, 1, 'ok'],
    ['no content', [reply('204 No Content', [])], {}, 1, 'ok'],
    ['a byte order mark', [json('\ufeff{}')], {}, 1, 'ok'],
    ['null instead of an object', [json('null')], {}, 1, 'ChatResponseError'],
    ['an array instead of an object', [json('[1]')], {}, 1, 'ChatResponseError'],
    ['an error with the key as its request id', [status('500 X', `x-request-id: ${apiKey}`)], {}, 1, 'ChatServerError'],
    ['an option that is not a signal', [ok], Object({ signal: {} }), 0, 'ChatInputError'],
    ['an option that is not a list', [ok], Object({ retry: { methods: 5 } }), 0, 'ChatInputError'],
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
    ['500 without a body', [reply('500 Internal Server Error', ['content-length: 0'])], {}, 1, 'ChatServerError'],
    ['500 with an array', [json('[1]', '500 Internal Server Error')], {}, 1, 'ChatServerError'],
    [
      '500 with a body that is cut off',
      [reply('500 Internal Server Error', ['content-length: 100'], '{"a":')],
      {},
      1,
      'ChatServerError',
    ],
    [
      '500 with an endless body',
      [reply('500 Internal Server Error', [], 'x'.repeat(5_000_000))],
      {},
      1,
      'ChatServerError',
    ],
    [
      '500 with a body in tiny pieces',
      [
        (socket) => {
          socket.write('HTTP/1.1 500 X\r\ncontent-length: 100\r\n\r\n{');
        },
      ],
      {},
      1,
      'ChatServerError',
    ],
    ['503, then a success', [status('503 Service Unavailable', 'retry-after: 0'), ok], {}, 2, 'ok'],
    ['408, then a success', [status('408 Request Timeout', 'connection: close'), ok], {}, 2, 'ok'],
    ['a reset, then a success', [reset, ok], {}, 2, 'ok'],
    [
      '429 with a delay beyond the limit',
      [status('429 Too Many Requests', 'retry-after: 31')],
      {},
      1,
      'ChatRateLimitError',
    ],
    [
      '429 with a distant date',
      [status('429 Too Many Requests', 'retry-after: Fri, 31 Dec 2199 23:59:59 GMT')],
      {},
      1,
      'ChatRateLimitError',
    ],
    [
      '429 with a past date, then a success',
      [status('429 Too Many Requests', 'retry-after: Fri, 31 Dec 1999 23:59:59 GMT'), ok],
      {},
      2,
      'ok',
    ],
    [
      '429 with a negative delay, then a success',
      [status('429 Too Many Requests', 'retry-after: -5'), ok],
      {},
      2,
      'ok',
    ],
    [
      '429 that must not be retried',
      [json('{"unrecoverable":true}', '429 Too Many Requests')],
      {},
      1,
      'ChatRateLimitError',
    ],
    [
      'a delay beyond totalTimeout',
      [status('503 Service Unavailable', 'retry-after: 5')],
      { totalTimeout: 2000 },
      1,
      'ChatServerError',
    ],
  ])('%s', async (_, given, options, wantedRequests, wanted) => {
    server.answers = given;
    const error = await client.getPoll({ poll_id: 'a' }, options).then(
      () => undefined,
      (caught: ChatError) => caught,
    );
    expect(error?.name ?? 'ok').toBe(wanted);
    if (wantedRequests > 0) expect(server.requests).toHaveLength(wantedRequests);
    expect(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + error?.stack).not.toMatch(
      /7c1d4f|91e2/,
    );
    expect(error?.message.length ?? 0).toBeLessThan(500);
  });

  test('a refused connection has its system code', async () => {
    const closed = await startRawServer();
    await closed.close();
    const lonely = client.withOptions({ baseUrl: closed.url, retry: { limit: 0 } });
    await expect(lonely.getPoll({ poll_id: 'a' })).rejects.toMatchObject({
      name: 'ChatConnectionError',
      code: 'connection',
      systemCode: 'ECONNREFUSED',
    });
  });

  test('control characters are removed from the message', async () => {
    server.answers = [json('{"message":"a\\u001b[31m\\u0000\\nb"}', '400 Bad Request')];
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toThrow(/400 a \[31m b$/);
  });

  test('an unreadable body is quoted, shortened and without secrets', async () => {
    server.answers = [reply('200 OK', [], `<html>\n${apiKey} ${'x'.repeat(500)}`)];
    const error = await client.getPoll({ poll_id: 'a' }).then(
      () => new Error('no error'),
      (caught: Error) => caught,
    );
    expect(error.message).toBe(
      `GET /api/v2/polls/{poll_id}: status 200, not JSON: <html> [redacted] ${'x'.repeat(62)}`,
    );
  });
});
