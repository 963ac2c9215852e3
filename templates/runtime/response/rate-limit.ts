/** The caller's rate limit as reported by a response. */
export interface RateLimit {
  /** Requests per window. */
  readonly limit: number;
  /** Requests left in the current window. */
  readonly remaining: number;
  /** Start of the next window. */
  readonly reset: Date;
}

/**
 * The delay that a response requests, in milliseconds from `now`; never negative. `Retry-After` (RFC 9110, section 10.2.3) is in
 * seconds or a date; with status 429, the end of the rate limit is also used: `reset`, or `RateLimit-Reset` in seconds.
 * `undefined` if there is no valid delay.
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
  // `Date.parse` accepts many texts that are not dates.
  const time = /\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return Math.max(0, time - now);
  return text === '' && status === 429 && reset ? Math.max(0, reset.getTime() - now) : undefined;
}
