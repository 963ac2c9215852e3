import { expect, test } from '@jest/globals';
import { jsonBody, modelOf, operationOf } from './description.js';

const string = { type: 'string' };
const bytes = { type: 'string', format: 'binary' };

function partsOf(properties: object, encoding: object = {}, mediaType = 'multipart/form-data') {
  const schema = JSON.parse(JSON.stringify({ type: 'object', properties }));
  const content = { [mediaType]: { schema, encoding: JSON.parse(JSON.stringify(encoding)) } };
  return operationOf({ requestBody: { content } }).body?.parts;
}

test.each([
  ['text', string, undefined, { kind: 'text', repeated: false }],
  ['a list of strings', { type: 'array', items: string }, undefined, { kind: 'text', repeated: true }],
  ['a file', bytes, undefined, { kind: 'file', repeated: false }],
  ['files', { type: 'array', items: bytes }, undefined, { kind: 'file', repeated: true }],
  ['an object', { type: 'object' }, undefined, { kind: 'json', repeated: false }],
  ['objects', { type: 'array', items: { type: 'object' } }, undefined, { kind: 'json', repeated: true }],
  [
    'objects as one JSON text',
    { type: 'array', items: { type: 'object' } },
    'application/json',
    { kind: 'json', repeated: false, contentType: 'application/json' },
  ],
  [
    'one of several objects',
    { oneOf: [{ type: 'object' }, { properties: { a: string } }] },
    undefined,
    { kind: 'json', repeated: false },
  ],
  ['an object or a text', { oneOf: [{ type: 'object' }, string] }, undefined, { kind: 'text', repeated: false }],
  [
    'a list of objects and texts',
    { type: 'array', items: { anyOf: [string, { type: 'object' }] } },
    undefined,
    { kind: 'json', repeated: true },
  ],
  ['a file or null', { anyOf: [bytes, { type: 'null' }] }, undefined, { kind: 'file', repeated: false }],
  [
    'files or null',
    { anyOf: [{ type: 'array', items: bytes }, { type: 'null' }] },
    undefined,
    { kind: 'file', repeated: true },
  ],
  [
    'texts or null',
    { oneOf: [{ type: 'null' }, { type: 'array', items: string }] },
    undefined,
    { kind: 'text', repeated: true },
  ],
  [
    'an object or null',
    { anyOf: [{ type: 'object' }, { type: 'null' }] },
    undefined,
    { kind: 'json', repeated: false },
  ],
  [
    'a file or files',
    { anyOf: [bytes, { type: 'array', items: bytes }] },
    undefined,
    { kind: 'file', repeated: 'either' },
  ],
  [
    'texts or one of them',
    { anyOf: [{ type: 'array', items: string }, { const: '' }] },
    undefined,
    { kind: 'text', repeated: true },
  ],
  ['a file or a text', { anyOf: [bytes, string] }, undefined, { kind: 'text', repeated: false }],
  ['bytes of a text type', bytes, 'text/csv', { kind: 'file', repeated: false, contentType: 'text/csv' }],
  ['text as JSON', string, 'application/json', { kind: 'json', repeated: false, contentType: 'application/json' }],
  ['text as bytes', string, 'image/png', { kind: 'file', repeated: false, contentType: 'image/png' }],
  ['XML', string, 'application/xml', { kind: 'text', repeated: false, contentType: 'application/xml' }],
])('a part: %s', (_about, schema, contentType, expected) => {
  expect(partsOf({ p: schema }, contentType === undefined ? {} : { p: { contentType } })).toEqual([
    { name: 'p', ...expected },
  ]);
});

test('a form has the fields of all branches, and `*` for fields without a name; files have no style', () => {
  const schema = {
    oneOf: [
      { type: 'object', properties: { file: bytes, tag: string } },
      { type: 'object', additionalProperties: bytes },
      { $ref: '#/paths/~1test/post/requestBody/content/multipart~1form-data/schema' },
    ],
  };
  const encoding = { file: { style: 'form' }, tag: { style: 'form' } };
  const { body } = operationOf({ requestBody: { content: { 'multipart/form-data': { schema, encoding } } } });
  expect(body?.parts).toMatchObject([
    { name: 'file', kind: 'file' },
    { name: 'tag', kind: 'styled' },
    { name: '*', kind: 'file' },
  ]);
});

test('a field that only the encoding defines as binary is binary in the schema, inline and behind a reference', () => {
  const schema = { type: 'object', properties: { file: string } };
  const body = (described: object) => ({
    content: { 'multipart/form-data': { schema: described, encoding: { file: { contentType: 'image/png' } } } },
  });
  const paths = {
    '/place': { post: { requestBody: body(schema) } },
    '/named': { post: { requestBody: body({ $ref: '#/components/schemas/Form' }) } },
  };
  const { model } = modelOf(JSON.parse(JSON.stringify(paths)), { components: { schemas: { Form: schema } } });
  const expected = { type: 'object', properties: { file: bytes } };
  expect(model.operations[0]?.body?.schema).toEqual(expected);
  expect(model.resolve('#/components/schemas/Form')).toEqual(expected);
});

test('JSON is preferred, and without a schema allows any value', () => {
  const content = { 'text/plain': { schema: string }, 'application/json': {} };
  expect(operationOf({ requestBody: { content } }).body).toMatchObject({
    kind: 'json',
    mediaType: 'application/json',
    required: false,
    schema: true,
  });
});

const csv = { type: 'array', items: string };

test.each([
  [
    { style: 'form', explode: false },
    { style: 'form', explode: false },
  ],
  [{ style: 'pipeDelimited' }, { style: 'pipeDelimited', explode: false }],
  [{ explode: true }, { style: 'form', explode: true }],
  [
    { style: 'deepObject', explode: true, contentType: 'text/csv' },
    { style: 'deepObject', explode: true },
  ],
])('a part with the encoding %j is serialised like a query parameter', (encoding, style) => {
  const part = { name: 'p', kind: 'styled', repeated: false, style: { ...style, allowReserved: false } };
  expect(partsOf({ p: csv }, { p: encoding }, 'application/x-www-form-urlencoded')).toEqual([part]);
});

test('a part has the headers of one value; others are reported', () => {
  const headers = { 'X-A': { schema: { const: 'a' } }, 'X-B': { schema: string }, 'Content-Type': { schema: string } };
  const content = {
    'multipart/form-data': { schema: { type: 'object', properties: { p: string } }, encoding: { p: { headers } } },
  };
  const { model, problems } = modelOf({ '/test': { post: { requestBody: { content } } } });
  expect(model.operations[0]?.body?.parts[0]?.headers).toEqual({ 'X-A': 'a' });
  expect(problems).toMatchObject([{ code: 'part-header-ignored', pointer: '/paths/~1test/post/requestBody/content' }]);
});

const json = { schema: { type: 'object', properties: { url: string } } };
const upload = { schema: { type: 'object', properties: { file: bytes } } };
const plainForm = { schema: { type: 'object', properties: { name: string } } };

test.each([
  [
    'files as multipart',
    { 'application/json': upload, 'multipart/form-data': upload },
    'multipart/form-data',
    ['application/json'],
  ],
  ['plain JSON', { 'application/vnd.a+json': json, 'application/json': json }, 'application/json', []],
  [
    'no patch',
    { 'application/merge-patch+json': json, 'application/json': upload },
    'application/json',
    ['application/merge-patch+json'],
  ],
  [
    'a merge patch before a JSON patch',
    { 'application/json-patch+json': json, 'application/merge-patch+json': json },
    'application/merge-patch+json',
    [],
  ],
  [
    'JSON before a form',
    { 'application/x-www-form-urlencoded': plainForm, 'application/json': plainForm },
    'application/json',
    ['application/x-www-form-urlencoded'],
  ],
  ['no XML of the same', { 'application/xml': json, 'application/json': json }, 'application/json', []],
  ['its own text', { 'text/csv': { schema: string }, 'application/json': json }, 'application/json', ['text/csv']],
  ['its own bytes', { 'image/png': { schema: bytes }, 'application/json': json }, 'application/json', ['image/png']],
])('of several media types: %s', (_, content, mediaType, others) => {
  const { body } = operationOf({ requestBody: { content: JSON.parse(JSON.stringify(content)) } });
  expect([body?.mediaType, (body?.others ?? []).map((other) => other.mediaType)]).toEqual([mediaType, others]);
});

test('binary bodies have one of several types', () => {
  const content = {
    'application/pdf': { schema: bytes },
    'image/png': { schema: bytes },
    'text/plain': { schema: bytes },
  };
  expect(operationOf({ requestBody: { content } }).body).toMatchObject({
    kind: 'binary',
    mediaTypes: ['application/pdf', 'image/png', 'text/plain'],
  });
});

test.each([
  ['application/octet-stream', { type: 'object' }, 'binary'],
  ['application/x-www-form-urlencoded', { type: 'array', items: string }, 'text'],
  ['multipart/form-data', bytes, 'binary'],
  ['application/xml', { type: 'object' }, 'text'],
])('a body of %s whose schema is not used is reported', (mediaType, schema, kind) => {
  const content = { [mediaType]: { schema } };
  const { model, problems } = modelOf({ '/test': { post: { requestBody: { content } } } });
  expect(model.operations[0]?.body?.kind).toBe(kind);
  expect(problems).toMatchObject([{ code: 'media-type-plain' }]);
});

test('a text is a string, whatever its schema', () => {
  const content = { 'application/xml': { schema: { type: 'object' } } };
  expect(operationOf({ requestBody: { content } }).body).toMatchObject({ kind: 'text', schema: string });
});

test('a reference to a component is resolved', () => {
  const components = { requestBodies: { Named: jsonBody(string) } };
  expect(operationOf({ requestBody: { $ref: '#/components/requestBodies/Named' } }, components).body).toMatchObject({
    required: true,
    schema: string,
  });
});
