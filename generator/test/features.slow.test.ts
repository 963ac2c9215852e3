import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Feature, generateFeatures, oneName, writeFeatures } from './features/generate.js';
import { runGeneratedTests } from './features/run-tests.js';
import { typeErrors } from './features/type-check.js';

const minutes = 60_000;

async function write(packageName?: string): Promise<readonly Feature[]> {
  const features = [...(await generateFeatures(packageName)).values()];
  await writeFeatures(features);
  return features;
}

test(
  'generated packages type-check with TypeScript 7',
  async () => {
    expect(await typeErrors(await write())).toEqual([]);
  },
  6 * minutes,
);

describe('packages generated under one name, with one runtime', () => {
  let features: readonly Feature[];
  beforeAll(async () => {
    features = await write(oneName);
  }, 3 * minutes);

  test(
    'type-check with TypeScript 5.9',
    async () => {
      expect(await typeErrors(features, 'typescript')).toEqual([]);
    },
    3 * minutes,
  );

  test(
    'pass their generated tests',
    async () => {
      const { failures, passed } = await runGeneratedTests(features);
      expect(failures).toEqual([]);
      expect(passed).toBeGreaterThan(200);
    },
    5 * minutes,
  );
});
