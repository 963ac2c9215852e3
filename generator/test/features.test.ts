import { beforeAll, describe, expect, test } from '@jest/globals';
import { fixtureFiles, type Feature, generateFeature, readTemplateTexts, writeFeatures } from './features/generate.js';
import { runGeneratedTests } from './features/run-tests.js';
import { typeErrors, typeErrorsBySeven } from './features/type-check.js';

const minutes = 60_000;
const features = new Map<string, Feature>();

beforeAll(async () => {
  const texts = await readTemplateTexts();
  for (const [name, file] of await fixtureFiles()) {
    try {
    features.set(name, await generateFeature(name, file, texts));
    } catch (e) { console.log(name, JSON.stringify((e as any).problems ?? (e as any).stack, null, 1)); }
  }
  await writeFeatures([...features.values()]);
}, 3 * minutes);

describe('what is generated', () => {
  test('type-checks with TypeScript 5.9', () => {
    expect(typeErrors([...features.values()])).toEqual([]);
  }, 3 * minutes);

  test('type-checks with TypeScript 7', async () => {
    expect(await typeErrorsBySeven([...features.values()])).toBe('');
  }, 3 * minutes);

  test('sends what the description says: the generated tests pass', async () => {
    const { failures, passed } = await runGeneratedTests([...features.values()]);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(200);
  }, 5 * minutes);
});
