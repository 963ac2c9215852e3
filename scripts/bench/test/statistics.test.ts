import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { quantile, summarise } from '../statistics.js';

test('the median of an odd number of samples is the middle one, of an even number half way between the two', () => {
  expect(summarise([9, 1, 5]).median).toBe(5);
  expect(summarise([4, 1, 3, 2]).median).toBe(2.5);
});

test('the spread is the width of the middle half, as a share of the median', () => {
  expect(summarise([1, 2, 3, 4, 5])).toEqual({ median: 3, spread: 2 / 3, runs: 5 });
  expect(summarise([7])).toEqual({ median: 7, spread: 0, runs: 1 });
  expect(summarise([0, 0, 1]).spread).toBe(0);
});

test('one slow run changes neither', () => {
  expect(summarise([2, 2, 2, 2, 900])).toEqual({ median: 2, spread: 0, runs: 5 });
});

test('quantiles lie among the samples, and grow with the share', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const samples = fc.array(fc.integer(), { minLength: 1 });
  fc.assert(
    fc.property(samples, share, share, (all, one, other) => {
      const [low, high] = [quantile(all, Math.min(one, other)), quantile(all, Math.max(one, other))];
      expect(low).toBeGreaterThanOrEqual(Math.min(...all));
      expect(high).toBeLessThanOrEqual(Math.max(...all));
      expect(high).toBeGreaterThanOrEqual(low);
    }),
  );
});

test('without samples there is nothing to say', () => {
  expect(() => summarise([])).toThrow('Nothing was measured.');
});
