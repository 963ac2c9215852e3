// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema.
import { type Row, schemas } from '../row.js';

const row = schemas('Schema Object: composition, references and annotations');
const text = { type: 'string' };
const number = { type: 'number' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties: { ...properties },
  ...(required.length > 0 ? { required } : {}),
});
const pets = {
  Cat: object({ kind: { const: 'cat' }, lives: number }, 'kind', 'lives'),
  Dog: object({ kind: { const: 'dog' }, tricks: number }, 'kind', 'tricks'),
};
const oldPets = {
  Cat: object({ kind: text, lives: number }, 'kind', 'lives'),
  Dog: object({ kind: text, tricks: number }, 'kind', 'tricks'),
};

export const composition: readonly Row[] = [
  row(
    'allOf',
    { allOf: [object({ a: text }, 'a'), object({ b: number }, 'b')] },
    {
      yes: 'types client mock docs diff',
      valid: [{ a: 'x', b: 1 }],
      invalid: [{ a: 'x' }, { b: 1 }, { a: 1, b: 1 }],
      docs: ['`a`'],
      diff: ['type-narrowed'],
    },
  ),
  row(
    'allOf, with contradicting parts',
    { allOf: [text, number] },
    {
      at: ['allOf', '1'],
      yes: 'types client mock diff',
      invalid: ['a', 1],
      diff: ['type-widened'],
      problems: [
        'warning schema-contradiction /components/schemas/Value',
        'warning example-impossible /paths/~1value/post/requestBody',
      ],
      note: 'No value is valid, so no example or test is generated.',
    },
  ),
  row(
    'allOf, with a reference',
    { allOf: [ref('Base'), object({ b: number }, 'b')] },
    {
      at: ['allOf', '0'],
      schemas: { Base: object({ a: text }, 'a') },
      yes: 'types client mock docs diff',
      valid: [{ a: 'x', b: 1 }],
      invalid: [{ b: 1 }],
      docs: ['`b`'],
      diff: ['required-property-added'],
    },
  ),
  row(
    'anyOf',
    { anyOf: [text, number] },
    {
      yes: 'types client mock docs diff',
      valid: ['a', 1],
      invalid: [true, null, [1]],
      docs: ['string'],
      diff: ['union-member-fitting', 'union-member-removed'],
    },
  ),
  row(
    'anyOf, beside a type',
    { type: 'string', anyOf: [{ maxLength: 2 }, { pattern: '^a' }] },
    {
      at: ['anyOf'],
      yes: 'client mock diff',
      valid: ['ab', 'abc'],
      invalid: ['bcd'],
      diff: ['bound-narrowed', 'bound-widened'],
    },
  ),
  row(
    'anyOf, of required fields',
    { ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    {
      at: ['anyOf'],
      yes: 'client mock diff',
      valid: [{ a: 'x' }, { b: 'x' }],
      invalid: [{}],
      diff: ['bound-narrowed'],
    },
  ),
  row(
    'oneOf',
    { oneOf: [text, { type: 'array', items: text }] },
    {
      yes: 'types client mock docs diff',
      valid: ['a', ['b']],
      invalid: [1, [1], null],
      docs: ['string'],
      diff: ['union-member-fitting', 'union-member-removed'],
    },
  ),
  row(
    'oneOf, of which exactly one must match',
    {
      oneOf: [
        { type: 'number', multipleOf: 2 },
        { type: 'number', multipleOf: 3 },
      ],
    },
    {
      at: ['oneOf'],
      yes: 'client mock diff',
      valid: [2, 3],
      invalid: [6],
      diff: ['union-member-fitting', 'union-member-removed'],
    },
  ),
  row(
    'oneOf, of equal schemas',
    {
      oneOf: [
        { ...text, format: 'asset-id' },
        { ...text, format: 'upload-id' },
      ],
    },
    {
      at: ['oneOf'],
      yes: 'diff',
      warns: 'types client mock docs',
      valid: ['a'],
      diff: ['union-member-fitting', 'union-member-removed'],
      problems: ['warning schema-contradiction /components/schemas/Value/oneOf'],
    },
  ),
  row(
    'oneOf, empty',
    { type: 'string', oneOf: [] },
    {
      at: ['oneOf'],
      warns: 'types client mock docs diff',
      valid: ['a'],
      problems: ['warning schema-keyword-ignored /components/schemas/Value/oneOf'],
    },
  ),
  row(
    'not',
    { type: 'string', not: { enum: ['a'] } },
    { yes: 'client mock diff', valid: ['b'], invalid: ['a'], diff: ['bound-narrowed'] },
  ),
  row(
    'not, of a type',
    { not: text },
    { at: ['not'], yes: 'client mock diff', valid: [1, null], invalid: ['a'], diff: ['bound-narrowed'] },
  ),
  row(
    'if',
    {
      ...object({ a: text }),
      if: { properties: { a: { const: 'x' } }, required: ['a'] },
      then: { required: ['b'], properties: { b: number } },
    },
    {
      yes: 'client mock diff',
      valid: [{ a: 'y' }, { a: 'x', b: 1 }, {}],
      invalid: [{ a: 'x' }, { a: 'x', b: 'c' }],
      diff: ['bound-narrowed'],
    },
  ),
  row(
    'then',
    { ...object({ a: text }), if: { required: ['a'] }, then: { required: ['b'], properties: { b: number } } },
    {
      yes: 'types client mock diff',
      valid: [{}, { a: 'x', b: 1 }],
      invalid: [{ a: 'x', b: 'y' }],
      diff: ['bound-narrowed', 'property-added'],
    },
  ),
  row(
    'else',
    { ...object({ a: text }), if: { required: ['a'] }, else: { required: ['b'], properties: { b: number } } },
    {
      yes: 'types client mock diff',
      valid: [{ a: 'x' }, { b: 1 }],
      invalid: [{ b: 'y' }],
      diff: ['bound-narrowed', 'property-added'],
    },
  ),
  row(
    '$ref',
    { $ref: '#/components/schemas/Other' },
    {
      schemas: { Other: object({ a: text }, 'a') },
      yes: 'types client mock docs diff',
      valid: [{ a: 'x' }],
      invalid: [{}, { a: 1 }],
      docs: ['[`Other`]'],
      diff: ['type-narrowed'],
    },
  ),
  row(
    '$ref, with keywords beside it',
    { ...ref('Other'), maxLength: 1 },
    {
      at: ['maxLength'],
      schemas: { Other: text },
      yes: 'client mock diff',
      valid: ['a'],
      invalid: ['ab'],
      diff: ['bound-narrowed'],
    },
  ),
  row(
    '$ref, to itself',
    { ...object({ next: ref('Value') }) },
    {
      at: ['properties', 'next'],
      yes: 'types client mock docs diff',
      valid: [{}, { next: { next: {} } }],
      invalid: [{ next: 1 }, { next: { next: 'x' } }],
      docs: ['`next`'],
      diff: ['property-added', 'map-closed'],
    },
  ),
  row(
    '$ref, to a part of another schema',
    { $ref: '#/components/schemas/Other/properties/a' },
    {
      at: ['$ref'],
      schemas: { Other: object({ a: object({ b: text }, 'b') }) },
      yes: 'types client mock diff',
      valid: [{ b: 'x' }],
      invalid: [{}, 1],
      diff: ['type-narrowed'],
    },
  ),
  row(
    '$defs',
    { $defs: { part: text }, type: 'array', items: { $ref: '#/components/schemas/Value/$defs/part' } },
    {
      at: ['items'],
      yes: 'types client mock docs diff',
      valid: [['a']],
      invalid: [[1]],
      docs: ['string'],
      diff: ['type-narrowed'],
    },
  ),
  row(
    '$anchor',
    { $defs: { part: { $anchor: 'part', type: 'string' } }, type: 'array', items: { $ref: '#part' } },
    {
      at: ['items'],
      yes: 'types client mock docs diff',
      valid: [['a']],
      invalid: [[1]],
      docs: ['string'],
      diff: ['type-narrowed'],
    },
  ),
  row('$dynamicRef', object({ children: { type: 'array', items: { $dynamicRef: '#node' } } }), {
    at: ['properties', 'children', 'items'],
    schemas: { Node: { $dynamicAnchor: 'node', ...object({ a: text }, 'a') } },
    yes: 'types client mock docs diff',
    valid: [{ children: [{ a: 'x' }] }, {}],
    invalid: [{ children: [1] }],
    docs: ['`children`'],
    diff: ['type-narrowed'],
  }),
  row('$id', { $id: 'https://example.com/value', type: 'string' }, { at: ['$id'], yes: 'client', valid: ['a'] }),
  row(
    '$schema',
    { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'string' },
    { at: ['$schema'], yes: 'client', valid: ['a'] },
  ),
  row('$comment', { $comment: 'Internal.', type: 'string' }, { yes: 'client', valid: ['a'] }),
  row(
    'title',
    { title: 'The value', ...object({ a: text }) },
    { yes: 'client diff', diff: ['schema-described'], valid: [{}] },
  ),
  row(
    'description',
    { description: 'What it is.', ...object({ a: text }) },
    { yes: 'types client docs diff', types: ['/** What it is. */'], docs: ['What it is.'], diff: ['schema-described'] },
  ),
  row('default', object({ a: { type: 'string', default: 'x' } }), {
    at: ['properties', 'a', 'default'],
    yes: 'types client diff',
    types: ['Default: x.'],
    diff: ['default-changed'],
  }),
  row(
    'example',
    { type: 'string', example: 'red' },
    { openapi: '3.0', yes: 'client diff', diff: ['schema-described'], valid: ['red'], client: ["'red'"] },
  ),
  row(
    'examples',
    { type: 'string', examples: ['red'] },
    { yes: 'client diff', diff: ['schema-described'], valid: ['red'], client: ["'red'"] },
  ),
  row('deprecated', object({ a: { type: 'string', deprecated: true } }), {
    at: ['properties', 'a', 'deprecated'],
    yes: 'types client docs diff',
    types: ['@deprecated'],
    docs: ['**Deprecated.**'],
    diff: ['property-deprecated'],
  }),
  row(
    'externalDocs',
    { type: 'object', externalDocs: { url: 'https://example.com/more', description: 'More' } },
    { yes: 'client docs diff', diff: ['schema-described'], docs: ['https://example.com/more'] },
  ),
  row(
    'xml',
    { type: 'object', xml: { name: 'thing' } },
    { openapi: '3.0', yes: 'client', note: 'XML is sent and returned as text.' },
  ),
  row(
    'discriminator',
    {
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
      },
    },
    {
      schemas: pets,
      yes: 'types client mock docs diff',
      valid: [{ kind: 'cat', lives: 9 }],
      invalid: [{ kind: 'dog', lives: 9 }, { kind: 'bird' }],
      docs: ['Cat'],
      diff: ['discriminator-added'],
    },
  ),
  row(
    'discriminator, without mapping',
    { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
    {
      openapi: '3.0',
      at: ['discriminator'],
      schemas: oldPets,
      yes: 'types client mock docs diff',
      valid: [{ kind: 'Cat', lives: 9 }],
      invalid: [{ kind: 'Dog', lives: 9 }, { kind: 'bird' }],
      docs: ['Cat'],
      diff: ['discriminator-added'],
    },
  ),
  row('discriminator, of a base', ref('Base'), {
    openapi: '3.0',
    at: ['$ref'],
    schemas: {
      Base: { ...object({ kind: text }, 'kind'), discriminator: { propertyName: 'kind' } },
      Cat: { allOf: [ref('Base'), object({ lives: number }, 'lives')] },
    },
    yes: 'types client mock docs diff',
    valid: [{ kind: 'Cat', lives: 9 }],
    invalid: [{ kind: 'Cat' }, {}],
    docs: ['Cat'],
    diff: ['discriminator-added', 'union-member-fitting', 'union-member-removed'],
  }),
  row('x-, extensions', { type: 'string', 'x-internal': true }, { at: ['x-internal'], yes: 'client', valid: ['a'] }),
  row('a schema that is true', { type: 'array', items: true }, { at: ['items'], yes: 'client', valid: [[1, 'a']] }),
  row('an unknown keyword', { type: 'string', colour: 'red' }, { at: ['colour'], yes: 'client', valid: ['a'] }),
];
