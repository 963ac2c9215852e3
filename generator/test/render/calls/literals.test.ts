import { expect, test } from '@jest/globals';
import { literal } from '../../../src/render/calls/literals.js';
import type { Json, Schema } from '../../../src/schema/index.js';

const date = { type: 'string', format: 'date-time' };
const bytes = { type: 'string', format: 'binary' };
const resolver = { resolve: (ref: string): Schema | undefined => (ref === '#/At' ? date : undefined) };
const options = { resolver, file: (field: string) => ({ name: `${field}.png`, type: 'image/png' }) };
const instant = '2026-01-02T03:04:05Z';
const at = `new Date('${instant}')`;

const table: readonly (readonly [value: Json, schema: Schema, code: string])[] = [
  [null, true, 'null'],
  [-0, true, '-0'],
  [1.5e21, true, '1.5e+21'],
  ["it's", true, "'it\\'s'"],
  [instant, true, `'${instant}'`],
  [instant, date, at],
  [instant, { $ref: '#/At' }, at],
  [instant, { allOf: [{ $ref: '#/At' }] }, at],
  [instant, { anyOf: [{ type: 'null' }, { $ref: '#/At' }] }, at],
  ['x', { oneOf: [date, { type: 'string' }] }, "'x'"],
  [[instant], { type: 'array', items: date }, `[${at}]`],
  [['a', instant], { prefixItems: [{ type: 'string' }, date] }, `['a', ${at}]`],
  [{ a: instant, b: instant }, { properties: { a: date } }, `{\n  a: ${at},\n  b: '${instant}',\n}`],
  [{ a: { b: 1, c: [2, 3] } }, true, '{ a: { b: 1, c: [2, 3] } }'],
  [{ a: instant }, { additionalProperties: date }, `{ a: ${at} }`],
  [{ a: instant }, { allOf: [{ properties: { a: date } }, { type: 'object' }] }, `{ a: ${at} }`],
  [{ a: instant, k: 1 }, { properties: { k: {} }, oneOf: [{ properties: { a: date } }] }, `{ a: ${at}, k: 1 }`],
  [JSON.parse('{"__proto__":1,"a-b":2}'), true, "{ ['__proto__']: 1, 'a-b': 2 }"],
  [[], true, '[]'],
  [{}, true, '{}'],
];

test.each(table)('%j by %j', (value, schema, code) => {
  expect(literal(value, schema, options)).toBe(code);
});

test('bytes are a file named after the field', () => {
  expect(literal('x', bytes, options, '', 'photo')).toBe("new File(['x'], 'photo.png', { type: 'image/png' })");
});

test('a literal is on one line if it fits, otherwise each part has a line', () => {
  const long = 'x'.repeat(40);
  expect(literal([1, [long], [long, long]], true, options)).toBe(
    `[\n  1,\n  ['${long}'],\n  [\n    '${long}',\n    '${long}',\n  ],\n]`,
  );
});
