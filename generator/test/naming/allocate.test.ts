import { expect, test } from '@jest/globals';
import { NameAllocator } from '../../src/naming/allocate.js';

test('uses the first free candidate, then numbers the last one', () => {
  const names = new NameAllocator();
  expect(names.take(['a'])).toBe('a');
  expect(names.take(['a', 'b'])).toBe('b');
  expect(names.take(['a', 'b'])).toBe('b2');
  expect(names.take(['a', 'b'])).toBe('b3');
  expect(names.take(['A'])).toBe('A');
  expect(names.has('b2')).toBe(true);
  expect(names.has('c')).toBe(false);
});

test('ignores case where files or anchors may', () => {
  const names = new NameAllocator([], true);
  expect([names.take(['Users']), names.take(['users']), names.take(['USERS'])]).toEqual(['Users', 'users2', 'USERS3']);
});

test('treats names of members of Object.prototype as free', () => {
  const names = new NameAllocator();
  expect([names.take(['constructor']), names.take(['__proto__'])]).toEqual(['constructor', '__proto__']);
});
