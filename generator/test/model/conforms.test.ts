import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Json, Schema } from '../../src/schema/index.js';
import { conforms } from '../../src/schema/index.js';

const resolver = { resolve: () => undefined };
const ajv = new Ajv2020({ strict: false, logger: false });
formats.default(ajv);

const schemas: readonly Schema[] = [
  true,
  false,
  {},
  { type: 'string' },
  { type: ['string', 'null'] },
  { type: 'integer' },
  { type: 'number', minimum: 1, exclusiveMaximum: 3, multipleOf: 0.5 },
  { type: 'string', minLength: 2, maxLength: 3 },
  { type: 'string', pattern: '^a' },
  { type: 'string', format: 'date-time' },
  { format: 'date-time' },
  { format: 'int32' },
  { type: 'string', format: 'uuid' },
  { enum: ['a', 1, null, { b: 1 }] },
  { const: { b: 1 } },
  { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2, uniqueItems: true },
  { prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
  { contains: { type: 'integer' }, minContains: 1, maxContains: 1 },
  { type: 'object', properties: { b: { type: 'integer' } }, required: ['b'], additionalProperties: false },
  { type: 'object', additionalProperties: { type: 'integer' } },
  { type: 'object', patternProperties: { '^b': { type: 'integer' } }, additionalProperties: { type: 'string' } },
  { type: 'object', propertyNames: { maxLength: 1 }, minProperties: 1, maxProperties: 1 },
  { dependentRequired: { b: ['c'] } },
  { properties: { constructor: { type: 'string' } }, required: ['constructor'] },
  { allOf: [{ type: 'object' }, { required: ['b'] }] },
  { anyOf: [{ type: 'string' }, { type: 'integer' }] },
  { oneOf: [{ type: 'integer' }, { type: 'number' }] },
  { not: { type: 'string' } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  { if: { type: 'string' }, then: { minLength: 2 }, else: { type: 'integer' } },
];

const values: readonly Json[] = [
  null,
  true,
  0,
  1,
  1.5,
  3,
  '',
  'a',
  'ab',
  'abcd',
  '2026-01-02T03:04:05Z',
  '2026-02-30T03:04:05Z',
  'b5c0b8a2-7c39-4d21-8d0e-6a5f2f3a9c11',
  [],
  ['a'],
  ['a', 'a'],
  ['a', 1],
  ['a', 1, 2],
  {},
  { b: 1 },
  { b: 'x' },
  { b: 1, c: 2 },
  { c: 'x' },
];

test.each(schemas.map((schema) => [schema]))('%j accepts what Ajv accepts', (schema) => {
  const validate = ajv.compile(schema);
  const verdicts = values.map((value) => [value, conforms(value, schema, resolver)]);
  expect(verdicts).toEqual(values.map((value) => [value, validate(value)]));
});

test('fields of one direction may be missing', () => {
  const properties = { id: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true }, name: {} };
  const schema: Schema = { type: 'object', properties, required: ['id', 'secret', 'name'] };
  expect([conforms({ name: 1 }, schema, resolver), conforms({ id: 'a', secret: 'b' }, schema, resolver)]).toEqual([
    true,
    false,
  ]);
});

test('checking an endlessly recursive schema stops', () => {
  const endless = { resolve: () => ({ allOf: [{ $ref: '#' }, { $ref: '#' }] }) };
  expect(conforms(1, { $ref: '#' }, endless)).toBe(false);
});
