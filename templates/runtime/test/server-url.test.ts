import { expect, test } from '@jest/globals';
import { fillServer } from '../server-url.js';

const template = 'https://{region}.example.com/{base}';
const defaults = { region: 'eu', base: 'v1' };

test.each<[Record<string, string | undefined>, string]>([
  [{}, 'https://eu.example.com/v1'],
  [{ region: 'us', base: undefined }, 'https://us.example.com/v1'],
  [{ base: 'v2/beta' }, 'https://eu.example.com/v2/beta'],
])('%j', (given, expected) => {
  expect(fillServer(template, defaults, given)).toBe(expected);
});

test.each(['evil.example@', 'a?b', 'a#b', 'a b', 'a\\b'])('the value %s is rejected', (region) => {
  expect(() => fillServer(template, defaults, { region })).toThrow('the server variable region');
});
