import { describe, expect, test } from '@jest/globals';
import { hooksOf } from '../../src/addons/index.js';
import { synthesise } from '../../src/model/synthesise/index.js';
import type { JsonObject, Schema } from '../../src/schema/index.js';
import { judge, make, ref, resolve } from './synthesised.js';

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };

const schemas: readonly (readonly [string, Schema])[] = [
  ['true', true],
  ['the empty schema', {}],
  ['null', { type: 'null' }],
  ['boolean', { type: 'boolean' }],
  ['string', text],
  ['string or null', { type: ['string', 'null'] }],
  ['null or integer', { type: ['null', 'integer'] }],
  ['enum', { enum: ['a', 'b'] }],
  ['enum with null', { type: ['string', 'null'], enum: [null, 'a'] }],
  ['enum of objects', { enum: [{ a: 1 }] }],
  ['enum with a bound', { type: 'integer', enum: [1, 5, 9], minimum: 4 }],
  ['enum beside properties', { enum: ['a'], properties: { name: text }, required: ['name'] }],
  ['const', { const: 'only' }],
  ['const null', { const: null }],
  ['const object', { const: { a: [1, { b: null }] } }],
  ['minimum', { type: 'integer', minimum: 5_000 }],
  ['maximum', { type: 'integer', maximum: -3 }],
  ['exclusive bounds', { type: 'integer', exclusiveMinimum: 2, exclusiveMaximum: 4 }],
  ['number between', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ['number in a narrow gap', { type: 'number', minimum: 0.25, maximum: 0.3 }],
  ['multipleOf', { type: 'integer', multipleOf: 7, minimum: 50, maximum: 60 }],
  [
    'two multipleOf',
    {
      allOf: [
        { type: 'integer', multipleOf: 4 },
        { multipleOf: 6, minimum: 13 },
      ],
    },
  ],
  ['fractional multipleOf', { type: 'number', multipleOf: 0.01, minimum: 0.01, maximum: 0.05 }],
  ['half steps', { type: 'number', multipleOf: 0.5, exclusiveMinimum: 1, maximum: 1.5 }],
  ['negative step', { type: 'number', multipleOf: 2.5, maximum: -11 }],
  ['a step that is not exact in binary', { type: 'number', multipleOf: 0.0001, exclusiveMinimum: 0, maximum: 0.0009 }],
  ['the least int64 values', { type: 'integer', minimum: -(2 ** 63), maximum: -(2 ** 63) + 4096 }],
  ['int32', { type: 'integer', format: 'int32' }],
  ['int64', { type: 'integer', format: 'int64', minimum: 0 }],
  ['float', { type: 'number', format: 'float' }],
  ['double with a bound', { type: 'number', format: 'double', maximum: 1 }],
  ['bounds without type', { minimum: 3, maximum: 3 }],
  ['minLength', { type: 'string', minLength: 80 }],
  ['maxLength', { type: 'string', maxLength: 2 }],
  ['exact length', { type: 'string', minLength: 26, maxLength: 26 }],
  ['maxLength 0', { type: 'string', maxLength: 0 }],
  ...[
    ...['date-time', 'date', 'time', 'duration', 'email', 'idn-email', 'hostname', 'idn-hostname', 'ipv4', 'ipv6'],
    ...['uri', 'url', 'uri-reference', 'uri-template', 'iri', 'iri-reference', 'uuid', 'json-pointer'],
    ...['relative-json-pointer', 'regex', 'byte', 'base64', 'binary', 'password', 'decimal', 'unheard-of'],
  ].map((format): [string, Schema] => [`format ${format}`, { type: 'string', format }]),
  ['email of a length', { type: 'string', format: 'email', minLength: 60, maxLength: 61 }],
  ['short email', { type: 'string', format: 'email', maxLength: 14 }],
  ['shorter email', { type: 'string', format: 'email', maxLength: 6 }],
  ['short uri', { type: 'string', format: 'uri', maxLength: 14 }],
  ['long hostname', { type: 'string', format: 'hostname', minLength: 80 }],
  ['byte of a length', { type: 'string', format: 'byte', minLength: 44, maxLength: 44 }],
  ['date-time in seconds', { type: 'string', format: 'date-time', pattern: '^.{19}Z$' }],
  ['date-time with an offset', { type: 'string', format: 'date-time', pattern: '[+-]\\d\\d:\\d\\d$' }],
  ['short date-time', { type: 'string', format: 'date-time', maxLength: 20 }],
  ['long uri', { type: 'string', format: 'uri', minLength: 300 }],
  ['uri with a pattern', { type: 'string', format: 'uri', pattern: '^https://' }],
  ['base64 by contentEncoding', { type: 'string', contentEncoding: 'base64' }],
  ...[
    ...['^[a-z]{3}$', '^sha256:[a-f0-9]{64}$', '^refs/(heads|tags|pull)/.*$', '^\\d+\\.\\d+\\.\\d+$', 'github'],
    ...['^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$', '^[^\\s]+$', '^\\p{Lu}\\p{Ll}+$'],
    ...['^(a|b)\\1$', '^(?<x>[0-9])-\\k<x>$', '^(?=.*[A-Z])(?=.*\\d).{8,}$', '^[\\w.-]+$', '^$', '^\\u{1F600}?ok$'],
    ...['^\\+?[1-9]\\d{1,14}$', '^#([0-9a-fA-F]{3}){1,2}$', '[a-z]+_token_[0-9]+', '^(?!admin)[a-z]+$', '^\\/a\\.b$'],
  ].map((pattern): [string, Schema] => [`pattern ${pattern}`, { type: 'string', pattern }]),
  ['pattern and length', { type: 'string', pattern: '^[a-z]+$', minLength: 12, maxLength: 12 }],
  ['open pattern and length', { type: 'string', pattern: 'abc', minLength: 30 }],
  ['two patterns', { allOf: [{ type: 'string', pattern: '^[a-f]+$' }, { pattern: '^.{4}$' }] }],
  ['array', { type: 'array', items: text }],
  ['array bounds', { type: 'array', items: whole, minItems: 3, maxItems: 3 }],
  ['empty array', { type: 'array', items: text, maxItems: 0 }],
  ['array of what cannot be', { type: 'array', items: false }],
  ['unique strings', { type: 'array', items: text, minItems: 5, uniqueItems: true }],
  [
    'unique strings with an example',
    { type: 'array', items: { type: 'string', example: 'x' }, minItems: 3, uniqueItems: true },
  ],
  ['unique enum', { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 3, uniqueItems: true }],
  ['unique booleans', { type: 'array', items: { type: 'boolean' }, minItems: 2, uniqueItems: true }],
  ['unique objects', { type: 'array', items: ref('Team'), minItems: 4, uniqueItems: true }],
  ['unique uuids', { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 4, uniqueItems: true }],
  ['prefixItems', { type: 'array', prefixItems: [text, whole], items: false, minItems: 2 }],
  ['prefixItems and more', { type: 'array', prefixItems: [text], items: whole, minItems: 3 }],
  ['contains', { type: 'array', contains: { const: 7 }, minContains: 2, minItems: 3 }],
  ['object', { type: 'object', properties: { a: text, b: whole } }],
  ['object without type', { properties: { a: text }, required: ['a'] }],
  ['required but not declared', { type: 'object', required: ['a', 'b'] }],
  ['forbidden property', { type: 'object', properties: { a: false, b: text } }],
  ['closed object', { type: 'object', properties: { a: text }, additionalProperties: false }],
  ['map', { type: 'object', additionalProperties: whole }],
  ['map of at least 3', { type: 'object', additionalProperties: text, minProperties: 3 }],
  ['free object', { type: 'object', additionalProperties: true }],
  ['patternProperties', { type: 'object', patternProperties: { '^x-': whole }, additionalProperties: false }],
  [
    'patternProperties of at least 2',
    { type: 'object', patternProperties: { '^x-[a-z]+$': whole }, additionalProperties: false, minProperties: 2 },
  ],
  ['propertyNames', { type: 'object', propertyNames: { pattern: '^[A-Z]{2}$' }, minProperties: 2 }],
  ['short propertyNames', { type: 'object', propertyNames: { maxLength: 2 }, minProperties: 3 }],
  [
    'patternProperties of one name each',
    { type: 'object', patternProperties: { '^x-': whole }, additionalProperties: false, minProperties: 2 },
  ],
  ['maxProperties', { type: 'object', properties: { a: text, b: text, c: text }, required: ['c'], maxProperties: 2 }],
  ['minProperties', { type: 'object', properties: { a: text, b: text }, minProperties: 2 }],
  ['dependentRequired', { type: 'object', properties: { a: text }, dependentRequired: { a: ['b'], b: ['c'] } }],
  [
    'dependentSchemas',
    { type: 'object', properties: { a: text }, dependentSchemas: { a: { required: ['z'], properties: { z: whole } } } },
  ],
  ['names that objects have', JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}')],
  ['constructor', { type: 'object', properties: { constructor: whole, hasOwnProperty: text }, required: ['toString'] }],
  ['allOf', { allOf: [ref('Team'), { type: 'object', required: ['c'], properties: { c: text } }] }],
  ['allOf with bounds', { allOf: [{ type: 'integer', minimum: 5 }, { maximum: 5 }] }],
  ['allOf that narrows a property', { allOf: [ref('Team'), { properties: { name: { enum: ['x'] } } }] }],
  ['allOf with enums', { allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }],
  ['$ref with siblings', { $ref: '#/components/schemas/Team', required: ['extra'] }],
  ['oneOf by type', { oneOf: [text, whole] }],
  ['oneOf where a value fits both', { oneOf: [{ type: 'number' }, whole] }],
  ['oneOf with formats', { oneOf: [text, { type: 'string', format: 'date-time' }] }],
  ['oneOf by required', { properties: { a: text, b: text }, oneOf: [{ required: ['a'] }, { required: ['b'] }] }],
  [
    'oneOf of overlapping objects',
    { oneOf: [ref('Team'), { type: 'object', required: ['id'], properties: { id: whole } }] },
  ],
  [
    'oneOf that differs in an option',
    {
      oneOf: [
        { type: 'object', properties: { errors: { type: 'array', items: text } } },
        { type: 'object', properties: { errors: { type: 'array', items: whole } } },
      ],
    },
  ],
  ['oneOf with a first branch that cannot be', { oneOf: [false, { type: 'integer', minimum: 3, maximum: 2 }, text] }],
  ['anyOf', { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'number' }] }],
  ['anyOf with null', { anyOf: [ref('Team'), { type: 'null' }] }],
  ['anyOf beside bounds', { type: 'string', minLength: 4, anyOf: [{ maxLength: 2 }, { maxLength: 8 }] }],
  ['anyOf and oneOf', { anyOf: [{ minimum: 3 }, text], oneOf: [{ type: 'integer' }, { type: 'array' }] }],
  ['not a type', { not: text }],
  ['not a value', { type: 'string', enum: ['a', 'b'], not: { const: 'a' } }],
  ['not a property', { type: 'object', properties: { a: text, b: text }, not: { required: ['a'] } }],
  ['not a pattern', { type: 'string', not: { pattern: '^v' } }],
  [
    'if, then',
    {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['a', 'b'] } },
      if: { properties: { kind: { const: 'a' } } },
      // biome-ignore lint/suspicious/noThenProperty: it is the keyword
      then: { required: ['x'], properties: { x: whole } },
      else: { required: ['y'] },
    },
  ],
  ['if, else', { type: 'integer', if: { minimum: 10 }, else: { multipleOf: 5 }, maximum: 9 }],
  ['unevaluatedProperties', { allOf: [ref('Team')], unevaluatedProperties: false }],
  ['unevaluatedProperties with a schema', { allOf: [ref('Team')], unevaluatedProperties: whole, minProperties: 4 }],
  ['unevaluatedItems', { type: 'array', allOf: [{ prefixItems: [text] }], unevaluatedItems: whole, minItems: 3 }],
  ['tree', ref('Tree')],
  ['linked list', ref('Linked')],
  ['array of trees', { type: 'array', items: ref('Tree'), minItems: 2 }],
  [
    'discriminator',
    {
      oneOf: [{ allOf: [ref('Cat'), { properties: { kind: { const: 'cat' } } }] }, ref('Dog')],
      discriminator: { propertyName: 'kind' },
    },
  ],
  ['example', { type: 'string', example: 'octocat' }],
  ['example that is not valid', { type: 'integer', example: 'many' }],
  ['default', { type: 'string', pattern: '^(?<=x)y$|^(?:secret){2}(?<!t)$|^fallback$', default: 'fallback' }],
];

describe('a synthesised value is valid according to Ajv', () => {
  describe.each(schemas)('%s', (_name, schema) => {
    const valid = judge(schema);
    test.each([
      ['required', 'request'],
      ['complete', 'request'],
      ['complete', 'reply'],
    ] as const)('%s %s', (fill, direction) => {
      const value = make(schema, { fill, direction, name: 'value' });
      expect(value).toBeDefined();
      expect(value !== undefined && valid(value)).toBe(true);
      expect(make(schema, { fill, direction, name: 'value' })).toStrictEqual(value);
    });
  });
});

test.each<[string, Schema]>([
  ['false', false],
  ['crossed bounds', { type: 'integer', minimum: 3, maximum: 2 }],
  ['no type is left', { allOf: [text, whole] }],
  ['no value is left', { allOf: [{ enum: [1] }, { enum: [2] }] }],
  ['a required property that cannot be', { type: 'object', required: ['a'], properties: { a: false } }],
  ['a required cycle without an end', ref('Endless')],
  ['a reference to itself', ref('Itself')],
  ['a dangling reference', ref('Nowhere')],
  ['two branches that always match together', { oneOf: [text, text] }],
  ['not anything', { not: {} }],
  ['more unique items than values', { type: 'array', items: { type: 'boolean' }, minItems: 3, uniqueItems: true }],
  ['a pattern against the length', { type: 'string', pattern: '^a{5}$', maxLength: 4 }],
  ['more required properties than allowed', { type: 'object', required: ['a', 'b'], maxProperties: 1 }],
  ['a string that is too long for memory', { type: 'string', minLength: 1e12 }],
  ['an array that is too long for memory', { type: 'array', minItems: 1e12 }],
])('%s has no value', (_name, schema) => {
  expect(make(schema)).toBeUndefined();
  expect(make(schema, { fill: 'required' })).toBeUndefined();
});

test('a response may match two branches if no value matches only one', () => {
  const branch = (name: string): Schema => ({ type: 'object', properties: { [name]: text } });
  const schema: Schema = { oneOf: [branch('a'), branch('b')] };
  expect(make(schema, { direction: 'reply' })).toStrictEqual({ a: expect.any(String) });
  expect(make(schema)).toBeUndefined();
});

test('a response has the fields that a part of a closed object requires', () => {
  const schema: Schema = { allOf: [ref('Team')], additionalProperties: false };
  expect(make(schema, { direction: 'reply' })).toStrictEqual({ id: expect.any(Number), name: expect.any(String) });
  expect(make(schema)).toBeUndefined();
});

describe('included fields', () => {
  const schema: Schema = {
    type: 'object',
    required: ['a'],
    properties: { a: text, b: whole, c: { type: 'array', items: ref('Team') }, d: { additionalProperties: whole } },
  };

  test('required: nothing more than required', () => {
    expect(make(schema, { fill: 'required' })).toStrictEqual({ a: 'a' });
  });

  test('complete: every property, one item, one entry', () => {
    const number = expect.any(Number);
    expect(make(schema)).toStrictEqual({
      a: 'a',
      b: number,
      c: [{ id: number, name: 'name' }],
      d: { key: number },
    });
  });

  test('a recursive schema is expanded twice', () => {
    const leaf = { label: 'label', children: [] };
    const branch = { label: 'label', parent: leaf, children: [leaf] };
    expect(make(ref('Tree'))).toStrictEqual(branch);
  });

  test('the value of a reference does not depend on earlier values', () => {
    const lookup = (): { resolve: typeof resolve } => ({ resolve });
    const complete = { fill: 'complete', direction: 'reply' } as const;
    const within = (...names: readonly string[]): Schema => ({
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, ref(name)])),
    });
    const shared = lookup();
    for (const order of [['Tree', 'Team', 'Linked'], ['Linked', 'Tree', 'Team'], ['Tree'], ['Team', 'Tree']]) {
      // With a cache of the values of earlier calls, and with an empty one.
      expect(synthesise(within(...order), shared, complete)).toEqual(synthesise(within(...order), lookup(), complete));
    }
    const alone = synthesise(ref('Tree'), lookup(), complete);
    expect(synthesise(within('Tree'), lookup(), complete)).toEqual({ Tree: alone });
  });

  test('a schema with many recursive fields stays small, and only the recursion is cut at the top', () => {
    const wide: { [name: string]: Schema } = {};
    for (let index = 0; index < 30; index += 1) {
      wide[`S${index}`] = {
        type: 'object',
        properties: Object.fromEntries(Array.from({ length: 30 }, (_, other) => [`p${other}`, ref(`S${other}`)])),
      };
    }
    const lookup = { resolve: (name: string) => wide[name.slice('#/components/schemas/'.length)] };
    const value = synthesise(ref('S0'), lookup, { fill: 'complete', direction: 'reply' });
    expect(Object.keys(value ?? {})).toHaveLength(29);
    expect(JSON.stringify(value).length).toBeLessThan(50_000);
  });

  test('a property of the other direction is omitted, even a required one', () => {
    const account: Schema = {
      type: 'object',
      required: ['id', 'secret'],
      properties: { id: { type: 'integer', readOnly: true }, secret: { type: 'string', writeOnly: true } },
    };
    expect(make(account, { direction: 'request' })).toStrictEqual({ secret: 'secret' });
    expect(Object.keys(make(account, { direction: 'reply' }) ?? {})).toStrictEqual(['id']);
  });

  test('a required property hidden by another part is not missing when branches are checked', () => {
    const parts = [{ required: ['id'] }, { properties: { id: { type: 'integer', readOnly: true }, name: text } }];
    const account: Schema = { allOf: parts, oneOf: [{ required: ['name'] }, { required: ['other'] }] };
    expect(make(account, { direction: 'request' })).toStrictEqual({ name: 'name' });
  });

  test('a discriminator contains the mapped value, or else the name of the schema', () => {
    const discriminator: JsonObject = { propertyName: 'kind', mapping: { feline: '#/components/schemas/Cat' } };
    expect(make({ oneOf: [ref('Cat'), ref('Dog')], discriminator })).toMatchObject({ kind: 'feline' });
    expect(make({ oneOf: [ref('Dog'), ref('Cat')], discriminator })).toMatchObject({ kind: 'Dog', tail: true });
    expect(make(ref('Fish'))).toMatchObject({ petType: 'fish' });
  });

  test('a discriminator that contradicts its schema is ignored', () => {
    const discriminator: JsonObject = { propertyName: 'kind' };
    const branch: Schema = { $ref: '#/components/schemas/Cat', properties: { kind: { enum: ['tiger'] } } };
    expect(make({ anyOf: [branch], discriminator })).toMatchObject({ kind: 'tiger' });
  });
});

describe('readable values', () => {
  test('a string is named after its property', () => {
    expect(make(text, { name: 'user_id' })).toBe('user_id');
    expect(make(text, { name: 'filter[name]/../' })).toBe('filter-name');
  });

  test('a valid example is used, an invalid one is not', () => {
    expect(make({ type: 'string', examples: ['octocat'] })).toBe('octocat');
    expect(make({ type: 'integer', maximum: 5, example: 7 })).not.toBe(7);
    expect(make({ type: 'array', items: { type: 'integer' }, example: ['a'] })).toEqual([expect.any(Number)]);
    expect(
      make({ type: 'object', required: ['a'], properties: { a: { type: 'integer' } }, example: { a: 'b' } }),
    ).toEqual({
      a: expect.any(Number),
    });
  });

  test('numbers and times of a response differ between properties', () => {
    const fields = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { type: 'integer' }] as const));
    expect(new Set(Object.values(make({ type: 'object', properties: fields }) ?? {})).size).toBe(3);
    const time: Schema = { type: 'string', format: 'date-time' };
    expect(make(time, { name: 'a', direction: 'reply' })).not.toBe(make(time, { name: 'b', direction: 'reply' }));
  });

  describe('a date-time that may be a number', () => {
    const time: Schema = { type: ['number', 'string'], format: 'date-time' };

    test('is an RFC 3339 string in a request', () => {
      expect(make(time, { name: 'created_at' })).toBe('2026-01-02T03:04:05.678Z');
    });

    test('is a text in a response too if no add-on defines the unit of numbers', () => {
      expect(make(time, { name: 'a', direction: 'reply' })).toMatch(/^2026-.*Z$/);
    });

    test('is the number in a response that an add-on converts it to', () => {
      const toNumber = (milliseconds: number, seed: number): number => milliseconds / 1_000 + (seed % 2) / 10_000;
      const hooks = { dates: { toNumber } };
      const options = { fill: 'required', direction: 'reply', name: 'a' } as const;
      const value = synthesise(time, { resolve: () => undefined, hooks }, options);
      expect(value).toBeGreaterThan(Date.UTC(2026, 0, 1) / 1_000);
      expect(value).toBeLessThan(Date.UTC(2028, 0, 1) / 1_000);
      const other = synthesise({ type: 'number', format: 'date-time' }, { resolve: () => undefined }, options);
      expect(other).toBeLessThan(1_000);
    });

    test('is in nanoseconds in a response of the stream service, between two milliseconds', () => {
      const names = Array.from({ length: 40 }, (_, index) => `time_${index}`);
      const source = { resolve: () => undefined, hooks: hooksOf([{ hooks: 'stream', numberDateTimes: true }]) };
      const values = names.map((name) =>
        Number(synthesise(time, source, { fill: 'required', direction: 'reply', name })),
      );
      expect(values.every((value) => value > 1.76e18 && value < 1.78e18)).toBe(true);
      expect(values.every((value) => !Number.isInteger(value / 1e6))).toBe(true);
      expect(values.some((value) => Math.round(value / 1e6) !== Math.floor(value / 1e6))).toBe(true);
      expect(values.some((value) => Math.round(value / 1e6) !== Math.ceil(value / 1e6))).toBe(true);
      expect(new Set(values).size).toBe(40);
    });
  });

  test('a pattern that is not a regular expression is ignored', () => {
    expect(make({ type: 'string', pattern: '(?i)^x$' }, { name: 'team' })).toBe('team');
  });
});
