import { expect, test } from '@jest/globals';
import { readArguments } from '../arguments.js';

const parts = ['size', 'types'];

test('without flags, all parts are measured five times', () => {
  expect(readArguments([], parts)).toEqual({ only: [], runs: 5, quick: false, store: false });
});

test('parts are chosen by name', () => {
  expect(readArguments(['--only', 'size', '--only', 'types', '--runs', '9'], parts)).toMatchObject({
    only: ['size', 'types'],
    runs: 9,
  });
});

test.each([
  [['--only', 'speed'], 'There is no part speed.'],
  [['--runs', '4'], "--runs 4 can't be."],
  [['--runs', 'often'], "--runs often can't be."],
  [['--store'], '--store goes with --quick.'],
  [['--fast'], "Unknown option '--fast'"],
])('%j is told with how to use it', (words, message) => {
  expect(() => readArguments(words, parts)).toThrow(message);
  expect(() => readArguments(words, parts)).toThrow('Usage: npm run bench');
});
