import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type Span, tracedKy } from '../../docs/samples/opentelemetry.js';
import { SampleClient } from './support/sample-client.js';

interface Recorded {
  readonly name: string;
  readonly kind: number;
  readonly attributes: Record<string, string | number>;
  readonly exceptions: Error[];
  status?: { code: number; message?: string };
  ends: number;
}

function record(replies: (() => Response)[]) {
  const spans: Recorded[] = [];
  const traceparents: (string | null)[] = [];
  const ids = new Map<Span, number>();
  const tracer = {
    startSpan(name: string, { kind, attributes }: { kind: number; attributes: Record<string, string | number> }): Span {
      const recorded: Recorded = { name, kind, attributes: { ...attributes }, exceptions: [], ends: 0 };
      const span: Span = {
        setAttribute: (key, value) => {
          recorded.attributes[key] = value;
        },
        recordException: (error) => recorded.exceptions.push(error),
        setStatus: (status) => {
          recorded.status = status;
        },
        end: () => {
          recorded.ends += 1;
        },
      };
      ids.set(span, spans.push(recorded));
      return span;
    },
  };
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (request) => {
    traceparents.push(request instanceof Request ? request.headers.get('traceparent') : null);
    return replies[traceparents.length - 1]?.() ?? new Response('{}');
  });
  const client = new SampleClient({
    apiKey: 'key',
    token: 'token',
    ky: tracedKy(tracer, (span, headers) => {
      headers.traceparent = `00-trace-${ids.get(span)}-01`;
    }),
  });
  return { client, spans, traceparents };
}

afterEach(() => {
  jest.restoreAllMocks();
});

const busy = () => new Response('{}', { status: 503, headers: { 'retry-after': '0' } });

describe('the OpenTelemetry instance of ky in the guide', () => {
  test('creates a client span for each attempt and sends its context', async () => {
    const { client, spans, traceparents } = record([busy]);
    await client.getPoll({ poll_id: 'a' });
    expect(spans.map(({ name, kind, ends }) => [name, kind, ends])).toEqual([
      ['GET /api/v2/polls/{poll_id}', 2, 1],
      ['GET /api/v2/polls/{poll_id}', 2, 1],
    ]);
    expect(spans.map(({ attributes }) => attributes)).toEqual([
      {
        'http.request.method': 'GET',
        'url.template': '/api/v2/polls/{poll_id}',
        'http.request.resend_count': 0,
        'http.response.status_code': 503,
      },
      {
        'http.request.method': 'GET',
        'url.template': '/api/v2/polls/{poll_id}',
        'http.request.resend_count': 1,
        'http.response.status_code': 200,
      },
    ]);
    expect(spans.map(({ status }) => status?.code)).toEqual([2, undefined]);
    expect(traceparents).toEqual(['00-trace-1-01', '00-trace-2-01']);
  });

  test('ends the span of an attempt without a response, with its error', async () => {
    const { client, spans } = record([
      () => {
        throw new TypeError('fetch failed');
      },
    ]);
    await expect(client.getPoll({ poll_id: 'a' }, { retry: { limit: 0 } })).rejects.toMatchObject({
      code: 'connection',
    });
    expect(spans).toMatchObject([{ ends: 1, status: { code: 2 } }]);
    expect(spans[0]?.exceptions).toHaveLength(1);
  });
});
