import { expect, test } from '@jest/globals';
import { type Change, repairExample } from '../../src/model/repair.js';
import type { Json, Schema } from '../../src/schema/index.js';

const string = { type: 'string' };
const pet: Schema = {
  type: 'object',
  required: ['name'],
  properties: { name: string, age: { type: 'integer' }, at: { type: 'string', format: 'date-time' } },
};
const resolver = { resolve: (ref: string) => (ref === '#/Pet' ? pet : undefined) };

const textOf = ({ place, reason }: Change): string => `${place} ${reason}`;

const cases: readonly (readonly [
  about: string,
  schema: Schema,
  given: Json,
  repaired: Json,
  changes: readonly string[],
])[] = [
  ['valid values stay', pet, { name: 'Ada', age: 3 }, { name: 'Ada', age: 3 }, []],
  ['what is missing is added', pet, { age: 3 }, { age: 3, name: 'name' }, ['x lacks the required field `name`']],
  ['an unknown field is removed', pet, { name: 'Ada', other: 1 }, { name: 'Ada' }, ['x/other is not in the schema']],
  ['an optional null is removed', pet, { name: 'Ada', age: null }, { name: 'Ada' }, ['x/age must not be null']],
  [
    'described further fields stay',
    { ...pet, additionalProperties: true },
    { name: 'Ada', other: 1 },
    { name: 'Ada', other: 1 },
    [],
  ],
  ['maps stay', { type: 'object', additionalProperties: string }, { a: 'b' }, { a: 'b' }, []],
  ['anything stays', true, { a: [1, null] }, { a: [1, null] }, []],
  [
    'items are repaired in place',
    { type: 'array', items: { $ref: '#/Pet' } },
    [{ name: 'Ada' }, {}],
    [{ name: 'Ada' }, { name: 'name' }],
    ['x/1 lacks the required field `name`'],
  ],
  [
    'items of a tuple go by their place',
    { prefixItems: [string, pet] },
    ['a', { name: 'b', c: 1 }],
    ['a', { name: 'b' }],
    ['x/1/c is not in the schema'],
  ],
  [
    'the fitting branch decides',
    { oneOf: [{ type: 'integer' }, { $ref: '#/Pet' }] },
    { name: 'Ada' },
    { name: 'Ada' },
    [],
  ],
  [
    'fields of branches stay',
    { ...pet, oneOf: [{ required: ['other'] }] },
    { name: 'Ada', other: 1 },
    { name: 'Ada', other: 1 },
    [],
  ],
  [
    'a readOnly field is removed',
    { type: 'object', properties: { id: { readOnly: true }, a: {} }, required: ['id'] },
    { id: 1, a: 2 },
    { a: 2 },
    ['x/id is read-only'],
  ],
  [
    'readOnly is not missed',
    { type: 'object', properties: { id: { readOnly: true }, a: {} }, required: ['id'] },
    { a: 2 },
    { a: 2 },
    [],
  ],
];

test.each(cases)('%s', (_about, schema, given, repaired, changes) => {
  const result = repairExample(given, schema, resolver, 'x');
  expect({ ...result, changes: result.changes.map(textOf) }).toEqual({ value: repaired, changes });
});

test('an invalid value is replaced by a valid one', () => {
  const { value, changes } = repairExample({ name: 7 }, pet, resolver, 'x');
  expect([value, changes.map(textOf)]).toEqual([
    { name: 'name' },
    ['x/name is 7, which does not match `type: "string"`'],
  ]);
});

test('a number that is a date-time becomes a text', () => {
  const { value } = repairExample(
    1_700_000_000_000_000_000,
    { type: ['number', 'string'], format: 'date-time' },
    resolver,
    'at',
  );
  expect(value).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test.each([
  ['abc', { type: 'string', maxLength: 2 }, 'x is "abc", which does not match `maxLength: 2`'],
  ['c', { type: 'string', enum: ['a', 'b'] }, 'x is "c", which does not match `enum: ["a","b"]`'],
  [{ a: 1 }, { oneOf: [string, { type: 'integer' }] }, 'x does not match `oneOf`'],
])('the reason names the keyword: %j, %j', (value, schema, text) => {
  expect(repairExample(value, schema, resolver, 'x').changes.map(textOf)).toEqual([text]);
});
