import type { Answer, Received } from './exchange.js';

const MOST_SESSIONS = 1_000;
const MOST_REQUESTS = 1_000;
/** Bytes of bodies and replies that one session holds. */
const MOST_BYTES = 32 * 1024 * 1024;

/** One request of a session, as `GET /__mock/<session>/requests` gives it. */
export type RecordedRequest = {
  readonly method: string;
  /** Undecoded, without the session's prefix. */
  readonly path: string;
  /** Undecoded, without `?`. */
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Base64. */
  readonly body: string;
  /** The `operationId`, or `null` where no operation was found. */
  readonly operation: string | null;
  readonly status: number;
  /** The body that was sent back, in base64. */
  readonly reply: string;
};

/** Keeps what arrived under `/__mock/<session>`, for tests that look at it later. The oldest goes when it is too much. */
export class Sessions {
  readonly #sessions = new Map<string, { requests: RecordedRequest[]; bytes: number }>();

  record(name: string, received: Received, operation: string | undefined, answer: Answer): void {
    const session = this.#sessions.get(name) ?? { requests: [], bytes: 0 };
    this.#sessions.set(name, session);
    const { method, path, query, headers } = received;
    const request: RecordedRequest = {
      method,
      path,
      query,
      headers,
      body: received.body.toString('base64'),
      operation: operation ?? null,
      status: answer.status,
      reply: answer.body.toString('base64'),
    };
    session.requests.push(request);
    session.bytes += sizeOf(request);
    while (session.requests.length > MOST_REQUESTS || (session.bytes > MOST_BYTES && session.requests.length > 1)) {
      const oldest = session.requests.shift();
      session.bytes -= oldest === undefined ? 0 : sizeOf(oldest);
    }
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= MOST_SESSIONS) break;
      this.#sessions.delete(oldest);
    }
  }

  /** What the session holds; it is over then. */
  end(name: string): readonly RecordedRequest[] {
    const requests = this.#sessions.get(name)?.requests ?? [];
    this.#sessions.delete(name);
    return requests;
  }
}

function sizeOf({ body, reply }: RecordedRequest): number {
  return body.length + reply.length;
}
