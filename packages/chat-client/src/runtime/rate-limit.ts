/** What the `x-ratelimit-*` headers of a reply say. */
export interface RateLimit {
  /** Requests per window. */
  readonly limit: number;
  /** Requests left in this window. */
  readonly remaining: number;
  /** When the next window begins. */
  readonly reset: Date;
}

/** Absent unless all three headers are there and are numbers. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const limit = readCount(headers.get('x-ratelimit-limit'));
  const remaining = readCount(headers.get('x-ratelimit-remaining'));
  const seconds = readCount(headers.get('x-ratelimit-reset'));
  if (limit === undefined || remaining === undefined || seconds === undefined) return undefined;
  const reset = new Date(seconds * 1000);
  return Number.isNaN(reset.getTime()) ? undefined : { limit, remaining, reset };
}

function readCount(text: string | null): number | undefined {
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/**
 * `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, as milliseconds from `now`; never negative.
 * Absent when the header is neither.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Math.max(0, Math.round(Number(text) * 1000));
  // Platforms find dates in the strangest texts.
  const time = /\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
