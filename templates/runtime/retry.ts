import { ChatApiError, ChatConnectionError, ChatRateLimitError } from './errors/index.js';
import type { Settings } from './options.js';

/** Statuses that say: not now. */
const passingStatuses: readonly number[] = [408, 429, 502, 503, 504];

/** The first wait is at most this long, each later one at most twice as long as the one before; milliseconds. */
const firstBackoff = 500;
const longestBackoff = 8000;

/** A call that failed, as far as another try goes. */
export interface FailedTry {
  readonly error: unknown;
  readonly method: string;
  /** How many tries were made again before this one. */
  readonly retries: number;
  /** The service says that trying again is of no use. */
  readonly final?: boolean | undefined;
  /** What was sent can't be sent twice. */
  readonly once: boolean;
}

/**
 * How long to wait before the next try, in milliseconds, or `undefined` when there is none: full jitter over an
 * exponential bound, or as long as the server asks if that is longer.
 */
export function retryDelay(failed: FailedTry, settings: Settings['retry'], random: () => number): number | undefined {
  const { error, method, retries, once, final } = failed;
  if (once || final || retries >= settings.limit) return undefined;
  // A call that was refused for its rate did nothing.
  const isRefused = error instanceof ChatRateLimitError;
  if (!isRefused && !settings.methods.includes(method)) return undefined;
  const backoff = random() * Math.min(longestBackoff, firstBackoff * 2 ** retries);
  if (error instanceof ChatConnectionError) return backoff;
  if (!(error instanceof ChatApiError) || !passingStatuses.includes(error.status)) return undefined;
  const asked = error.retryAfterMs ?? 0;
  return asked > settings.maxRetryAfter ? undefined : Math.max(asked, backoff);
}
