import type { Service } from '../../runtime/service.js';
import { errorFields } from './errors/api-fields.js';
import { readRateLimit } from './rate-limit.js';
import { uuid } from './uuid.js';

/**
 * What is specific to this service: headers, error fields, and date-times in nanoseconds.
 * @param clientName name of the client sent to the service, such as `chat-client-0.1.0`
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
    perMillisecond,
  };
}

const perMillisecond = 1_000_000;
/** Below this (the year 2096) the quotient is off by less than 0.0005 ms. */
const closeQuotients = 4e18;
/** The latest time that a `Date` supports. */
const latest = 8.64e21;

/**
 * Converts nanoseconds since 1970 to the nearest millisecond, half up, exactly for every number: near one half all digits
 * decide, since a quotient of today's size has only a few binary fraction digits. `NaN` beyond the range of `Date`.
 */
export function nanosecondsToMilliseconds(nanoseconds: number): number {
  const size = Math.abs(nanoseconds);
  const quotient = nanoseconds / perMillisecond;
  const nearest = Math.round(quotient);
  if (size < closeQuotients && Math.abs(quotient - nearest) < 0.499) return nearest;
  if (!(size <= latest)) return Number.NaN;
  // Made positive, since division truncates.
  const shifted = BigInt(Math.floor(nanoseconds)) + 10_000_000_000_000_000_500_000n;
  return Number(shifted / 1_000_000n - 10_000_000_000_000_000n);
}
