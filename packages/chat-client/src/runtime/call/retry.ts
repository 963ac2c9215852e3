import { ChatApiError, ChatConnectionError, ChatRateLimitError } from '../errors/index.js';
import type { KyRetry } from '../transport.js';
import type { Call } from './prepare.js';

/** Statuses that are retried. */
const passingStatuses = [408, 429, 502, 503, 504];

/** System codes of failures before a request is sent: `ECONNREFUSED`, `ENOTFOUND`, `EAI_AGAIN`, `UND_ERR_CONNECT_TIMEOUT`. */
const unsent = /REFUSED|NOTFOUND|AI_AGAIN|CONNECT_/;

/** Upper bound of the first delay in milliseconds; it doubles with each retry. */
const firstBackoff = 500;
const longestBackoff = 8000;

/** ky's retry options, unless the user's instance has its own. */
export const retryDefaults: KyRetry = {
  statusCodes: passingStatuses,
  afterStatusCodes: passingStatuses,
  delay: (count) => firstBackoff * 2 ** (count - 1),
  backoffLimit: longestBackoff,
  jitter: true,
};

/**
 * Whether a failed attempt is retried: `true` after ky's back-off, `undefined` after the delay requested by the response headers.
 * @param left milliseconds left of the call
 */
export function retryFor(error: unknown, { core, operation, settings }: Call, left: number): boolean | undefined {
  // A request that was rate-limited or not sent was not executed, so any method can be retried.
  const isRefused = error instanceof ChatRateLimitError || unsent.test(Object(error).systemCode);
  if (!isRefused && !settings.retry.methods.includes(operation.method)) return false;
  if (error instanceof ChatConnectionError) return true;
  const statuses = core.kyRetry.statusCodes ?? passingStatuses;
  if (!(error instanceof ChatApiError) || !statuses.includes(error.status)) return false;
  if (core.service.isFinal?.(error)) return false;
  const { retryAfterMs = 0, headers } = error;
  // A time in the past, which different clocks may cause, must not lead to an immediate retry.
  if (retryAfterMs === 0 && headers?.get('retry-after') !== '0') return true;
  const longest = Math.min(settings.retry.maxRetryAfter, left);
  return retryAfterMs <= longest ? undefined : false;
}
