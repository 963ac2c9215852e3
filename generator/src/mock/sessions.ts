import type { Answer, Received } from './exchange.js';

const MOST_SESSIONS = 1_000;
const MOST_REQUESTS = 1_000;
/** Maximum bytes of one session, and of all sessions together. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_TOTAL = 2 * MOST_BYTES;

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
  readonly entries: { received: Received; operation: string | undefined; answer: Answer; bytes: number }[];
  bytes: number;
}

/** Records requests under `/__mock/<session>`, for tests. The oldest are dropped if they take too much memory. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  #total = 0;

  /** A body that is larger than a session may be is recorded as empty. */
  record(name: string, received: Received, operation: string | undefined, answer: Answer): void {
    const session = this.#sessions.get(name) ?? { entries: [], bytes: 0 };
    this.#sessions.set(name, session);
    const isLarge = sizeOf(received, answer) > MOST_BYTES;
    const kept = isLarge ? { ...received, body: Buffer.alloc(0) } : { ...received, body: Buffer.from(received.body) };
    const sent = isLarge ? { ...answer, body: Buffer.alloc(0) } : answer;
    const entry = { received: kept, operation, answer: sent, bytes: sizeOf(kept, sent) };
    session.entries.push(entry);
    this.#count(session, entry.bytes);
    while (session.entries.length > MOST_REQUESTS || session.bytes > MOST_BYTES) {
      this.#count(session, -(session.entries.shift()?.bytes ?? 0));
    }
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= MOST_SESSIONS && this.#total <= MOST_TOTAL) break;
      if (oldest !== name) this.#forget(oldest);
    }
  }

  /** Returns the requests of a session and ends it. */
  end(name: string): readonly RecordedRequest[] {
    const entries = this.#sessions.get(name)?.entries ?? [];
    this.#forget(name);
    return entries.map(({ received: { method, path, query, headers, body }, operation, answer }) => ({
      method,
      path,
      query,
      headers,
      body: body.toString('base64'),
      operation: operation ?? null,
      status: answer.status,
      reply: answer.body.toString('base64'),
    }));
  }

  #count(session: Session, bytes: number): void {
    session.bytes += bytes;
    this.#total += bytes;
  }

  #forget(name: string): void {
    this.#total -= this.#sessions.get(name)?.bytes ?? 0;
    this.#sessions.delete(name);
  }
}

function sizeOf({ body, path, query, headers }: Received, answer: Answer): number {
  const texts = headers.reduce((length, [name, value]) => length + name.length + value.length + 50, 0);
  return body.length + answer.body.length + path.length + query.length + texts + 500;
}
