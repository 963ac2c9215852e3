import { type Row, schemas } from '../row.js';

const row = schemas('Schema Object: objects');
const text = { type: 'string' };
const number = { type: 'number' };
const object = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties: { ...properties },
  ...(required.length > 0 ? { required } : {}),
});

export const objects: readonly Row[] = [
  row(
    'properties',
    { type: 'object', properties: { a: text, b: number } },
    {
      yes: 'types client mock docs diff',
      valid: [{ a: 'x' }, { b: 1 }, { a: 'x', b: 1, c: true }],
      invalid: [{ a: 1 }, { b: 'x' }],
      docs: ['| `a` | `string` |'],
      diff: ['property-added', 'map-closed'],
    },
  ),
  ...[{}, { format: 'point' }].map((beside) =>
    row(
      `properties, without type${Object.keys(beside).map((keyword) => ` beside ${keyword}`)}`,
      { ...beside, properties: { a: text } },
      {
        at: ['properties'],
        yes: 'types client mock docs diff',
        valid: [{ a: 'x' }],
        invalid: [{ a: 1 }],
        docs: ['`a`'],
        diff: ['type-narrowed'],
      },
    ),
  ),
  row('properties, of any value', object({ a: true, b: {} }, 'a'), {
    at: ['properties', 'b'],
    yes: 'types client mock docs diff',
    valid: [{ a: 1 }, { a: null, b: [] }],
    invalid: [{ b: 1 }],
    docs: ['`unknown`'],
    diff: ['property-added'],
  }),
  row('properties, that are forbidden', object({ a: false, b: text }), {
    at: ['properties', 'a'],
    yes: 'types client mock diff',
    valid: [{ b: 'x' }, {}],
    invalid: [{ a: 1 }, { a: null, b: 'x' }],
    diff: ['property-added'],
  }),
  row('required', object({ a: text, b: text }, 'a'), {
    yes: 'types client mock docs diff',
    valid: [{ a: 'x' }],
    invalid: [{}, { b: 'x' }],
    docs: ['| `a` | `string` | Yes |'],
    diff: ['property-became-required'],
  }),
  row(
    'required, of an undefined field',
    { type: 'object', required: ['a'] },
    {
      at: ['required'],
      yes: 'types client mock docs diff',
      valid: [{ a: 1 }],
      invalid: [{}, { b: 1 }],
      docs: ['`a`'],
      diff: ['required-property-added', 'map-closed'],
    },
  ),
  row(
    'required, of a field of another part',
    { allOf: [object({ a: text }), { required: ['a'] }] },
    {
      at: ['allOf', '1'],
      yes: 'types client mock diff',
      valid: [{ a: 'x' }],
      invalid: [{}],
      diff: ['property-became-required'],
    },
  ),
  row(
    'additionalProperties',
    { type: 'object', additionalProperties: number },
    {
      yes: 'types client mock docs diff',
      valid: [{ a: 1 }, {}],
      invalid: [{ a: 'x' }, { b: null }],
      docs: ['number'],
      diff: ['type-narrowed'],
    },
  ),
  row(
    'additionalProperties, beside fields',
    { ...object({ a: text }), additionalProperties: number },
    {
      at: ['additionalProperties'],
      yes: 'client mock diff',
      valid: [{ a: 'x', b: 1 }],
      invalid: [{ b: 'x' }],
      diff: ['map-opened'],
      note: 'Beside known fields, further ones are `unknown`.',
    },
  ),
  row(
    'additionalProperties, false',
    { ...object({ a: text }), additionalProperties: false },
    {
      at: ['additionalProperties'],
      yes: 'types client mock diff',
      valid: [{ a: 'x' }],
      invalid: [{ b: 1 }],
      diff: ['fields-closed'],
      note: 'Responses may still have unknown fields.',
    },
  ),
  row(
    'patternProperties',
    { type: 'object', patternProperties: { '^x-': text }, additionalProperties: false },
    {
      yes: 'types client mock diff',
      valid: [{ 'x-a': 'b' }, {}],
      invalid: [{ 'x-a': 1 }],
      diff: ['bound-widened'],
    },
  ),
  row(
    'patternProperties, beside names that match none',
    { type: 'object', patternProperties: { '^x-': text } },
    {
      at: ['patternProperties'],
      yes: 'types client mock diff',
      types: ['[key: string]: string'],
      valid: [{ 'x-a': 'b' }],
      invalid: [{ 'x-a': 1 }],
      diff: ['bound-narrowed', 'type-narrowed'],
    },
  ),
  row(
    'patternProperties, beside fields',
    { ...object({ a: number }), patternProperties: { '^x-': text } },
    {
      at: ['patternProperties'],
      yes: 'client mock diff',
      valid: [{ a: 1, 'x-a': 'b' }],
      invalid: [{ 'x-a': 1 }],
      diff: ['bound-narrowed'],
    },
  ),
  row(
    'propertyNames',
    { type: 'object', additionalProperties: number, propertyNames: { pattern: '^[a-z]+$' } },
    { yes: 'client mock diff', valid: [{ ab: 1 }, {}], invalid: [{ A: 1 }], diff: ['bound-narrowed'] },
  ),
  row(
    'propertyNames, of an enum',
    { type: 'object', additionalProperties: number, propertyNames: { enum: ['a', 'b'] } },
    {
      at: ['propertyNames'],
      yes: 'types client mock diff',
      valid: [{ a: 1 }, {}],
      invalid: [{ c: 1 }],
      diff: ['map-closed'],
    },
  ),
  row(
    'minProperties',
    { type: 'object', minProperties: 1 },
    { yes: 'client mock diff', valid: [{ a: 1 }], invalid: [{}], diff: ['bound-narrowed'] },
  ),
  row(
    'maxProperties',
    { type: 'object', maxProperties: 1 },
    { yes: 'client mock diff', valid: [{}, { a: 1 }], invalid: [{ a: 1, b: 2 }], diff: ['bound-narrowed'] },
  ),
  row(
    'dependentRequired',
    { ...object({ a: text, b: text }), dependentRequired: { a: ['b'] } },
    {
      yes: 'types client mock diff',
      valid: [{}, { b: 'x' }, { a: 'x', b: 'y' }],
      invalid: [{ a: 'x' }],
      diff: ['type-narrowed'],
    },
  ),
  row(
    'dependentSchemas',
    { ...object({ a: text }), dependentSchemas: { a: { required: ['b'], properties: { b: number } } } },
    {
      yes: 'types client mock diff',
      valid: [{}, { a: 'x', b: 1 }],
      invalid: [{ a: 'x' }, { a: 'x', b: 'y' }],
      diff: ['type-narrowed', 'property-added'],
    },
  ),
  row(
    'unevaluatedProperties, false',
    { allOf: [object({ a: text })], properties: { b: number }, unevaluatedProperties: false },
    {
      at: ['unevaluatedProperties'],
      yes: 'types client mock diff',
      valid: [{ a: 'x', b: 1 }, {}],
      invalid: [{ c: 1 }],
      diff: ['fields-closed'],
    },
  ),
  row(
    'unevaluatedProperties, a schema',
    { allOf: [object({ a: text })], unevaluatedProperties: number },
    {
      at: ['unevaluatedProperties'],
      yes: 'types client mock diff',
      valid: [{ a: 'x', b: 1 }, {}],
      invalid: [{ c: 'x' }],
      diff: ['bound-narrowed'],
    },
  ),
  row(
    'unevaluatedProperties, of a map',
    { type: 'object', unevaluatedProperties: number },
    {
      at: ['unevaluatedProperties'],
      yes: 'types client mock diff',
      valid: [{ a: 1 }, {}],
      invalid: [{ a: 'x' }],
      diff: ['type-narrowed'],
    },
  ),
  row('readOnly', object({ a: { ...text, readOnly: true }, b: text }, 'a', 'b'), {
    at: ['properties', 'a', 'readOnly'],
    yes: 'types client mock docs diff',
    isWire: true,
    valid: [{ b: 'x' }],
    invalid: [{}],
    types: ['a'],
    docs: ['`a`'],
    diff: ['type-split', 'property-became-optional', 'property-became-read-only'],
    note: 'Requests do not have it.',
  }),
  row('writeOnly', object({ a: { ...text, writeOnly: true }, b: text }, 'a', 'b'), {
    at: ['properties', 'a', 'writeOnly'],
    yes: 'types client mock docs diff',
    isWire: true,
    valid: [{ a: 'y', b: 'x' }],
    invalid: [{ b: 'x' }],
    types: ['a'],
    docs: ['`a`'],
    diff: ['type-split', 'property-became-optional', 'property-became-write-only'],
    note: 'Responses do not have it.',
  }),
];
