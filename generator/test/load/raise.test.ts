import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadDescription } from '../../src/load/index.js';
import { at, folderOf, load, outline, plain, withOldSchemas, withSchemas } from './temporary.js';

const pet = { $ref: '#/components/schemas/Pet' };
const nothing = { type: 'null' };

const cases: readonly [string, unknown, unknown][] = [
  ['nullable with a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ['nullable: false', { type: 'string', nullable: false }, { type: 'string' }],
  ['nullable without anything', { nullable: true }, {}],
  [
    'nullable with an enum',
    { type: 'string', enum: ['a'], nullable: true },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'nullable with an enum that has null',
    { type: 'string', enum: ['a', null], nullable: true },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'nullable with allOf of one',
    { nullable: true, description: 'd', allOf: [pet] },
    { description: 'd', anyOf: [pet, nothing] },
  ],
  [
    'nullable with a type and allOf',
    { type: 'object', nullable: true, allOf: [pet] },
    { anyOf: [{ type: 'object', allOf: [pet] }, nothing] },
  ],
  ['nullable with allOf of many', { nullable: true, allOf: [pet, pet] }, { anyOf: [{ allOf: [pet, pet] }, nothing] }],
  [
    'nullable with oneOf',
    { nullable: true, oneOf: [pet], example: 1, 'x-a': 2 },
    { example: 1, 'x-a': 2, anyOf: [{ oneOf: [pet] }, nothing] },
  ],
  ['nullable with anyOf', { nullable: true, anyOf: [pet] }, { anyOf: [{ anyOf: [pet] }, nothing] }],
  [
    'exclusiveMinimum: true',
    { type: 'integer', minimum: 5, exclusiveMinimum: true },
    { type: 'integer', exclusiveMinimum: 5 },
  ],
  [
    'exclusiveMinimum: false',
    { type: 'integer', minimum: 5, exclusiveMinimum: false },
    { type: 'integer', minimum: 5 },
  ],
  ['exclusiveMaximum: true', { maximum: 5, exclusiveMaximum: true }, { exclusiveMaximum: 5 }],
  ['exclusiveMaximum without maximum', { exclusiveMaximum: true }, {}],
  [
    'format: binary and example, which stay',
    { type: 'string', format: 'binary', example: 'x' },
    { type: 'string', format: 'binary', example: 'x' },
  ],
  [
    'schemas in schemas',
    { items: { additionalProperties: { type: 'string', nullable: true } } },
    { items: { additionalProperties: { type: ['string', 'null'] } } },
  ],
  [
    'nullable that is a property name',
    { properties: { nullable: { type: 'string' } } },
    { properties: { nullable: { type: 'string' } } },
  ],
  [
    'data, which stays',
    { default: { nullable: true }, enum: [{ nullable: true }] },
    { default: { nullable: true }, enum: [{ nullable: true }] },
  ],
];

describe('3.0 is converted to 3.1', () => {
  test.each(cases)('%s', async (_, given, wanted) => {
    const { document, problems } = await load({ 'api.json': withOldSchemas({ A: given, Pet: {} }) });
    expect(problems).toEqual([]);
    expect(plain(at(document, '/components/schemas/A'))).toEqual(wanted);
  });

  test('in all places of schemas', async () => {
    const schema = { type: 'string', nullable: true };
    const content = { 'application/json': { schema } };
    const paths = {
      '/a': {
        post: {
          parameters: [
            { name: 'q', in: 'query', schema },
            { name: 'r', in: 'query', content },
          ],
          requestBody: { content },
          responses: { 200: { description: 'ok', headers: { h: { schema } }, content } },
          callbacks: { c: { '{$url}': { post: { responses: { 200: { description: 'ok', content } } } } } },
        },
      },
    };
    const { document } = await load({ 'api.json': { openapi: '3.0.0', info: { title: 't', version: '1' }, paths } });
    const text = JSON.stringify(document?.root);
    expect(text).not.toContain('nullable');
    expect(text.split('["string","null"]')).toHaveLength(7);
  });
});

test('nullable in 3.1 is read as in 3.0, with one warning', async () => {
  const { document, problems } = await load({
    'api.json': withSchemas({
      A: { type: 'string', nullable: true },
      B: { $ref: '#/components/schemas/A', nullable: true },
    }),
  });
  expect(problems.map(({ severity, code, pointer, message }) => `${severity} ${code} ${pointer} ${message}`)).toEqual([
    'warning nullable-outdated /components/schemas/A/nullable `nullable` belongs to OpenAPI 3.0: it is read as in 3.0. This is the first of 2 places.',
  ]);
  expect(plain(at(document, '/components/schemas'))).toEqual({
    A: { type: ['string', 'null'] },
    B: { anyOf: [{ $ref: '#/components/schemas/A' }, nothing] },
  });
});

test('a misspelt date-time is reported once, and stays a string', async () => {
  const A = { type: 'string', format: 'datetime' };
  const { document, problems } = await load({
    'api.json': withSchemas({ A, B: { type: 'string', format: 'dateTime' }, C: { type: 'string', format: 'date' } }),
  });
  expect(problems.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)).toEqual([
    'warning format-unknown /components/schemas/A/format',
  ]);
  expect(problems[0]?.message).toMatch(/This is the first of 2 places\.$/);
  expect(plain(at(document, '/components/schemas/A'))).toEqual(A);
});

test('references into a moved schema are updated, and its locations are kept', async () => {
  const a = { nullable: true, oneOf: [{ title: 'first' }], properties: { b: { title: 'b' } } };
  const c = { nullable: true, allOf: [{ title: 'only' }] };
  const refs = ['A/oneOf/0', 'A/properties/b', 'C/allOf/0'].map((end) => ({ $ref: `#/components/schemas/${end}` }));
  const { document, problems } = await load({ 'api.json': withOldSchemas({ A: a, C: c, D: { anyOf: refs } }) });
  expect(problems).toEqual([]);
  expect(plain(at(document, '/components/schemas/D/anyOf'))).toEqual([
    { $ref: '#/components/schemas/A/anyOf/0/oneOf/0' },
    { $ref: '#/components/schemas/A/anyOf/0/properties/b' },
    { $ref: '#/components/schemas/C/anyOf/0' },
  ]);
  const origin = (pointer: string): string | undefined => document?.locate(pointer)?.pointer;
  expect(origin('/components/schemas/A/anyOf/0/properties/b/title')).toBe('/components/schemas/A/properties/b/title');
  expect(origin('/components/schemas/C/anyOf/0/title')).toBe('/components/schemas/C/allOf/0/title');
  expect(origin('/components/schemas/C/anyOf/1')).toBe('/components/schemas/C');
});

test('64-bit integers are numbers, with a warning, or the type of the setting', async () => {
  const long = { type: 'integer', format: 'int64' };
  const schemas = {
    Id: long,
    List: { type: 'array', items: { ...long, nullable: true } },
    Small: { ...long, maximum: 100 },
    Listed: { ...long, enum: [1, 2] },
    Text: { type: 'string', format: 'int64' },
  };
  const cwd = await folderOf({ 'api.json': withOldSchemas(schemas) });
  const read = async (int64?: 'number' | 'number-or-string') => {
    const { document, problems } = await loadDescription(join(cwd, 'api.json'), { cwd, allowRefs: [], int64 });
    return { schemas: plain(at(document, '/components/schemas')), problems: outline(problems) };
  };
  const numbers = { ...schemas, List: { type: 'array', items: { ...long, type: ['integer', 'null'] } } };
  expect(await read()).toEqual({
    schemas: numbers,
    problems: ['warning int64-rounded api.json /components/schemas/Id'],
  });
  expect(await read('number')).toEqual({ schemas: numbers, problems: [] });
  expect(await read('number-or-string')).toEqual({
    schemas: {
      ...numbers,
      Id: { ...long, type: ['integer', 'string'] },
      List: { type: 'array', items: { ...long, type: ['integer', 'string', 'null'] } },
    },
    problems: [],
  });
});

describe('numbers that are date-times', () => {
  const instant = { type: 'number', format: 'date-time' };
  const schemas = {
    Plain: instant,
    Nullable: { ...instant, nullable: true },
    Whole: { type: 'integer', format: 'date-time', default: 0 },
    Both: { type: 'string', format: 'date-time' },
    Listed: { ...instant, enum: [1, 2] },
    Either: { type: ['number', 'string', 'null'], format: 'date-time', title: 'Either' },
    Sample: { type: 'object', example: instant },
  };
  const read = async (numberDateTimes?: boolean): Promise<unknown> => {
    const cwd = await folderOf({ 'api.json': withOldSchemas(schemas) });
    const options = { cwd, allowRefs: [], ...(numberDateTimes === undefined ? {} : { numberDateTimes }) };
    const { document } = await loadDescription(join(cwd, 'api.json'), options);
    return plain(at(document, '/components/schemas'));
  };

  test('stay numbers if their unit is unknown, even if a string is allowed as well', async () => {
    const either = [{ type: 'string', format: 'date-time' }, { type: 'number' }, { type: 'null' }];
    expect(await read()).toEqual({
      ...schemas,
      Nullable: { type: ['number', 'null'], format: 'date-time' },
      Either: { anyOf: either, title: 'Either' },
    });
  });

  test('may be texts too if an add-on defines the unit; lists of values and data are unchanged', async () => {
    expect(await read(true)).toEqual({
      ...schemas,
      Plain: { type: ['number', 'string'], format: 'date-time' },
      Nullable: { type: ['number', 'string', 'null'], format: 'date-time' },
      Whole: { type: ['integer', 'string'], format: 'date-time', default: 0 },
    });
  });
});
