import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateText } from '../../../runtime/pages/date-text.js';
import { nanosecondsToMilliseconds } from '../service.js';
import { uuid } from '../uuid.js';

describe('nanoseconds', () => {
  test.each([
    [1.7e18, 1.7e12],
    [8.64e21, 8.64e15],
    [Number.POSITIVE_INFINITY, Number.NaN],
    [500_000, 1],
    [499_999, 0],
    [-500_000, 0],
    [-500_001, -1],
    [0, 0],
  ])('%d are %d milliseconds', (nanoseconds, wanted) => {
    expect(nanosecondsToMilliseconds(nanoseconds) + 0).toBe(wanted);
  });

  test('are rounded like exact integers', () => {
    fc.assert(
      fc.property(
        fc
          .oneof(
            fc.double({ min: -8.64e21, max: 8.64e21, noNaN: true }),
            fc.double({ min: 1e18, max: 3e18, noNaN: true }),
            // Around the midpoint between two milliseconds.
            fc
              .tuple(fc.integer({ min: -5e12, max: 5e12 }), fc.integer({ min: -1500, max: 1500 }))
              .map(([milliseconds, nanoseconds]) => milliseconds * 1e6 + 500_000 + nanoseconds),
          )
          .map(Math.round),
        (nanoseconds) => {
          // Both sides are floored: half a millisecond goes up.
          const twice = 2n * BigInt(nanoseconds) + 1_000_000n;
          const wanted = twice >= 0n ? twice / 2_000_000n : -((-twice + 1_999_999n) / 2_000_000n);
          return nanosecondsToMilliseconds(nanoseconds) === Number(wanted);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

test.each([
  ['crypto', globalThis],
  ['randomUUID', crypto],
])('a UUID is random and of version 4, with and without %s', (name, owner) => {
  const pattern = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
  const native: unknown = Reflect.get(owner, name);
  try {
    Object.defineProperty(owner, name, { value: undefined, configurable: true });
    expect(uuid()).toMatch(pattern);
    expect(uuid()).not.toBe(uuid());
  } finally {
    Object.defineProperty(owner, name, { value: native, configurable: true });
  }
  expect(uuid()).toMatch(pattern);
});

describe('nanoseconds as the text of a cursor', () => {
  test.each([
    [1_767_225_660_000_500_000, '2026-01-01T00:01:00.000500000Z'],
    [0, '1970-01-01T00:00:00.000000000Z'],
    [-1, '1969-12-31T23:59:59.999999999Z'],
    // The number is not exact: 256 nanoseconds earlier than its digits.
    [Number('1767225660123456789'), '2026-01-01T00:01:00.123456544Z'],
  ])('%d', (nanoseconds, text) => {
    expect(dateText(nanoseconds, 1_000_000)).toBe(text);
  });
});
