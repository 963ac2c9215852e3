import { expect, test } from '@jest/globals';
import { buildNames, compileNameTemplates } from '../../../src/naming/index.js';
import { propertyRow, unfoldedRows } from '../../../src/render/docs/rows.js';
import type { Schema } from '../../../src/schema/index.js';
import { readTemplateTexts } from '../../features/generate.js';
import { modelOf } from '../../model/description.js';

const text = { type: 'string' } as const;
const wide = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, text]));
const schemas = {
  Pet: {
    type: 'object',
    description: 'An animal.',
    required: ['name'],
    properties: {
      id: { type: 'string', readOnly: true },
      tags: { type: 'array', items: { type: 'object', properties: { key: text } } },
      'a b': text,
      name: text,
      parent: { $ref: '#/components/schemas/Pet' },
    },
  },
  Wide: { type: 'object', properties: wide },
};
const { model } = modelOf({}, { components: { schemas } });
const templates = compileNameTemplates(await readTemplateTexts());
const { names } = buildNames(model, { scope: '@a', name: 'b', reservedMembers: new Set() }, templates);
const display = {
  names,
  resolver: model,
  address: (name: string) => `types.md#${name.toLowerCase()}`,
  direction: 'request',
  inputs: new Map(),
  filters: new Map(),
} as const;
const pet = { $ref: '#/components/schemas/Pet' };
const fields = (start = '', depth = '· '): readonly string[] => [
  `${depth}${start}name`,
  `${depth}${start}tags`,
  `${depth}· [].key`,
  `${depth}${start}a b`,
  `${depth}${start}parent`,
];

const table: readonly (readonly [name: string, schema: Schema, rows: readonly string[]])[] = [
  ['a text has no fields', text, ['x']],
  ['an object is followed by its fields, required ones first, without read-only ones', pet, ['x', ...fields()]],
  ['so is an object that may be null', { anyOf: [pet, { type: 'null' }] }, ['x', ...fields()]],
  ['the items of a list', { type: 'array', items: { type: 'array', items: pet } }, ['x', ...fields('[][].')]],
  ['the values of a map', { type: 'object', additionalProperties: pet }, ['x', ...fields('*.')]],
  [
    'parts of an object',
    { allOf: [pet, { properties: { age: text } }] },
    ['x', ...fields(), ...fields('', '· · '), '· age'],
  ],
  ['a union is left to its type', { oneOf: [pet, text] }, ['x']],
  ['so is an object with too many fields', { $ref: '#/components/schemas/Wide' }, ['x']],
  [
    'and what is deeper than the limit',
    { type: 'object', properties: { wide: { $ref: '#/components/schemas/Wide' } } },
    ['x', '· wide'],
  ],
];

test.each(table)('%s', (_, schema, rows) => {
  const row = propertyRow({ name: 'x', schema, required: true }, display);
  expect(unfoldedRows(row, schema, display).map(({ depth, name }) => depth + name)).toEqual(rows);
});

test.each([
  [
    { type: 'string', description: 'A name.', maxLength: 9, pattern: '^a|b$' },
    'A name. Maximum length: `9`. Pattern: `^a|b$`.',
  ],
  [{ type: 'integer', minimum: 1, default: 25, deprecated: true }, '**Deprecated.** Minimum: `1`. Default: `25`.'],
  [pet, 'An animal.'],
  [{ ...pet, description: 'Yours.' }, 'Yours.'],
])('the row of %j contains the facts that its type does not show', (schema, description) => {
  expect(propertyRow({ name: 'x', schema, required: true }, display)).toMatchObject({ description });
});
