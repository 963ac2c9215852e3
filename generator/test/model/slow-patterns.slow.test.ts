import { expect, test } from '@jest/globals';
import { regularExpression } from '../../src/schema/index.js';
import { modelOf } from './description.js';

const backtracks = (letter: string): string => `^(${letter}+)+$`;

test('after three patterns that do not end, no others are tried until the next document', () => {
  modelOf({});
  for (const letter of ['x', 'y', 'z']) {
    expect(regularExpression(backtracks(letter))?.test(`${letter.repeat(40)}!`)).toBe(true);
  }
  const harmless = regularExpression(backtracks('a'));
  expect(harmless?.test('b')).toBe(true);
  modelOf({});
  expect(harmless?.test('b')).toBe(false);
});

test('an exact count of a group with exponential backtracking is limited too', () => {
  modelOf({});
  expect(regularExpression('^(q|q){40}!$')?.test('q'.repeat(40))).toBe(true);
});
