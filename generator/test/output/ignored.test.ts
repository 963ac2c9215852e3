import { expect, test } from '@jest/globals';
import { isIgnored } from '../../src/output/ignored.js';

test.each([
  ['dist', true],
  ['dist/index.js', true],
  ['src/dist/index.js', false],
  ['coverage', true],
  ['node_modules/a/index.js', true],
  ['src/node_modules/a', true],
  ['tsconfig.tsbuildinfo', true],
  ['src/index.ts', false],
  ['package-lock.json', false],
  ['distance.ts', false],
])('%s: %s', (path, want) => {
  expect(isIgnored(path)).toBe(want);
});
