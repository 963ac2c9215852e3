import { describe, expect, test } from '@jest/globals';
import type { ClientOptions, LogRecord } from '../index.js';
import { SampleClient } from './sample-client.js';

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

  test('is told what is sent, received, tried again and failed, without secrets', async () => {
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

  test('sees bodies only when asked to, and then redacted', async () => {
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
  test('see every try by one object, and may add headers', async () => {
    const seen: [string, unknown, number | string][] = [];
    const { client, sent } = setup(
      {
        hooks: {
          beforeRequest: (details) => {
            details.headers.set('traceparent', `00-${details.try}`);
            seen.push(['before', details, details.try]);
          },
          afterResponse: (details, response) => void seen.push(['after', details, response.status]),
          onError: (details, error) => void seen.push(['error', details, error instanceof Error ? error.name : '']),
        },
      },
      [busy, fine],
    );
    await client.getPoll({ poll_id: 'a' });
    expect(seen.map(([event, , value]) => [event, value])).toEqual([
      ['before', 1],
      ['after', 503],
      ['error', 'ChatServerError'],
      ['before', 2],
      ['after', 200],
    ]);
    expect(seen[0]?.[1]).toBe(seen[2]?.[1]);
    expect(seen[0]?.[1]).not.toBe(seen[3]?.[1]);
    expect(sent.map((headers) => [headers.get('traceparent'), headers.get('authorization')])).toEqual([
      ['00-1', 'token-91e2'],
      ['00-2', 'token-91e2'],
    ]);
  });

  test('fail the call when they throw before it, but not when they are told of an error', async () => {
    const fail = () => {
      throw new Error('hook');
    };
    const { client, sent } = setup({ hooks: { beforeRequest: fail } }, [fine]);
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toThrow('hook');
    expect(sent).toEqual([]);
    const other = setup({ hooks: { onError: fail } }, [() => new Response('', { status: 404 })]);
    await expect(other.client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ status: 404 });
  });
});
