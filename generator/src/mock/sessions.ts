import type { Answer, Received } from './exchange.js';

/** Maximum bytes of all sessions together. */
const MOST_BYTES = 64 * 1024 * 1024;

/** One request of a session, as returned by `GET /__mock/<session>/requests`. */
export type RecordedRequest = {
  readonly method: string;
  /** Undecoded, without the session's prefix. */
  readonly path: string;
  /** Undecoded, without `?`. */
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Base64. */
  readonly body: string;
  /** The `operationId`, or `null` if no operation matched. */
  readonly operation: string | null;
  readonly status: number;
  /** The body that was sent back, in base64. */
  readonly reply: string;
};

interface Session {
  readonly requests: RecordedRequest[];
  bytes: number;
}

/** Records requests under `/__mock/<session>`, for tests. The oldest sessions are dropped if they take too much memory. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  record(name: string, received: Received, operation: string | undefined, answer: Answer): void {
    const { method, path, query, headers, body } = received;
    const session = this.#sessions.get(name) ?? { requests: [], bytes: 0 };
    this.#sessions.set(name, session);
    session.requests.push({
      method,
      path,
      query,
      headers,
      body: body.toString('base64'),
      operation: operation ?? null,
      status: answer.status,
      reply: answer.body.toString('base64'),
    });
    // With the rest of a request, approximately.
    session.bytes += body.length + answer.body.length + 1_000;
    let total = [...this.#sessions.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [oldest, { bytes }] of this.#sessions) {
      if (total <= MOST_BYTES) break;
      total -= bytes;
      this.#sessions.delete(oldest);
    }
  }

  /** Returns the requests of a session and ends it. */
  end(name: string): readonly RecordedRequest[] {
    const requests = this.#sessions.get(name)?.requests ?? [];
    this.#sessions.delete(name);
    return requests;
  }
}
