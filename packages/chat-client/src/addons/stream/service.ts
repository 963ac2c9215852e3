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
    requestIdHeaders: ['x-request-id', 'x-client-request-id'],
    rateLimit: readRateLimit,
    errorFields,
    isFinal: (error) => error.unrecoverable === true,
    milliseconds: nanosecondsToMilliseconds,
    perMillisecond,
  };
}

const perMillisecond = 1_000_000;

/**
 * Converts nanoseconds since 1970 to the nearest millisecond, half up. Exact for every number: the remainder is, while a quotient
 * of today's size has only a few binary fraction digits.
 */
export function nanosecondsToMilliseconds(nanoseconds: number): number {
  const rest = (nanoseconds % perMillisecond) / perMillisecond;
  return Math.round(nanoseconds / perMillisecond - rest) + Math.round(rest);
}
