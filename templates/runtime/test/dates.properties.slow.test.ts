import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scalarText } from '../encode/scalar.js';
import { parseDate } from '../response/decode.js';

const earliest = Date.parse('0000-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.000Z');

/** A moment as RFC 3339 can write it, and its exact distance from 1970 in nanoseconds. */
interface Written {
  readonly text: string;
  readonly nanoseconds: bigint;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    localSecond: fc.integer({ min: earliest / 1000, max: latest / 1000 }),
    fraction: fc.option(fc.stringMatching(/^\d{1,9}$/), { nil: '' }),
    offset: fc.oneof(fc.constantFrom('Z', 'z', '-00:00', '+00:00'), fc.integer({ min: -1439, max: 1439 })),
    separator: fc.constantFrom('T', 't', ' '),
  })
  .map(({ localSecond, fraction, offset, separator }) => {
    const [day = '', time = ''] = new Date(localSecond * 1000).toISOString().slice(0, 19).split('T');
    const minutes = typeof offset === 'number' ? offset : 0;
    const zone = typeof offset === 'number' ? zoneText(offset) : offset;
    const text = `${day}${separator}${time}${fraction === '' ? '' : `.${fraction}`}${zone}`;
    const whole = (BigInt(localSecond) - BigInt(minutes) * 60n) * 1_000_000_000n;
    return { text, nanoseconds: whole + BigInt(fraction.padEnd(9, '0')) };
  });

function zoneText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The nearest millisecond, half up, in whole numbers alone. */
function nearestMillisecond(nanoseconds: bigint): bigint {
  const shifted = nanoseconds + 500_000n;
  const quotient = shifted / 1_000_000n;
  return shifted < 0n && quotient * 1_000_000n !== shifted ? quotient - 1n : quotient;
}

describe('a date-time of RFC 3339', () => {
  test('is rounded to the nearest millisecond, over the whole range, with any fraction and any offset', () => {
    fc.assert(
      fc.property(written, ({ text, nanoseconds }) => {
        expect(parseDate(text)?.getTime()).toBe(Number(nearestMillisecond(nanoseconds)));
      }),
      { numRuns: 3000 },
    );
  });

  test('results from the text that a request sends', () => {
    const range = { min: new Date(earliest), max: new Date(latest), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        expect(parseDate(scalarText(date, { argument: 'at' }))).toEqual(date);
      }),
    );
  });

  test('is never parsed from text that is not a valid time of the calendar', () => {
    const parts = fc.tuple(...[9999, 14, 33, 26, 62, 62].map((max) => fc.integer({ min: 0, max })));
    fc.assert(
      fc.property(parts, ([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const clock = `${two(hour)}:${two(minute)}`;
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}:${two(second)}Z`;
        const start = new Date(0);
        start.setUTCFullYear(year, month - 1, day);
        const exists = start.getUTCMonth() === month - 1 && start.getUTCDate() === day;
        const isTime = hour < 24 && minute < 60 && second <= 60;
        expect(parseDate(text) !== undefined).toBe(exists && isTime);
      }),
      { numRuns: 2000 },
    );
  });
});
