import type { FieldError } from '../addons/index.js';
import type { Json } from '../schema/index.js';

/** A request, read to its end. */
export interface Received {
  /** In upper case. */
  readonly method: string;
  /** Undecoded, without the query. */
  readonly path: string;
  /** Undecoded, without `?`. */
  readonly query: string;
  /** As sent, in order, including repetitions. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** One fault of a request, at a place such as `query/limit` or `body/options/0/text`. */
export type Failure = FieldError;

/** A status with the faults that caused it. */
export interface Refusal {
  readonly status: number;
  readonly failures: readonly Failure[];
}

/** A header's values joined as defined by HTTP; `undefined` if it was not sent. */
export function headerOf({ headers }: Pick<Received, 'headers'>, name: string): string | undefined {
  const values = headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
}

/** The cookies that were sent, undecoded. */
export function cookiesOf(received: Pick<Received, 'headers'>): readonly (readonly [string, string])[] {
  const line = received.headers.filter(([key]) => key.toLowerCase() === 'cookie').map(([, value]) => value);
  return line.flatMap((value) => value.split(';')).map((pair) => splitPair(pair.trim()));
}

/** The pairs of a query or form, undecoded. */
export function pairsOf(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map(splitPair);
}

export function splitPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** The value of a JSON text; for any other text `undefined`, with the reason passed to `fail`. */
export function parseJson(text: string, fail: (reason: string) => void): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    fail(error.message);
    return undefined;
  }
}

/** A media type without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function jsonAnswer(status: number, value: Json, headers: Answer['headers'] = []): Answer {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: [['content-type', 'application/json'], ...headers], body };
}
