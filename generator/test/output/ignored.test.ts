import { describe, expect, test } from '@jest/globals';
import { ignoredTest } from '../../src/output/ignored.js';

describe('without an ignore list', () => {
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
    expect(ignoredTest(undefined)(path)).toBe(want);
  });
});

describe('with an ignore list', () => {
  const isIgnored = ignoredTest('# builds\n\nlogs/\n*.tgz\n/local\n.env\n!kept\nsrc/**\n*\n');
  test.each([
    ['logs/today.txt', true],
    ['src/logs/today.txt', true],
    ['chat-client-1.0.0.tgz', true],
    ['docs/a.tgz', true],
    ['local/a.ts', true],
    ['src/local/a.ts', false],
    ['.env', true],
    ['kept', false],
    ['src/index.ts', false],
    ['# builds', false],
  ])('%s: %s', (path, want) => {
    expect(isIgnored(path)).toBe(want);
  });
});
