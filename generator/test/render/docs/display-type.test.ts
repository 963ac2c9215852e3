import { expect, test } from '@jest/globals';
import { buildNames, compileNameTemplates } from '../../../src/naming/index.js';
import { displayType } from '../../../src/render/docs/display-type.js';
import type { Schema } from '../../../src/schema/index.js';
import { readTemplateTexts } from '../../features/generate.js';
import { modelOf } from '../../model/description.js';

const schemas = { Pet: { type: 'object', properties: { name: { type: 'string' } } } };
const { model } = modelOf({}, { components: { schemas } });
const templates = compileNameTemplates(await readTemplateTexts());
const { names } = buildNames(model, { scope: '@a', name: 'b', reservedMembers: new Set() }, templates);
const sent = {
  names,
  resolver: model,
  address: (name: string) => `types.md#${name.toLowerCase()}`,
  direction: 'request',
  inputs: new Map([['Pet', 'PetInput']]),
  filters: new Map(),
} as const;
const context = { ...sent, direction: 'reply' } as const;
const pet = { $ref: '#/components/schemas/Pet' };
const link = '[`Pet`](types.md#pet)';

const table: readonly (readonly [schema: Schema, text: string])[] = [
  [true, '`unknown`'],
  [{}, '`unknown`'],
  [{ type: 'integer' }, '`number`'],
  [{ type: ['string', 'null'] }, '`string \\| null`'],
  [{ type: 'string', format: 'date-time' }, '`Date`'],
  [{ type: ['string', 'null'], format: 'date-time' }, '`Date \\| null`'],
  [{ type: 'string', format: 'binary' }, '[`Upload`](types.md#upload)'],
  [{ enum: ['a', 1, null] }, '`"a" \\| 1 \\| null`'],
  [{ const: 'a|b' }, '`"a\\|b"`'],
  [pet, link],
  [{ $ref: '#/components/schemas/Pet/properties/name' }, '`string`'],
  [{ type: 'array', items: pet }, `${link}\`[]\``],
  [{ type: 'array', items: { type: ['string', 'null'] } }, '`(string \\| null)[]`'],
  [
    { prefixItems: [pet, { type: ['string', 'null'] }], minItems: 1, items: false },
    `\`[\`${link}\`, (string \\| null)?]\``,
  ],
  [{ type: 'array', prefixItems: [{ type: 'string' }], minItems: 1 }, '`[string, ...unknown[]]`'],
  [
    {
      anyOf: [
        { type: 'string', format: 'uri' },
        { type: 'string', maxLength: 0 },
      ],
    },
    '`string`',
  ],
  [{ type: 'object', additionalProperties: pet }, `\`Record<string,\`${link}\`>\``],
  [{ type: 'object', properties: { a: {} } }, '`object`'],
  [{ properties: { a: {} }, anyOf: [pet, { type: 'null' }] }, `\`object & (\`${link}\`\\| null)\``],
  [{ oneOf: [pet, { type: 'null' }] }, `${link}\`\\| null\``],
  [{ allOf: [pet, { type: 'object', properties: {} }] }, `${link}\`& object\``],
];

test.each(table)('%j', (schema, text) => {
  expect(displayType(schema, context)).toBe(text);
});

test('in a request, a schema has its request type', () => {
  expect(displayType({ type: 'array', items: pet }, sent)).toBe('[`PetInput`](types.md#petinput)`[]`');
});
