import type { Json, JsonObject } from '../../src/schema/index.js';

/** The result of a change of a field that is sent, and one that is received, and of the reverse changes. */
export interface Row {
  readonly name: string;
  readonly old: JsonObject;
  readonly next: JsonObject;
  readonly request: readonly string[];
  readonly reply: readonly string[];
  readonly back: { readonly request: readonly string[]; readonly reply: readonly string[] };
  /** Values that are sent, with fields that are not in the schemas. */
  readonly sent?: readonly Json[];
  /** Named schemas of both versions. */
  readonly schemas?: JsonObject;
}

/** An additional constraint: only the service rejects what it accepted before. */
const stricter = {
  request: ['breaking bound-narrowed'],
  reply: ['compatible bound-narrowed'],
  back: { request: ['compatible bound-widened'], reply: ['compatible bound-widened'] },
};
/** Fewer values of an enum that is open in responses. */
const fewer = {
  request: ['breaking enum-value-removed'],
  reply: ['compatible enum-value-removed'],
  back: { request: ['compatible enum-value-added'], reply: ['warning enum-value-added'] },
};
/** A value that becomes optional. */
const needed = {
  request: ['breaking property-became-required'],
  reply: ['compatible property-became-required'],
  back: { request: ['compatible property-became-optional'], reply: ['breaking property-became-optional'] },
};
/** Only the service can decide whether it checks something. */
const unclear = {
  request: ['warning format-changed'],
  reply: ['compatible format-changed'],
  back: { request: ['compatible bound-widened'], reply: ['compatible bound-widened'] },
};
const nothing = { request: [], reply: [], back: { request: [], reply: [] } };
/** A type with fewer values. */
const narrower = {
  request: ['breaking type-narrowed'],
  reply: ['compatible type-narrowed'],
  back: { request: ['compatible type-widened'], reply: ['breaking type-widened'] },
};
const text = { type: 'string' };
const whole = { type: 'integer' };
const real = { type: 'number' };
const places = { type: 'array', allOf: [{ prefixItems: [{ type: 'string' }] }] };
const list = { type: 'array', items: text };
const object = { type: 'object', properties: { a: text, b: text } };
const three = { type: 'object', properties: { a: text, b: text, c: text } };
/** Three fields, and a condition of all objects with the first. */
const onlyIf = (consequence: JsonObject): JsonObject =>
  Object.fromEntries([...Object.entries(three), ['if', { required: ['a'] }], ['then', consequence]]);
const Size = { type: 'string', enum: ['s', 'm', 'l'] };
const named = {
  Size,
  Name: text,
  Fur: { type: 'object', properties: { claws: text } },
  Cat: { type: 'object', required: ['claws'], properties: { kind: text, claws: text } },
  Dog: { type: 'object', required: ['bark'], properties: { kind: text, bark: text } },
  Cow: { type: 'object', required: ['bell'], properties: { kind: text, bell: text } },
};
const pets = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
const kinds = (cat: string): JsonObject => ({
  oneOf: pets,
  discriminator: {
    propertyName: 'kind',
    mapping: { [cat]: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
  },
});

export const ROWS: readonly Row[] = [
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
    old: { $ref: '#/components/schemas/Name' },
    next: { $ref: '#/components/schemas/Name', maxLength: 1 },
    schemas: named,
    ...stricter,
  },
  {
    name: 'maxLength in an allOf with $ref',
    old: { allOf: [{ $ref: '#/components/schemas/Name' }] },
    next: { allOf: [{ $ref: '#/components/schemas/Name' }, { maxLength: 1 }] },
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
  {
    name: 'propertyNames',
    old: object,
    next: { ...object, propertyNames: { maxLength: 3 } },
    sent: [{ abcd: 1 }],
    ...stricter,
  },
  {
    name: 'a narrower propertyNames',
    old: { ...object, propertyNames: { maxLength: 3 } },
    next: { ...object, propertyNames: { maxLength: 2 } },
    sent: [{ abc: 1 }],
    ...stricter,
  },
  {
    name: 'patternProperties',
    old: object,
    next: { ...object, patternProperties: { '^x-': text } },
    sent: [{ 'x-1': 1 }],
    ...stricter,
    back: { request: ['breaking map-closed'], reply: ['breaking map-closed'] },
  },
  {
    name: 'a narrower patternProperties',
    old: { ...object, patternProperties: { '^x-': text } },
    next: { ...object, patternProperties: { '^x-': { ...text, maxLength: 2 } } },
    ...stricter,
  },
  { name: 'dependentRequired', old: object, next: { ...object, dependentRequired: { a: ['b'] } }, ...narrower },
  {
    name: 'dependentSchemas',
    old: object,
    next: { ...object, dependentSchemas: { a: { required: ['b'] } } },
    ...narrower,
  },
  {
    name: 'if and else',
    old: object,
    next: { ...object, if: { required: ['a'] }, else: { required: ['b'] } },
    ...stricter,
  },
  {
    name: 'required in a part beside $ref',
    old: { allOf: [{ $ref: '#/components/schemas/Fur' }] },
    next: { allOf: [{ $ref: '#/components/schemas/Fur' }, { required: ['claws'] }] },
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
    name: 'an alternative that an open one accepts as well',
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
    name: 'a field that a map accepts as well',
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
    ...needed,
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
    name: 'rejected unknown fields',
    old: object,
    next: { ...object, additionalProperties: false },
    request: ['warning fields-closed'],
    reply: ['compatible fields-closed'],
    back: { request: ['compatible fields-opened'], reply: ['compatible fields-opened'] },
  },
  {
    name: 'rejected unevaluated fields',
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
    request: ['breaking property-became-read-only'],
    reply: ['compatible property-became-read-only'],
    back: { request: ['compatible property-became-two-way'], reply: ['compatible property-became-two-way'] },
  },
  {
    name: 'writeOnly',
    old: object,
    next: { ...object, properties: { a: text, b: { ...text, writeOnly: true } } },
    request: ['compatible property-became-write-only'],
    reply: ['breaking property-became-write-only'],
    back: { request: ['compatible property-became-two-way'], reply: ['compatible property-became-two-way'] },
  },
  {
    name: 'another value of a discriminator',
    old: kinds('cat'),
    next: kinds('feline'),
    schemas: named,
    request: ['compatible enum-value-added', 'breaking enum-value-removed'],
    reply: ['breaking type-widened'],
    back: {
      request: ['compatible enum-value-added', 'breaking enum-value-removed'],
      reply: ['breaking type-widened'],
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
    reply: ['warning enum-value-added'],
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
  {
    name: 'an exclusive maximum for another',
    old: { ...real, maximum: 9 },
    next: { ...real, exclusiveMaximum: 9 },
    ...stricter,
  },
  {
    name: 'an exclusive minimum for another',
    old: { ...real, minimum: 9 },
    next: { ...real, exclusiveMinimum: 9 },
    ...stricter,
  },
  {
    name: 'an exclusive maximum that is the same of whole numbers',
    old: { ...whole, maximum: 9 },
    next: { ...whole, exclusiveMaximum: 10 },
    ...nothing,
  },
  { name: 'an exclusive minimum', old: real, next: { ...real, exclusiveMinimum: 0 }, ...stricter },
  {
    name: 'a fraction that is a multiple of another',
    old: { ...real, multipleOf: 0.01 },
    next: { ...real, multipleOf: 0.1 },
    ...stricter,
  },
  { name: 'a multiple of one', old: whole, next: { ...whole, multipleOf: 1 }, ...nothing },
  { name: 'a format that is checked', old: text, next: { ...text, format: 'uuid' }, ...stricter },
  { name: 'a smaller format', old: { ...whole, format: 'int64' }, next: { ...whole, format: 'int32' }, ...stricter },
  { name: 'a larger format', old: { ...real, format: 'double' }, next: { ...real, format: 'float' }, ...unclear },
  { name: 'a format of the service', old: text, next: { ...text, format: 'slug' }, ...unclear },
  {
    name: 'another format',
    old: { ...text, format: 'email' },
    next: { ...text, format: 'uuid' },
    ...stricter,
    back: { request: ['breaking bound-narrowed'], reply: ['compatible bound-narrowed'] },
  },
  {
    name: 'a schema of content',
    old: { ...text, contentMediaType: 'application/json' },
    next: { ...text, contentMediaType: 'application/json', contentSchema: object },
    ...unclear,
  },
  {
    name: 'a field that is not allowed',
    old: object,
    next: { ...object, properties: { a: text, b: false } },
    ...narrower,
  },
  {
    name: 'a field of the other direction',
    old: { ...object, properties: { a: { ...text, readOnly: true }, b: text } },
    next: { ...object, properties: { a: { ...text, writeOnly: true }, b: text } },
    request: ['compatible property-became-write-only'],
    reply: ['breaking property-became-write-only'],
    back: { request: ['breaking property-became-read-only'], reply: ['compatible property-became-read-only'] },
  },
  {
    name: 'the only field, of the other direction, which exists in both',
    old: { ...object, properties: { a: { ...text, readOnly: true } } },
    next: { ...object, properties: { a: { ...text, writeOnly: true } } },
    request: [],
    reply: [],
    back: { request: [], reply: [] },
  },
  {
    name: 'deprecated',
    old: text,
    next: { ...text, deprecated: true },
    request: ['warning property-deprecated'],
    reply: ['warning property-deprecated'],
    back: { request: ['compatible schema-described'], reply: ['compatible schema-described'] },
  },
  {
    name: 'a pattern of an object that accepts nothing else',
    old: { ...object, additionalProperties: false },
    next: { ...object, additionalProperties: false, patternProperties: { '^x-': text } },
    request: ['compatible bound-widened'],
    reply: ['compatible bound-widened'],
    back: { request: ['breaking map-closed'], reply: ['breaking map-closed'] },
  },
  {
    name: 'the values of a map by pattern',
    old: { type: 'object', patternProperties: { '^x-': { type: ['string', 'integer'] } }, additionalProperties: false },
    next: { type: 'object', patternProperties: { '^x-': text }, additionalProperties: false },
    ...narrower,
  },
  {
    name: 'another pattern of a map',
    old: { type: 'object', patternProperties: { '^x-': text }, additionalProperties: false },
    next: { type: 'object', patternProperties: { '^y-': text }, additionalProperties: false },
    request: ['breaking bound-narrowed', 'compatible bound-widened'],
    reply: ['compatible bound-narrowed', 'compatible bound-widened'],
    back: {
      request: ['breaking bound-narrowed', 'compatible bound-widened'],
      reply: ['compatible bound-narrowed', 'compatible bound-widened'],
    },
  },
  {
    name: 'a list of the names of a map',
    old: { type: 'object', additionalProperties: text },
    next: { type: 'object', additionalProperties: text, propertyNames: { enum: ['a', 'b'] } },
    request: ['breaking map-closed'],
    reply: ['breaking map-closed'],
    back: { request: ['compatible map-opened'], reply: ['compatible map-opened'] },
  },
  {
    name: 'a name less of a map',
    old: { type: 'object', additionalProperties: text, propertyNames: { enum: ['a', 'b', 'c'] } },
    next: { type: 'object', additionalProperties: text, propertyNames: { enum: ['a', 'b'] } },
    request: ['breaking property-removed'],
    reply: ['breaking property-removed'],
    back: { request: ['compatible property-added'], reply: ['compatible property-added'] },
  },
  {
    name: 'a field more that dependentSchemas require',
    old: { ...object, dependentSchemas: { a: {} } },
    next: { ...object, dependentSchemas: { a: { required: ['b'] } } },
    ...narrower,
  },
  {
    name: 'another field more that dependentSchemas require',
    old: { ...three, dependentSchemas: { a: { required: ['b'] } } },
    next: { ...three, dependentSchemas: { a: { required: ['b', 'c'] } } },
    ...narrower,
  },
  {
    name: 'a stricter consequence of the same condition',
    old: onlyIf({ required: ['b'] }),
    next: onlyIf({ required: ['b', 'c'] }),
    ...stricter,
  },
  {
    name: 'a stricter field in the consequence of the same condition',
    old: onlyIf({ properties: { b: { maxLength: 9 } } }),
    next: onlyIf({ properties: { b: { maxLength: 3 } } }),
    ...stricter,
  },
  {
    name: 'contains that demands nothing',
    old: list,
    next: { ...list, contains: { const: 'a' }, minContains: 0 },
    ...nothing,
  },
  {
    name: 'the maximum length of a tuple',
    old: { type: 'array', prefixItems: [text, text] },
    next: { type: 'array', prefixItems: [text, text], maxItems: 2 },
    ...narrower,
  },
  {
    name: 'a list for a tuple',
    old: { type: 'array', prefixItems: [text, text], items: false },
    next: list,
    request: ['breaking property-became-required'],
    reply: ['breaking type-widened'],
    back: { request: ['breaking type-narrowed'], reply: ['breaking property-became-optional'] },
  },
  {
    name: 'a further alternative of a discriminator',
    old: { oneOf: pets, discriminator: { propertyName: 'kind' } },
    next: { oneOf: [...pets, { $ref: '#/components/schemas/Cow' }], discriminator: { propertyName: 'kind' } },
    schemas: named,
    request: ['compatible union-member-added'],
    reply: ['breaking union-member-added'],
    back: { request: ['breaking union-member-removed'], reply: ['warning union-member-removed'] },
  },
  {
    name: 'an object that may have no fields',
    old: { type: 'object' },
    next: { type: 'object', additionalProperties: false },
    sent: [{ a: 1 }],
    ...stricter,
  },
];
