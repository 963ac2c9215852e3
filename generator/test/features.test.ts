import { dirname, join } from 'node:path/posix';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Feature, fixtureFiles, generateFeatures } from './features/generate.js';
import { expectations } from './features/themes.js';

const minutes = 60_000;
let features: ReadonlyMap<string, Feature>;

beforeAll(async () => {
  features = await generateFeatures();
}, 3 * minutes);

describe('each feature of OpenAPI 3.0 and 3.1', () => {
  test.each(expectations)('$theme: $about', ({ theme, file, holds = [], lacks = [] }) => {
    const text = features.get(theme)?.files.get(file) ?? '';
    for (const expected of holds) expect(text).toContain(expected);
    for (const unwanted of lacks) expect(text).not.toContain(unwanted);
  });

  test('every fixture has an assertion', async () => {
    const asserted = new Set(expectations.map(({ theme }) => theme));
    expect((await fixtureFiles()).map(([name]) => name).filter((name) => !asserted.has(name))).toEqual([]);
  });
});

describe('warnings', () => {
  test.each([
    ['operation-names', 'operation-id-renamed', 1],
    ['operation-names', 'method-renamed', 2],
    ['schema-names', 'type-renamed', 3],
    ['composition', 'example-repaired', 0],
  ])('%s has %s %i times', (theme, code, count) => {
    expect(features.get(theme)?.problems.filter((problem) => problem.code === code)).toHaveLength(count);
  });
});

test('every link on a page points to a file of the package', () => {
  const dead = [...features.values()].flatMap(({ name, files }) =>
    [...files].flatMap(([path, text]) =>
      /^client\/(?:docs\/.*|README)\.(?:md|txt)$/.test(path)
        ? [...text.matchAll(/\]\((?!https?:|#)([\w./-]+\.\w+)(?:#[^)\s]*)?\)/g)]
            .map(([, target = '']) => join(dirname(path), target))
            .filter((target) => !files.has(target))
            .map((target) => `${name}: ${path} links ${target}`)
        : [],
    ),
  );
  expect(dead).toEqual([]);
});
