import { expect, test } from '@jest/globals';
import { regularExpression } from '../../src/schema/index.js';
import { modelOf } from './description.js';

const backtracks = (letter: string): string => `^(${letter}+)+$`;

test('after three patterns without an end others are not tried, until another description begins', () => {
  modelOf({});
  for (const letter of ['x', 'y', 'z']) {
    expect(regularExpression(backtracks(letter))?.test(`${letter.repeat(40)}!`)).toBe(true);
  }
  const harmless = regularExpression(backtracks('a'));
  expect(harmless?.test('b')).toBe(true);
  modelOf({});
  expect(harmless?.test('b')).toBe(false);
});

test('an exact count of a group whose ways multiply is bounded too', () => {
  modelOf({});
  expect(regularExpression('^(q|q){40}!$')?.test('q'.repeat(40))).toBe(true);
});
