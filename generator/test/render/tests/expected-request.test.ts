import { expect, test } from '@jest/globals';
import { expectRequest } from '../../../src/render/tests/expected-request.js';
import type { Json, JsonObject } from '../../../src/schema/index.js';
import { modelOf } from '../../model/description.js';

const file = () => ({ name: 'example.txt', type: 'text/plain' });

/** The request expected of a call whose parameters or body have these values. */
function expected(
  parameters: readonly (readonly [JsonObject, Json])[],
  body?: readonly [string, JsonObject, Json],
  encoding: JsonObject = {},
) {
  const path = `/x${parameters.map(([{ in: place, name }]) => (place === 'path' ? `/{${name}}` : '')).join('')}`;
  const operation: JsonObject = {
    parameters: parameters.map(([parameter, example]) => ({ ...parameter, example })),
    ...(body ? { requestBody: { content: { [body[0]]: { schema: body[1], example: body[2], encoding } } } } : {}),
  };
  const { model } = modelOf({ [path]: { post: operation } });
  const [first] = model.operations;
  const [example] = first?.examples ?? [];
  if (!first || !example) throw new Error('no example');
  return expectRequest(first, example, { resolver: model, file });
}

const list = { type: 'array', items: { type: 'string' } };
const map = { type: 'object', additionalProperties: { type: 'integer' } };
const at = { type: 'string', format: 'date-time' };

/** The examples of OpenAPI 3.1, section 4.8.12.4, and cases that they do not cover. */
const wire: readonly (readonly [parameter: JsonObject, value: Json, on: object])[] = [
  [{ in: 'path', schema: { type: 'string' } }, 'a/b c', { path: '/x/a%2Fb%20c' }],
  [{ in: 'path', schema: list }, ['a', 'b,c'], { path: '/x/a,b%2Cc' }],
  [{ in: 'path', schema: map }, { R: 1, G: 2 }, { path: '/x/R,1,G,2' }],
  [{ in: 'path', explode: true, schema: map }, { R: 1, G: 2 }, { path: '/x/R=1,G=2' }],
  [{ in: 'path', style: 'label', schema: list }, ['a', 'b'], { path: '/x/.a,b' }],
  [{ in: 'path', style: 'label', explode: true, schema: list }, ['a', 'b'], { path: '/x/.a.b' }],
  [{ in: 'path', style: 'label', explode: true, schema: map }, { R: 1, G: 2 }, { path: '/x/.R=1.G=2' }],
  [{ in: 'path', style: 'matrix', schema: { type: 'string' } }, 'a', { path: '/x/;p=a' }],
  [{ in: 'path', style: 'matrix', schema: list }, ['a', 'b'], { path: '/x/;p=a,b' }],
  [{ in: 'path', style: 'matrix', explode: true, schema: list }, ['a', 'b'], { path: '/x/;p=a;p=b' }],
  [{ in: 'path', style: 'matrix', schema: map }, { R: 1, G: 2 }, { path: '/x/;p=R,1,G,2' }],
  [{ in: 'path', style: 'matrix', explode: true, schema: map }, { R: 1, G: 2 }, { path: '/x/;R=1;G=2' }],
  [
    { in: 'query', schema: list },
    ['a', 'b'],
    {
      query: [
        ['p', 'a'],
        ['p', 'b'],
      ],
    },
  ],
  [{ in: 'query', explode: false, schema: list }, ['a', 'b'], { query: [['p', 'a,b']] }],
  [{ in: 'query', explode: false, style: 'pipeDelimited', schema: list }, ['a', 'b'], { query: [['p', 'a|b']] }],
  [{ in: 'query', explode: false, style: 'spaceDelimited', schema: list }, ['a', 'b'], { query: [['p', 'a b']] }],
  [
    { in: 'query', schema: map },
    { R: 1, G: 2 },
    {
      query: [
        ['R', '1'],
        ['G', '2'],
      ],
    },
  ],
  [{ in: 'query', explode: false, schema: map }, { R: 1 }, { query: [['p', 'R,1']] }],
  [{ in: 'query', style: 'deepObject', schema: {} }, { a: { b: ['c'] } }, { query: [['p[a][b][0]', 'c']] }],
  [{ in: 'query', schema: at }, '2026-01-02T03:04:05Z', { query: [['p', '2026-01-02T03:04:05.000Z']] }],
  [{ in: 'header', schema: list }, ['a', 'b'], { headers: [['p', 'a,b']] }],
  [{ in: 'header', explode: true, schema: map }, { R: 1, G: 2 }, { headers: [['p', 'R=1,G=2']] }],
  [{ in: 'cookie', schema: { type: 'string' } }, 'a;b', { headers: [['cookie', 'p=a%3Bb']] }],
  [{ in: 'cookie', explode: false, schema: list }, ['a', 'b,c'], { headers: [['cookie', 'p=a,b%2Cc']] }],
];

test.each(wire)('%j %j', (parameter, value, on) => {
  expect(expected([[{ name: 'p', required: true, ...parameter }, value]])).toMatchObject(on);
});

test.each([
  ['application/json', { a: 1 }, { kind: 'json', value: { a: 1 } }],
  ['text/plain', 'text', { kind: 'text', value: 'text' }],
  [
    'application/x-www-form-urlencoded',
    { a: 1, b: ['x', 'y'], c: { d: 1 } },
    {
      kind: 'form',
      value: [
        ['a', '1'],
        ['b', 'x'],
        ['b', 'y'],
        ['c', '{"d":1}'],
      ],
    },
  ],
  [
    'multipart/form-data',
    { f: 'bytes', a: 1, c: { d: 1 } },
    {
      kind: 'multipart',
      value: [
        { name: 'f', file: { name: 'example.txt', type: 'text/plain', text: 'bytes' } },
        { name: 'a', text: '1' },
        { name: 'c', json: { d: 1 } },
      ],
    },
  ],
])('a body of %s', (mediaType, value, body) => {
  const properties = {
    f: { type: 'string', format: 'binary' },
    a: { type: 'integer' },
    b: list,
    c: { type: 'object' },
  };
  const schema: JsonObject = typeof value === 'string' ? { type: 'string' } : { type: 'object', properties };
  expect(expected([], [mediaType, schema, value]).body).toEqual(body);
});

test.each<[JsonObject, string]>([
  [{ f: 'bytes', a: 1 }, 'multipart'],
  [{ a: 1 }, 'json'],
  [{ b: ['x'] }, 'multipart'],
])('of form data and JSON, %j is sent as %s', (value, kind) => {
  const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
  const form = object({ f: { type: 'string', format: 'binary' }, a: { type: 'integer' }, b: list });
  const json = object({ f: { type: 'string' }, a: { type: 'integer' } });
  const content = { 'multipart/form-data': { schema: form, example: value }, 'application/json': { schema: json } };
  const { model } = modelOf({ '/x': { post: { requestBody: { content } } } });
  const [first] = model.operations;
  const [example] = first?.examples ?? [];
  if (!first || !example) throw new Error('no example');
  expect(expectRequest(first, example, { resolver: model, file }).body?.kind).toBe(kind);
});
