import type { Service } from '../../runtime/service.js';
import { errorFields } from './errors/api-fields.js';
import { readRateLimit } from './rate-limit.js';
import { uuid } from './uuid.js';

/**
 * What only this service has: headers, error fields, and date-times that come as nanoseconds.
 * @param clientName what the service is told about the caller, such as `chat-client-0.1.0`
 */
export function streamService(clientName: string): Omit<Service, 'credentials' | 'security'> {
  return {
    headers: ({ credentials }) => ({
      'stream-auth-type': credentials.has('token') ? 'jwt' : 'anonymous',
      'X-Stream-Client': clientName,
      'x-client-request-id': uuid(),
    }),
    options: ['apiSecret'],
    requestIdHeaders: ['x-request-id', 'x-client-request-id'],
    rateLimit: readRateLimit,
    errorFields,
    isFinal: (error) => error.unrecoverable === true,
    milliseconds: nanosecondsToMilliseconds,
    dateText: nanosecondsToText,
  };
}

const perMillisecond = 1_000_000;
/** Below this, the year 2096, a quotient is off by less than half a thousandth. */
const closeQuotients = 4e18;
/** Below this the quotient, rounded twice, is off by less than half a millisecond. */
const exactQuotients = 1e21;
/** The last moment that a `Date` can hold. */
const latest = 8.64e21;

/**
 * Nanoseconds since 1970 as the nearest millisecond, half up, exact for every number: near the half the remainder decides, since a
 * quotient of today's size has only a few binary digits behind the point. `NaN` beyond what a `Date` can hold.
 */
export function nanosecondsToMilliseconds(nanoseconds: number): number {
  const size = Math.abs(nanoseconds);
  const quotient = nanoseconds / perMillisecond;
  const nearest = Math.round(quotient);
  // A remainder takes five times as long.
  if (size < closeQuotients && Math.abs(quotient - nearest) < 0.499) return nearest;
  if (!(size <= latest)) return Number.NaN;
  const rest = nanoseconds % perMillisecond;
  const whole =
    size < exactQuotients
      ? Math.round((nanoseconds - rest) / perMillisecond)
      : Number(BigInt(nanoseconds) / BigInt(perMillisecond));
  if (rest >= perMillisecond / 2) return whole + 1;
  return rest < -perMillisecond / 2 ? whole - 1 : whole;
}

const perSecond = 1_000_000_000n;
/** A number has no more digits for certain; the last ones of nanoseconds are off by up to 128 today. */
const certainDigits = 15;
const uncertainty = 256n;

/**
 * Nanoseconds since 1970 as RFC 3339, for a page that begins after this moment: exact where the number is, else a little earlier, so that
 * no item is skipped. An item that comes again is left out by the iteration.
 */
export function nanosecondsToText(nanoseconds: number): string {
  const digits = nanoseconds.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 });
  const isExact = digits.replace(/^-|0+$/g, '').length <= certainDigits;
  const exact = BigInt(digits) - (isExact ? 0n : uncertainty);
  const rest = ((exact % perSecond) + perSecond) % perSecond;
  const seconds = new Date(Number((exact - rest) / perSecond) * 1000).toISOString();
  return seconds.replace('.000Z', `.${String(rest).padStart(9, '0')}Z`);
}
