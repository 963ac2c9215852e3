import { type FakeData, type FakeOperation, messageMark } from './data.js';

/** How a request fails: with a status, or without a complete response. */
export type FakeFailure =
  | {
      /** From 400 to 599. */
      readonly status: number;
      readonly message?: string | undefined;
      /** The `Retry-After` header, in seconds. */
      readonly retryAfter?: number | undefined;
      /** The body as JSON. Default: the one defined in the spec. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      /** Number of requests that fail. Default: all. */
      readonly times?: number | undefined;
    }
  | FakeFault
  | { readonly fault: FakeFault; readonly times?: number | undefined };

/**
 * - `timeout`: no response
 * - `reset`: the connection breaks before the response
 * - `aborted body`: the connection breaks during the response
 */
export type FakeFault = (typeof faults)[number];
const faults = ['timeout', 'reset', 'aborted body'] as const;

/** @throws {TypeError} for a failure that does not exist, in a test without types. */
export function checkFailure(failure: FakeFailure): void {
  if (typeof failure === 'object' && 'status' in failure) {
    const { status } = failure;
    if (!(status >= 400 && status <= 599)) throw new TypeError(`status ${status} is not that of a failure`);
    return;
  }
  const fault: unknown = typeof failure === 'object' ? failure.fault : failure;
  if (faults.some((known) => known === fault)) return;
  throw new TypeError(`Unknown fault: ${fault}. Use a status, or one of: ${faults.join(', ')}`);
}

/** Fails one request. */
export async function failWith(
  failure: FakeFailure,
  operation: FakeOperation,
  data: FakeData,
  signal: AbortSignal | undefined,
): Promise<Response> {
  if (typeof failure === 'object' && 'status' in failure) {
    const { status, message = 'failed by fake.fail()', retryAfter, body, headers } = failure;
    return errorResponse(operation, data, status, message, {
      body,
      headers: { ...headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
    });
  }
  switch (typeof failure === 'string' ? failure : failure.fault) {
    case 'timeout':
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    case 'reset': {
      const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      throw new TypeError('fetch failed', { cause });
    }
    case 'aborted body':
      return abortedResponse(operation);
  }
}

/** An error response as defined in the spec. */
export function errorResponse(
  { errors = {} }: Pick<FakeOperation, 'errors'>,
  data: Pick<FakeData, 'errors' | 'errorType'>,
  status: number,
  message: string,
  { body, headers }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const described = errors[status] ?? errors[`${String(status)[0]}XX`] ?? errors.default;
  const usual = described ?? data.errors[status] ?? { message: messageMark };
  const isUsual = body === undefined && described === undefined;
  return new Response(JSON.stringify(body ?? withMessage(usual, message)), {
    status,
    headers: { 'content-type': isUsual ? data.errorType : 'application/json', ...headers },
  });
}

function withMessage(value: unknown, message: string): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text, (_, item: unknown) => (item === messageMark ? message : item));
}

function abortedResponse({ reply }: FakeOperation): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"'));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status: 200, headers: { 'content-type': reply.mediaType ?? 'application/json' } });
}
