import { expect, test } from '@jest/globals';
import { wronglyFilled } from './described.js';

test.each(['required', 'complete'] as const)('%s values are valid for the schemas of our spec', async (fill) => {
  const { wrong, count } = await wronglyFilled('spec/openapi.yaml', 5, fill);
  expect(wrong).toStrictEqual([]);
  expect(count).toBeGreaterThan(40);
});
