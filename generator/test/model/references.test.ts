import { expect, test } from '@jest/globals';
import { References } from '../../src/schema/index.js';

const root = {
  a: { $ref: '#/b' },
  b: { type: 'string' },
  'with/slash~and space': { list: [{ deep: true }] },
  cycle: { $ref: '#/cycle' },
  one: { $ref: '#/other' },
  other: { $ref: '#/one' },
  described: { $ref: '#/b', description: 'More' },
};

test.each([
  ['#/b', { type: 'string' }],
  ['#/a', { type: 'string' }],
  ['#/with~1slash~0and%20space/list/0/deep', true],
  ['#/described', { $ref: '#/b', description: 'More' }],
  ['#/cycle', undefined],
  ['#/one', undefined],
  ['#/nowhere', undefined],
  ['#/constructor', undefined],
  ['#/b/toString', undefined],
  ['#/%', undefined],
  ['other.yaml#/b', undefined],
])('%s', (ref, expected) => {
  expect(new References(root).lookup(ref)).toEqual(expected);
});

test('a replacement is used instead of the original schema', () => {
  const references = new References(root);
  references.replace('#/b', { type: 'number' });
  expect(references.resolve('#/b')).toEqual({ type: 'number' });
});

test('a Reference Object leads to the object behind others; a summary or description beside a `$ref` replaces that of the target', () => {
  const references = new References({
    ...root,
    remarked: { $ref: '#/described', summary: 'Even more' },
    loop: { $ref: '#/loop', summary: 'Round and round' },
  });
  expect(references.object({ $ref: '#/remarked', description: 'Nearest' })).toEqual({
    type: 'string',
    summary: 'Even more',
    description: 'Nearest',
  });
  expect(references.object({ $ref: '#/loop' })).toBeUndefined();
});
