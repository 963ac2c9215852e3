import type { RateLimit } from '../../runtime/response/rate-limit.js';

/** Parses the `x-ratelimit-*` headers; `undefined` unless all three are present and numbers. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const [limit = 0, remaining = 0, seconds = 0] = ['limit', 'remaining', 'reset'].map((name) => {
    const text = headers.get(`x-ratelimit-${name}`) ?? '';
    return /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  });
  const reset = new Date(seconds * 1000);
  return Number.isNaN(limit + remaining + reset.getTime()) ? undefined : { limit, remaining, reset };
}
