import { expect, test } from '@jest/globals';
import { closestWord } from '../../src/config/index.js';

const WORDS = ['spec', 'scope', 'templates', 'allow-ref'];

test.each([
  ['scpoe', 'scope'],
  ['Scope', 'scope'],
  ['template', 'templates'],
  ['templaets', 'templates'],
  ['allowref', 'allow-ref'],
  ['spce', 'spec'],
  ['verbose', undefined],
  ['', undefined],
  ['s'.repeat(100_000), undefined],
])('suggests for %.20s: %s', (given, want) => {
  expect(closestWord(given, WORDS)).toBe(want);
});
