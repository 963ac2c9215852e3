import { beforeAll, expect, test } from '@jest/globals';
import { type Feature, generateFeatures, writeFeatures } from './features/generate.js';
import { runGeneratedTests } from './features/run-tests.js';
import { typeErrors, typeErrorsBySeven } from './features/type-check.js';

const minutes = 60_000;
let features: readonly Feature[];

beforeAll(async () => {
  features = [...(await generateFeatures()).values()];
  await writeFeatures(features);
}, 3 * minutes);

test(
  'what is generated type-checks with TypeScript 5.9',
  () => {
    expect(typeErrors(features)).toEqual([]);
  },
  3 * minutes,
);

test(
  'what is generated type-checks with TypeScript 7',
  async () => {
    expect(await typeErrorsBySeven(features)).toBe('');
  },
  3 * minutes,
);

test(
  'what is generated sends what the spec defines: the generated tests pass',
  async () => {
    const { failures, passed } = await runGeneratedTests(features);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(200);
  },
  5 * minutes,
);
