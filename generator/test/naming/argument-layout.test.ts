import { expect, test } from '@jest/globals';
import { layOutArguments } from '../../src/naming/argument-layout.js';
import type { JsonObject } from '../../src/schema/index.js';
import { jsonBody, modelOf } from '../model/description.js';

const string = { type: 'string' };
const named = { type: 'object', required: ['name'], properties: { name: string, size: string } };
const query = (name: string, required = false): JsonObject => ({ name, in: 'query', required, schema: string });
const header = (name: string): JsonObject => ({ name, in: 'header', schema: string });

const layouts: readonly (readonly [about: string, operation: JsonObject, expected: string])[] = [
  ['nothing at all', {}, '() optional'],
  ['optional parameters', { parameters: [query('a')] }, '(a) optional'],
  ['a required parameter', { parameters: [query('a', true)] }, '(a)'],
  ['two of one name', { parameters: [query('a'), header('a')] }, '(a, a_header) optional'],
  [
    'three of one name',
    { parameters: [query('a'), query('a_header'), header('a')] },
    '(a, a_header, a_header_) optional',
  ],
  ['the fields of a body', { parameters: [query('a')], requestBody: jsonBody(named) }, '(a, {name, size})'],
  ['a body of optional fields', { requestBody: jsonBody({ ...named, required: [] }) }, '({name, size}) optional'],
  ['a field called like a parameter', { parameters: [query('name')], requestBody: jsonBody(named) }, '(name, body)'],
  ['a parameter called body', { parameters: [query('body')], requestBody: jsonBody(string) }, '(body, requestBody)'],
  ['a list', { requestBody: jsonBody({ type: 'array', items: named }) }, '(body)'],
  ['a map', { requestBody: jsonBody({ type: 'object', additionalProperties: string }) }, '(body)'],
  [
    'typed fields beyond the named ones',
    { requestBody: jsonBody({ ...named, additionalProperties: string }) },
    '(body)',
  ],
  ['a union', { requestBody: jsonBody({ oneOf: [named, string] }) }, '(body)'],
  [
    'a choice of which fields are required',
    { requestBody: jsonBody({ ...named, anyOf: [{ required: ['name'] }, { required: ['size'] }] }) },
    '({name, size})',
  ],
  ['a union behind allOf', { requestBody: jsonBody({ allOf: [named, { oneOf: [named] }] }) }, '(body)'],
  ['null beside an object', { requestBody: jsonBody({ ...named, type: ['object', 'null'] }) }, '(body)'],
  ['an optional list', { requestBody: { ...jsonBody({ type: 'array' }), required: false } }, '(body) optional'],
  ['an object of no known fields', { requestBody: jsonBody({ type: 'object' }) }, '(body)'],
  ['allOf', { requestBody: jsonBody({ allOf: [named, { properties: { more: string } }] }) }, '({name, size, more})'],
];

test.each(layouts)('%s', (_about, operation, expected) => {
  const { model } = modelOf({ '/test': { post: { operationId: 'test', ...operation } } });
  const [first] = model.operations;
  if (!first) throw new Error('no operation');
  const { parameters, body, optional } = layOutArguments(first, model);
  const fields = body?.kind === 'fields' ? [`{${body.properties.map(({ name }) => name).join(', ')}}`] : [];
  const whole = body?.kind === 'argument' ? [body.argument] : [];
  const text = [...parameters.map(({ argument }) => argument), ...fields, ...whole].join(', ');
  expect(`(${text})${optional ? ' optional' : ''}`).toBe(expected);
});
