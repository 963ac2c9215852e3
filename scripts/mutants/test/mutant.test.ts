import { describe, expect, test } from '@jest/globals';
import { applyEdits, type Edit } from '../mutant.js';

const file = 'operations.ts';
const text = `export const getApp = {
    method: 'GET',
};
export const getPoll = {
    method: 'GET',
};
`;

function apply(...edits: readonly Edit[]): string | undefined {
  return applyEdits({ subject: 'getPoll', fault: 'broken', edits }, () => text).get(file);
}

describe('applyEdits', () => {
  test('changes only the text inside the declaration', () => {
    const changed = apply({ file, find: "'GET'", replace: "'PUT'", within: 'export const getPoll' });
    expect(changed).toBe(`${text.slice(0, text.lastIndexOf("'GET'"))}'PUT',\n};\n`);
  });

  test('does not search after the end of the declaration', () => {
    const edit = { file, find: 'getPoll', replace: 'getPolls', within: 'export const getApp' };
    expect(() => apply(edit)).toThrow('getPoll: broken: the text to change was not found in src/operations.ts');
  });

  test('applies the edits of one file one after another', () => {
    const changed = apply({ file, find: 'getApp', replace: 'getIt' }, { file, find: 'getIt', replace: 'getThat' });
    expect(changed).toBe(text.replace('getApp', 'getThat'));
  });

  test.each<[string, Edit, string]>([
    ['does not occur', { file, find: "'HEAD'", replace: "'PUT'" }, 'was not found'],
    ['occurs twice', { file, find: "'GET'", replace: "'PUT'" }, 'occurs more than once'],
    ['stays as it is', { file, find: 'getApp', replace: 'getApp' }, 'changes nothing'],
    [
      'is in a declaration that does not exist',
      { file, find: 'GET', replace: 'PUT', within: 'getUser' },
      'was not found',
    ],
  ])('rejects a text that %s', (_, edit, message) => {
    expect(() => apply(edit)).toThrow(message);
  });

  test('rejects a mutant without a change', () => {
    expect(() => apply()).toThrow('nothing is changed');
  });
});
