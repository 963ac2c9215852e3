import { expect, test } from '@jest/globals';
import type { Parameter } from '../../src/model/model.js';
import type { JsonObject } from '../../src/schema/index.js';
import { operationOf } from './description.js';

const string = { type: 'string' };
const table: readonly (readonly [JsonObject, Partial<Parameter> | undefined])[] = [
  [
    { in: 'query', schema: string },
    { style: 'form', explode: true, required: false, allowReserved: false },
  ],
  [
    { in: 'cookie', schema: string },
    { style: 'form', explode: true },
  ],
  [
    { in: 'path', schema: string },
    { style: 'simple', explode: false, required: true },
  ],
  [
    { in: 'header', schema: string },
    { style: 'simple', explode: false },
  ],
  [
    { in: 'query', style: 'deepObject', schema: {} },
    { style: 'deepObject', explode: false },
  ],
  [
    { in: 'query', style: 'pipeDelimited', explode: true, schema: {} },
    { style: 'pipeDelimited', explode: true },
  ],
  [{ in: 'query', explode: false, schema: {} }, { explode: false }],
  [
    { in: 'query', content: { 'text/plain': {}, 'application/json': { schema: string } } },
    { mediaType: 'application/json', schema: string },
  ],
  [{ in: 'query' }, { schema: true }],
  [{ in: 'query', schema: false }, { schema: false }],
  [
    { in: 'query', deprecated: true, description: 'Old.' },
    { deprecated: true, description: 'Old.' },
  ],
  [{ in: 'body', schema: string }, undefined],
];

test.each(table)('%j', (described, expected) => {
  const { parameters } = operationOf({ parameters: [{ name: 'p', ...described }] });
  if (expected === undefined) expect(parameters).toEqual([]);
  else expect(parameters).toMatchObject([{ name: 'p', ...expected }]);
});

test.each(['Accept', 'content-type', 'AUTHORIZATION'])('a header %s is not a parameter', (name) => {
  expect(operationOf({ parameters: [{ name, in: 'header', schema: string }] }).parameters).toEqual([]);
});

test('references lead to components', () => {
  const components = { parameters: { Limit: { name: 'limit', in: 'query', schema: string } } };
  const { parameters } = operationOf({ parameters: [{ $ref: '#/components/parameters/Limit' }] }, components);
  expect(parameters).toMatchObject([{ name: 'limit', pointer: '/paths/~1test/post/parameters/0' }]);
});
