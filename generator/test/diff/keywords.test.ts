import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/schema/index.js';
import { compare } from './compare.js';
import { json } from './service.js';

/** What one change of a field gives where it is sent and where it is received, and what its reverse gives. */
interface Row {
  readonly name: string;
  readonly old: JsonObject;
  readonly next: JsonObject;
  readonly request: readonly string[];
  readonly reply: readonly string[];
  readonly back: { readonly request: readonly string[]; readonly reply: readonly string[] };
  /** Named schemas of both versions. */
  readonly schemas?: JsonObject;
}

/** A restriction more: only the service refuses what it took. */
const stricter = {
  request: ['breaking bound-narrowed'],
  reply: ['compatible bound-narrowed'],
  back: { request: ['compatible bound-widened'], reply: ['compatible bound-widened'] },
};
/** Values less, of an enum that replies have open. */
const fewer = {
  request: ['breaking enum-value-removed'],
  reply: ['compatible enum-value-removed'],
  back: { request: ['compatible enum-value-added'], reply: ['warning enum-value-added'] },
};
const text = { type: 'string' };
const places = { type: 'array', allOf: [{ prefixItems: [{ type: 'string' }] }] };
const list = { type: 'array', items: text };
const object = { type: 'object', properties: { a: text, b: text } };
const Size = { type: 'string', enum: ['s', 'm', 'l'] };
const named = {
  Size,
  Cat: { type: 'object', properties: { claws: text } },
  Dog: { type: 'object', properties: { bark: text } },
};
const pets = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
const kinds = (cat: string): JsonObject => ({
  oneOf: pets,
  discriminator: {
    propertyName: 'kind',
    mapping: { [cat]: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
  },
});

const ROWS: readonly Row[] = [
  { name: 'maxLength', old: text, next: { ...text, maxLength: 5 }, ...stricter },
  {
    name: 'maxLength below allOf',
    old: { allOf: [text, { maxLength: 50 }] },
    next: { allOf: [text, { maxLength: 5 }] },
    ...stricter,
  },
  { name: 'maxLength beside allOf', old: { allOf: [text] }, next: { allOf: [text], maxLength: 5 }, ...stricter },
  {
    name: 'maxLength beside $ref',
    old: { $ref: '#/components/schemas/Size' },
    next: { $ref: '#/components/schemas/Size', maxLength: 1 },
    schemas: named,
    ...stricter,
  },
  {
    name: 'maxLength in an allOf with $ref',
    old: { allOf: [{ $ref: '#/components/schemas/Size' }] },
    next: { allOf: [{ $ref: '#/components/schemas/Size' }, { maxLength: 1 }] },
    schemas: named,
    ...stricter,
  },
  {
    name: 'enum below allOf',
    old: { allOf: [text, { enum: ['s', 'm', 'l'] }] },
    next: { allOf: [text, { enum: ['s', 'm'] }] },
    ...fewer,
  },
  {
    name: 'enum beside $ref',
    old: { $ref: '#/components/schemas/Size' },
    next: { $ref: '#/components/schemas/Size', enum: ['s', 'm'] },
    schemas: named,
    ...fewer,
  },
  { name: 'pattern', old: text, next: { ...text, pattern: '^a' }, ...stricter },
  {
    name: 'two patterns',
    old: { allOf: [text, { pattern: 'a' }] },
    next: { allOf: [text, { pattern: 'a' }, { pattern: 'b' }] },
    ...stricter,
  },
  { name: 'minimum', old: { type: 'integer', minimum: 0 }, next: { type: 'integer', minimum: 1 }, ...stricter },
  {
    name: 'multipleOf',
    old: { type: 'integer', multipleOf: 2 },
    next: { type: 'integer', multipleOf: 4 },
    ...stricter,
  },
  { name: 'a whole number', old: { type: 'number' }, next: { type: 'integer' }, ...stricter },
  { name: 'maxItems', old: list, next: { ...list, maxItems: 3 }, ...stricter },
  { name: 'uniqueItems', old: list, next: { ...list, uniqueItems: true }, ...stricter },
  { name: 'contains', old: list, next: { ...list, contains: { const: 'a' } }, ...stricter },
  {
    name: 'minContains',
    old: { ...list, contains: { const: 'a' } },
    next: { ...list, contains: { const: 'a' }, minContains: 2 },
    ...stricter,
  },
  {
    name: 'maxContains',
    old: { ...list, contains: { const: 'a' } },
    next: { ...list, contains: { const: 'a' }, maxContains: 2 },
    ...stricter,
  },
  { name: 'unevaluatedItems', old: places, next: { ...places, unevaluatedItems: false }, ...stricter },
  { name: 'minProperties', old: object, next: { ...object, minProperties: 1 }, ...stricter },
  { name: 'propertyNames', old: object, next: { ...object, propertyNames: { maxLength: 3 } }, ...stricter },
  {
    name: 'a narrower propertyNames',
    old: { ...object, propertyNames: { maxLength: 3 } },
    next: { ...object, propertyNames: { maxLength: 2 } },
    ...stricter,
  },
  { name: 'patternProperties', old: object, next: { ...object, patternProperties: { '^x-': text } }, ...stricter },
  {
    name: 'a narrower patternProperties',
    old: { ...object, patternProperties: { '^x-': text } },
    next: { ...object, patternProperties: { '^x-': { ...text, maxLength: 2 } } },
    ...stricter,
  },
  { name: 'dependentRequired', old: object, next: { ...object, dependentRequired: { a: ['b'] } }, ...stricter },
  {
    name: 'dependentSchemas',
    old: object,
    next: { ...object, dependentSchemas: { a: { required: ['b'] } } },
    ...stricter,
  },
  {
    name: 'if and else',
    old: object,
    next: { ...object, if: { required: ['a'] }, else: { required: ['b'] } },
    ...stricter,
  },
  {
    name: 'required in a part beside $ref',
    old: { allOf: [{ $ref: '#/components/schemas/Cat' }] },
    next: { allOf: [{ $ref: '#/components/schemas/Cat' }, { required: ['claws'] }] },
    schemas: named,
    request: ['breaking property-became-required'],
    reply: ['compatible property-became-required'],
    back: { request: ['compatible property-became-optional'], reply: ['breaking property-became-optional'] },
  },
  {
    name: 'a default beside $ref',
    old: { $ref: '#/components/schemas/Size' },
    next: { $ref: '#/components/schemas/Size', default: 's' },
    schemas: named,
    request: ['warning default-changed'],
    reply: ['compatible default-changed'],
    back: { request: ['warning default-changed'], reply: ['compatible default-changed'] },
  },
  {
    name: 'the one value that an open enum is narrowed to',
    old: { allOf: [{ $ref: '#/components/schemas/Size' }, { enum: ['s', 'm'] }] },
    next: { allOf: [{ $ref: '#/components/schemas/Size' }, { enum: ['s'] }] },
    schemas: named,
    request: ['breaking enum-value-removed'],
    reply: ['compatible enum-value-removed'],
    back: { request: ['compatible enum-value-added'], reply: ['breaking type-widened'] },
  },
  {
    name: 'an alternative that an open one takes as well',
    old: { anyOf: [{ ...text, enum: ['a', 'b'] }, text] },
    next: { anyOf: [{ ...text, enum: ['a'] }, text] },
    request: ['compatible bound-widened', 'compatible union-member-merged'],
    reply: ['compatible bound-widened', 'compatible union-member-merged'],
    back: {
      request: ['compatible bound-widened', 'compatible union-member-merged'],
      reply: ['compatible bound-widened', 'compatible union-member-merged'],
    },
  },
  {
    name: 'a field that a map takes as well',
    old: { type: 'object', properties: { a: text } },
    next: { type: 'object', additionalProperties: text },
    request: ['compatible property-undescribed', 'compatible map-opened'],
    reply: ['compatible property-undescribed', 'compatible map-opened'],
    back: {
      request: ['compatible property-added', 'breaking map-closed'],
      reply: ['compatible property-added', 'breaking map-closed'],
    },
  },
  {
    name: 'one of two fields',
    old: object,
    next: { ...object, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    ...stricter,
  },
  {
    name: 'items beyond the places',
    old: { type: 'array', prefixItems: [text] },
    next: { type: 'array', prefixItems: [text], items: false },
    request: ['breaking type-narrowed'],
    reply: ['compatible type-narrowed'],
    back: { request: ['compatible type-widened'], reply: ['breaking type-widened'] },
  },
  {
    name: 'a place more of an open tuple',
    old: { type: 'array', prefixItems: [text] },
    next: { type: 'array', prefixItems: [text, text] },
    request: ['breaking type-narrowed'],
    reply: ['compatible type-narrowed'],
    back: { request: ['compatible type-widened'], reply: ['breaking type-widened'] },
  },
  {
    name: 'a place more of a closed tuple',
    old: { type: 'array', prefixItems: [text], items: false },
    next: { type: 'array', prefixItems: [text, text], items: false },
    request: ['compatible type-widened'],
    reply: ['breaking type-widened'],
    back: { request: ['breaking type-narrowed'], reply: ['compatible type-narrowed'] },
  },
  {
    name: 'a place that is always there',
    old: { type: 'array', prefixItems: [text] },
    next: { type: 'array', prefixItems: [text], minItems: 1 },
    request: ['breaking bound-narrowed', 'breaking property-became-required'],
    reply: ['compatible bound-narrowed', 'compatible property-became-required'],
    back: {
      request: ['compatible bound-widened', 'compatible property-became-optional'],
      reply: ['compatible bound-widened', 'breaking property-became-optional'],
    },
  },
  { name: 'not', old: text, next: { ...text, not: { const: 'a' } }, ...stricter },
  {
    name: 'a wider not',
    old: { ...text, not: { enum: ['a'] } },
    next: { ...text, not: { enum: ['a', 'b'] } },
    ...stricter,
  },
  {
    name: 'values of a map beside fields',
    old: { ...object, additionalProperties: { type: ['string', 'integer'] } },
    next: { ...object, additionalProperties: text },
    request: ['breaking map-changed'],
    reply: ['compatible type-narrowed'],
    back: { request: ['compatible type-widened'], reply: ['warning map-changed'] },
  },
  {
    name: 'unknown fields that are refused',
    old: object,
    next: { ...object, additionalProperties: false },
    request: ['warning fields-closed'],
    reply: ['compatible fields-closed'],
    back: { request: ['compatible fields-opened'], reply: ['compatible fields-opened'] },
  },
  {
    name: 'unevaluated fields that are refused',
    old: object,
    next: { ...object, unevaluatedProperties: false },
    request: ['warning fields-closed'],
    reply: ['compatible fields-closed'],
    back: { request: ['compatible fields-opened'], reply: ['compatible fields-opened'] },
  },
  {
    name: 'readOnly',
    old: object,
    next: { ...object, properties: { a: text, b: { ...text, readOnly: true } } },
    request: ['warning property-became-read-only'],
    reply: ['compatible property-became-read-only'],
    back: { request: ['compatible property-became-two-way'], reply: ['compatible property-became-two-way'] },
  },
  {
    name: 'writeOnly',
    old: object,
    next: { ...object, properties: { a: text, b: { ...text, writeOnly: true } } },
    request: ['compatible property-became-write-only'],
    reply: ['warning property-became-write-only'],
    back: { request: ['compatible property-became-two-way'], reply: ['compatible property-became-two-way'] },
  },
  {
    name: 'another value of a discriminator',
    old: kinds('cat'),
    next: kinds('feline'),
    schemas: named,
    request: ['compatible enum-value-added', 'breaking enum-value-removed'],
    reply: ['breaking type-widened', 'compatible enum-value-removed'],
    back: {
      request: ['compatible enum-value-added', 'breaking enum-value-removed'],
      reply: ['breaking type-widened', 'compatible enum-value-removed'],
    },
  },
  {
    name: 'a discriminator',
    old: { oneOf: pets },
    next: kinds('cat'),
    schemas: named,
    request: ['breaking discriminator-added'],
    reply: ['compatible discriminator-added'],
    back: { request: ['compatible discriminator-removed'], reply: ['breaking discriminator-removed'] },
  },
  {
    name: 'another field of a discriminator',
    old: { oneOf: pets, discriminator: { propertyName: 'kind' } },
    next: { oneOf: pets, discriminator: { propertyName: 'type' } },
    schemas: named,
    request: ['breaking discriminator-changed'],
    reply: ['breaking discriminator-changed'],
    back: { request: ['breaking discriminator-changed'], reply: ['breaking discriminator-changed'] },
  },
  {
    name: 'a union of open enums',
    old: {
      oneOf: [
        { ...text, enum: ['a', 'b'] },
        { ...text, enum: ['c'] },
      ],
    },
    next: {
      oneOf: [
        { ...text, enum: ['a', 'b', 'd'] },
        { ...text, enum: ['c'] },
      ],
    },
    request: ['compatible enum-value-added'],
    reply: ['warning enum-value-added'],
    back: { request: ['breaking enum-value-removed'], reply: ['compatible enum-value-removed'] },
  },
  {
    name: 'a union of constants',
    old: { oneOf: [{ const: 'a' }, { const: 'c' }] },
    next: { oneOf: [{ const: 'a' }, { const: 'c' }, { const: 'd' }] },
    request: ['compatible enum-value-added'],
    reply: ['breaking type-widened'],
    back: { request: ['breaking enum-value-removed'], reply: ['compatible enum-value-removed'] },
  },
  {
    name: 'a field of another name and the same text',
    old: { type: 'object', properties: { user: { ...text, description: 'Who orders.' } } },
    next: { type: 'object', properties: { buyer: { ...text, description: 'Who orders.' } } },
    request: ['breaking property-renamed'],
    reply: ['breaking property-renamed'],
    back: { request: ['breaking property-renamed'], reply: ['breaking property-renamed'] },
  },
  {
    name: 'a field that is only of the same type as one that was removed',
    old: { type: 'object', properties: { phone: text } },
    next: { type: 'object', properties: { title: text } },
    request: ['breaking property-removed', 'compatible property-added'],
    reply: ['breaking property-removed', 'compatible property-added'],
    back: {
      request: ['breaking property-removed', 'compatible property-added'],
      reply: ['breaking property-removed', 'compatible property-added'],
    },
  },
];

const serviceWith = (field: JsonObject, isSent: boolean, schemas: JsonObject): JsonObject => {
  const schema: Json = { type: 'object', properties: { field } };
  const body = { content: { 'application/json': { schema } } };
  const operation: JsonObject = {
    operationId: 'act',
    ...(isSent ? { requestBody: body } : {}),
    responses: { 200: isSent ? { description: 'Fine.' } : json(schema) },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Service', version: '1' },
    servers: [{ url: 'https://a.example.com' }],
    paths: { '/act': { post: operation } },
    components: { schemas },
  };
};

async function outline(old: JsonObject, next: JsonObject, isSent: boolean, schemas: JsonObject): Promise<string[]> {
  const { changes } = await compare(serviceWith(old, isSent, schemas), serviceWith(next, isSent, schemas));
  return changes.map(({ severity, rule }) => `${severity} ${rule}`);
}

describe.each(ROWS.map((row) => [row.name, row] as const))(
  '%s',
  (_, { old, next, request, reply, back, schemas = {} }) => {
    test('in a request', async () => expect(await outline(old, next, true, schemas)).toEqual(request));
    test('in a reply', async () => expect(await outline(old, next, false, schemas)).toEqual(reply));
    test('back in a request', async () => expect(await outline(next, old, true, schemas)).toEqual(back.request));
    test('back in a reply', async () => expect(await outline(next, old, false, schemas)).toEqual(back.reply));
  },
);
