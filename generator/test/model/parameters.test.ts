import { expect, test } from '@jest/globals';
import type { Parameter } from '../../src/model/model.js';
import type { JsonObject } from '../../src/schema/index.js';
import { modelOf, operationOf } from './description.js';

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

test.each([
  ['header', 'form', 'simple'],
  ['query', 'simple', 'form'],
  ['path', 'deepObject', 'simple'],
  ['cookie', 'pipeDelimited', 'form'],
])('a %s parameter has no style %s', (place, given, style) => {
  const parameter = { name: 'p', in: place, style: given, schema: string };
  const { model, problems } = modelOf({ '/test/{p}': { get: { parameters: [parameter] } } });
  expect(model.operations[0]?.parameters).toMatchObject([{ style }]);
  expect(problems).toMatchObject([{ code: 'parameter-style' }]);
});

const keys = { header: 'X-Key', query: 'key', cookie: 'sid' };

test.each(['header', 'query', 'cookie'] as const)('a credential in the %s is not a parameter', (place) => {
  const parameters = [{ name: place === 'header' ? 'x-key' : keys[place], in: place, required: true, schema: string }];
  const schemes = { securitySchemes: { key: { type: 'apiKey', in: place, name: keys[place] } } };
  const { model, problems } = modelOf(
    { '/test': { get: { parameters, security: [{ key: [] }] } }, '/other': { get: { parameters, security: [] } } },
    { components: schemes },
  );
  expect(model.operations.map((operation) => operation.parameters.length)).toEqual([0, 1]);
  expect(problems).toMatchObject([{ code: 'parameter-ignored', pointer: '/paths/~1test/get/parameters/0' }]);
});

test('an empty text is not a valid path value, inline and behind a reference', () => {
  const schema = { type: 'string', enum: ['', 'a'] };
  const parameter = (name: string, given: object) => ({ name, in: 'path', required: true, schema: given });
  const parameters = [parameter('p', schema), parameter('q', { $ref: '#/components/schemas/Set' })];
  const paths = JSON.parse(JSON.stringify({ '/test/{p}/{q}': { get: { parameters } } }));
  const { model, problems } = modelOf(paths, { components: { schemas: { Set: schema } } });
  expect(model.operations[0]?.parameters.map((one) => one.schema)).toEqual([
    { type: 'string', enum: ['a'] },
    { type: 'string', enum: ['a'] },
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['path-value-empty', 'path-value-empty']);
});

test('a TRACE operation is omitted with a warning', () => {
  const { model, problems } = modelOf({ '/test': { trace: {}, get: {} } });
  expect(model.operations.map(({ method }) => method)).toEqual(['get']);
  expect(problems).toMatchObject([{ code: 'method-ignored', pointer: '/paths/~1test/trace' }]);
});

test('references to components are resolved', () => {
  const components = { parameters: { Limit: { name: 'limit', in: 'query', schema: string } } };
  const { parameters } = operationOf({ parameters: [{ $ref: '#/components/parameters/Limit' }] }, components);
  expect(parameters).toMatchObject([{ name: 'limit', pointer: '/paths/~1test/post/parameters/0' }]);
});
