import { expect, test } from '@jest/globals';
import { compareRatios } from '../ratios.js';

test('a ratio may get a quarter worse, and no more', () => {
  expect(compareRatios({ call: 2.5 }, { call: 2 })).toEqual([{ title: 'call', ratio: 2.5, stored: 2, isKept: true }]);
  expect(compareRatios({ call: 2.51 }, { call: 2 })[0]?.isKept).toBe(false);
  expect(compareRatios({ call: 0.1 }, { call: 2 })[0]?.isKept).toBe(true);
});

test('what is only measured or only stored is not kept', () => {
  expect(compareRatios({ call: 1 }, {})).toEqual([{ title: 'call', ratio: 1, stored: undefined, isKept: false }]);
  expect(compareRatios({}, { call: 1 })).toEqual([{ title: 'call', ratio: Number.NaN, stored: 1, isKept: false }]);
});
