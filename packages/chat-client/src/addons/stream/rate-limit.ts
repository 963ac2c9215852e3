import type { RateLimit } from '../../runtime/response/rate-limit.js';

/** Parses the `x-ratelimit-*` headers; `undefined` unless all three are present and numbers. */
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
