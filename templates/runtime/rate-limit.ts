/** How much a caller may still ask for, as a reply says it. */
export interface RateLimit {
  /** Requests per window. */
  readonly limit: number;
  /** Requests left in this window. */
  readonly remaining: number;
  /** When the next window begins. */
  readonly reset: Date;
}

/** Where ky looks for the wait that a server asks for; the first that is there counts. */
const waitHeaders = [
  'retry-after',
  'ratelimit-reset',
  'x-ratelimit-retry-after',
  'x-ratelimit-reset',
  'x-rate-limit-reset',
] as const;
/** Seconds: a larger number is a time since 1970, a smaller one is a wait. */
const earliestTime = 1_704_067_200;

/**
 * The wait that a reply asks for, in milliseconds from `now`; never negative. `Retry-After` (RFC 9110, section 10.2.3) is seconds
 * or a date; with status 429, the header that says when the rate limit ends serves as well. Absent where neither can be read.
 */
export function readRetryAfter(headers: Headers, status: number, now: number): number | undefined {
  const name = waitHeaders.find((header) => headers.get(header));
  const text = name && headers.get(name)?.trim();
  if (!text || (status !== 429 && name !== 'retry-after')) return undefined;
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    const seconds = Number(text);
    return Math.max(0, Math.round(seconds * 1000) - (seconds < earliestTime ? 0 : now));
  }
  // Platforms find dates in the strangest texts.
  const time = /\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
