import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Feature, fixtureFiles, generateFeature, readTemplateTexts, writeFeatures } from './features/generate.js';
import { runGeneratedTests } from './features/run-tests.js';
import { expectations } from './features/themes.js';
import { typeErrors, typeErrorsBySeven } from './features/type-check.js';

const minutes = 60_000;
const features = new Map<string, Feature>();

beforeAll(async () => {
  const texts = await readTemplateTexts();
  for (const [name, file] of await fixtureFiles()) features.set(name, await generateFeature(name, file, texts));
  await writeFeatures([...features.values()]);
}, 3 * minutes);

describe('each feature of OpenAPI 3.0 and 3.1 gives', () => {
  test.each(expectations)('$theme: $about', ({ theme, file, holds = [], lacks = [] }) => {
    const text = features.get(theme)?.files.get(file) ?? '';
    for (const expected of holds) expect(text).toContain(expected);
    for (const unwanted of lacks) expect(text).not.toContain(unwanted);
  });

  test('something to assert in every fixture', async () => {
    const asserted = new Set(expectations.map(({ theme }) => theme));
    expect((await fixtureFiles()).map(([name]) => name).filter((name) => !asserted.has(name))).toEqual([]);
  });
});

describe('warnings', () => {
  test.each([
    ['operation-names', 'operation-id-renamed', 1],
    ['operation-names', 'method-renamed', 2],
    ['schema-names', 'type-renamed', 3],
    ['composition', 'example-mended', 0],
  ])('%s has %s %i times', (theme, code, count) => {
    expect(features.get(theme)?.problems.filter((problem) => problem.code === code)).toHaveLength(count);
  });
});

describe('what is generated', () => {
  test(
    'type-checks with TypeScript 5.9',
    () => {
      expect(typeErrors([...features.values()])).toEqual([]);
    },
    3 * minutes,
  );

  test(
    'type-checks with TypeScript 7',
    async () => {
      expect(await typeErrorsBySeven([...features.values()])).toBe('');
    },
    3 * minutes,
  );

  test(
    'sends what the description says: the generated tests pass',
    async () => {
      const { failures, passed } = await runGeneratedTests([...features.values()]);
      expect(failures).toEqual([]);
      expect(passed).toBeGreaterThan(200);
    },
    5 * minutes,
  );
});
