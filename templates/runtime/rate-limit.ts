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
 * The wait that a reply asks for, in milliseconds from `now`; never negative. `Retry-After` (RFC 9110, section 10.2.3) is seconds
 * or a date; with status 429, the end of the rate limit serves as well, which is `reset` or `RateLimit-Reset` in seconds. Absent
 * where the reply asks for no wait that can be read.
 */
export function readRetryAfter(
  headers: Headers,
  status: number,
  reset: Date | undefined,
  now: number,
): number | undefined {
  const asked = headers.get('retry-after');
  const text = (asked || (status === 429 && headers.get('ratelimit-reset')) || '').trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return Math.max(0, Math.round(Number(text) * 1000));
  // Platforms find dates in the strangest texts.
  const time = /\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return Math.max(0, time - now);
  return text === '' && status === 429 && reset ? Math.max(0, reset.getTime() - now) : undefined;
}
