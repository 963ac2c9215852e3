/** How much a caller may still ask for, as a reply says it. */
export interface RateLimit {
  /** Requests per window. */
  readonly limit: number;
  /** Requests left in this window. */
  readonly remaining: number;
  /** When the next window begins. */
  readonly reset: Date;
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
