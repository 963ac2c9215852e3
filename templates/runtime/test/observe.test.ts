import { describe, expect, test } from '@jest/globals';
import ky from 'ky';
import type { ClientOptions, LogRecord } from '../index.js';
import { SampleClient } from './support/sample-client.js';

const setup = (options: ClientOptions, responses: (() => Response)[]) => {
  const sent: Headers[] = [];
  const client = new SampleClient({
    apiKey: 'key-7c1d4f',
    token: 'token-91e2',
    ...options,
    fetch: async (_, init) => {
      sent.push(new Headers(init.headers));
      return (responses[sent.length - 1] ?? responses.at(-1))?.() ?? new Response('{}');
    },
  });
  return { client, sent };
};

const busy = () =>
  new Response('{"message":"busy key-7c1d4f"}', {
    status: 503,
    headers: { 'retry-after': '0', 'x-request-id': 'r-1' },
  });
const fine = () => new Response('{}');

describe('a logger', () => {
  const collect = () => {
    const records: [string, LogRecord][] = [];
    const write = (level: string) => (_: string, record: LogRecord) => void records.push([level, record]);
    return {
      records,
      logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    };
  };

  test('logs requests, responses, retries and failures, without secrets', async () => {
    const { records, logger } = collect();
    const { client } = setup({ logger, retry: { limit: 1 } }, [busy]);
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ status: 503 });
    expect(records.map(([level, { event, try: number, status }]) => [level, event, number, status])).toEqual([
      ['debug', 'sent', 1, undefined],
      ['debug', 'received', 1, 503],
      ['warn', 'retried', 1, undefined],
      ['debug', 'sent', 2, undefined],
      ['debug', 'received', 2, 503],
      ['error', 'failed', 2, undefined],
    ]);
    expect(records[1]?.[1]).toMatchObject({ method: 'GET', path: '/api/v2/polls/{poll_id}', requestId: 'r-1' });
    expect(JSON.stringify(records)).not.toMatch(/7c1d4f|91e2/);
  });

  test('contains bodies only if enabled, and redacted', async () => {
    const { records, logger } = collect();
    await setup({ logger }, [fine]).client.createPoll({ name: 'token-91e2' });
    expect(records[0]?.[1]).not.toHaveProperty('body');
    await setup({ logger, logBodies: true }, [fine]).client.createPoll({ name: 'token-91e2' });
    expect(records[2]?.[1]).toHaveProperty('body', '{"name":"[redacted]"}');
  });

  test('that fails does not fail the call', async () => {
    const fail = () => {
      throw new Error('disk full');
    };
    const { client } = setup({ logger: { debug: fail, info: fail, warn: fail, error: fail } }, [fine]);
    expect(await client.getPoll({ poll_id: 'a' })).toEqual({});
  });
});

describe('hooks', () => {
  test('are those of ky, around every attempt, and may change the request', async () => {
    const seen: [string, unknown][] = [];
    const { client, sent } = setup(
      {
        hooks: {
          beforeRequest: [
            (request, { context }, { retryCount }) => {
              request.headers.set('traceparent', `00-${retryCount}`);
              seen.push(['before', context.path]);
            },
          ],
          afterResponse: [async (_, __, response) => void seen.push(['after', await response.text()])],
          beforeRetry: [({ error, retryCount }) => void seen.push([error.name, retryCount])],
        },
      },
      [busy, fine],
    );
    await client.getPoll({ poll_id: 'a' });
    expect(seen).toEqual([
      ['before', '/api/v2/polls/{poll_id}'],
      ['after', '{"message":"busy key-7c1d4f"}'],
      ['HTTPError', 1],
      ['before', '/api/v2/polls/{poll_id}'],
      ['after', '{}'],
    ]);
    expect(sent.map((headers) => [headers.get('traceparent'), headers.get('authorization')])).toEqual([
      ['00-0', 'token-91e2'],
      ['00-1', 'token-91e2'],
    ]);
  });

  test('may respond, replace the response, and change the error before it is thrown', async () => {
    const answer = setup({ hooks: { beforeRequest: [() => new Response('{"poll":1}')] } }, []);
    expect(await answer.client.getPoll({ poll_id: 'a' })).toEqual({ poll: 1 });
    expect(answer.sent).toEqual([]);
    const replace = setup({ hooks: { afterResponse: [() => new Response('{"message":"no"}', { status: 404 })] } }, [
      fine,
    ]);
    await expect(replace.client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({
      name: 'ChatNotFoundError',
      body: { message: 'no' },
    });
    const bodies: unknown[] = [];
    const read = setup(
      {
        hooks: {
          beforeError: [
            async (error) => {
              bodies.push(await error.response.json());
              return error;
            },
          ],
        },
      },
      [() => new Response('{"message":"gone"}', { status: 410 })],
    );
    await expect(read.client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ status: 410 });
    expect(bodies).toEqual([{ message: 'gone' }]);
  });

  test.each(['beforeRequest', 'afterResponse', 'beforeRetry', 'beforeError'] as const)(
    'fail the call with their own error as its cause: %s',
    async (name) => {
      const mine = new Error('mine');
      const fail = () => {
        throw mine;
      };
      const { client } = setup({ hooks: { [name]: [fail] }, retry: 1 }, [busy]);
      await expect(client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ name: 'ChatError', cause: mine });
    },
  );

  test('cannot cause a retry by an error of another call', async () => {
    const other = setup({}, [() => new Response('{}', { status: 429, headers: { 'retry-after': '0' } })]);
    const audit = async () => {
      await other.client.getPoll({ poll_id: 'audit' }, { retry: false });
    };
    const { client, sent } = setup({ hooks: { afterResponse: [audit] } }, [fine]);
    await expect(client.createPoll({ name: 'x' })).rejects.toThrow('a hook failed');
    expect(sent).toHaveLength(1);
  });

  test('may rename the error, and be slow', async () => {
    const rename = (error: Error) => Object.assign(error, { name: 'MyError' });
    const { client, sent } = setup({ hooks: { beforeError: [rename] } }, [busy, fine]);
    await client.getPoll({ poll_id: 'a' });
    expect(sent).toHaveLength(2);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 120));
    const slow = setup({ hooks: { beforeRequest: [pause], afterResponse: [pause] }, timeout: 200 }, [fine]);
    expect(await slow.client.getPoll({ poll_id: 'a' })).toEqual({});
  });

  test('end the call with ky.stop', async () => {
    const { client, sent } = setup({ hooks: { beforeRetry: [() => ky.stop] } }, [busy]);
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toThrow('a hook stopped the call');
    expect(sent).toHaveLength(1);
  });
});

describe('an instance of ky', () => {
  test('gets the method, the address and the headers that are sent, and its hooks run before those of the client', async () => {
    const seen: string[] = [];
    const { client, sent } = setup(
      {
        ky: ky.extend({
          headers: { 'x-team': 'red' },
          hooks: {
            beforeRequest: [
              async (request) => {
                const { method, url, headers } = request;
                seen.push(`${method} ${url} ${headers.get('authorization')} ${await request.clone().text()}`);
              },
            ],
          },
        }),
        hooks: { beforeRequest: [() => void seen.push('client')] },
      },
      [fine],
    );
    await client.createPoll({ name: 'x' });
    expect(seen).toEqual([
      'POST https://chat.example.com/api/v2/polls?api_key=key-7c1d4f token-91e2 {"name":"x"}',
      'client',
    ]);
    expect(sent[0]?.get('x-team')).toBe('red');
  });

  test('decides what is retried, unless an option of the client does', async () => {
    const instance = ky.extend({ retry: { limit: 3, methods: ['post'], statusCodes: [500], delay: () => 0 } });
    const broken = () => new Response('{}', { status: 500 });
    const { client, sent } = setup({ ky: instance }, [broken]);
    await expect(client.createPoll({ name: 'x' })).rejects.toMatchObject({ status: 500 });
    expect(sent).toHaveLength(4);
    await expect(client.createPoll({ name: 'x' }, { retry: 1 })).rejects.toMatchObject({ status: 500 });
    expect(sent).toHaveLength(6);
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ status: 500 });
    expect(sent).toHaveLength(7);
  });

  test('may have its own fetch and timeout', async () => {
    const urls: string[] = [];
    const instance = ky.extend({
      timeout: 20,
      fetch: async (request) => {
        urls.push(request instanceof Request ? request.url : '');
        return new Promise(() => undefined);
      },
    });
    const client = new SampleClient({ apiKey: 'k', token: 't', ky: instance, retry: false });
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ name: 'ChatTimeoutError', limitMs: 20 });
    expect(urls).toEqual(['https://chat.example.com/api/v2/polls/a?api_key=k']);
  });

  test('has lower priority than options of the client in every variant, and applies again when they are replaced', async () => {
    const broken = () => new Response('{}', { status: 503 });
    const { client, sent } = setup({ ky: ky.extend({ retry: { limit: 4, delay: () => 0 } }), retry: 0 }, [broken]);
    await expect(client.withOptions({ headers: { a: 'b' } }).getPoll({ poll_id: 'a' })).rejects.toThrow();
    expect(sent).toHaveLength(1);
    const other = setup({ ky: ky.extend({ retry: 0 }) }, [broken]);
    const replaced = other.client.withOptions({ ky: ky.extend({ retry: { limit: 1, delay: () => 0 } }) });
    await expect(replaced.getPoll({ poll_id: 'a' })).rejects.toThrow();
    expect(other.sent).toHaveLength(2);
  });

  test('never turns an error status into data', async () => {
    const { client } = setup({ ky: ky.extend({ throwHttpErrors: false }) }, [
      () => new Response('{}', { status: 404 }),
    ]);
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ status: 404 });
  });

  test('may decide whether to retry from the response', async () => {
    const shouldRetry = async ({ error }: { error: Error }) =>
      'response' in error && error.response instanceof Response && (await error.response.clone().json()).again;
    const { client, sent } = setup({ ky: ky.extend({ retry: { shouldRetry, delay: () => 0 } }) }, [
      () => new Response('{"again":true}', { status: 400 }),
      fine,
    ]);
    await client.getPoll({ poll_id: 'a' });
    expect(sent).toHaveLength(2);
  });

  test('may have headers with secrets, which no error shows', async () => {
    const { client } = setup({ ky: ky.extend({ headers: { 'x-api-key': 'secret-77' } }) }, [
      () => new Response('{"message":"bad secret-77"}', { status: 400 }),
    ]);
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({
      message: expect.not.stringContaining('77'),
    });
  });

  test('cannot have settings that the client sets', () => {
    expect(() => setup({ ky: ky.extend({ prefixUrl: 'https://other.example' }) }, [])).toThrow(
      'must not set prefixUrl',
    );
    expect(() => setup({ ky: ky.extend({ parseJson: () => 1 }) }, [])).toThrow('must not set parseJson');
  });
});
