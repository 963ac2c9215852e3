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
  ['a list of texts', { type: 'array', items: string }, undefined, { kind: 'text', repeated: true }],
  ['a file', bytes, undefined, { kind: 'file', repeated: false }],
  ['files', { type: 'array', items: bytes }, undefined, { kind: 'file', repeated: true }],
  ['an object', { type: 'object' }, undefined, { kind: 'json', repeated: false }],
  ['objects', { type: 'array', items: { type: 'object' } }, undefined, { kind: 'json', repeated: false }],
  ['text as JSON', string, 'application/json', { kind: 'json', repeated: false, contentType: 'application/json' }],
  ['text as bytes', string, 'image/png', { kind: 'file', repeated: false, contentType: 'image/png' }],
  ['XML', string, 'application/xml', { kind: 'text', repeated: false, contentType: 'application/xml' }],
])('a part: %s', (_about, schema, contentType, expected) => {
  expect(partsOf({ p: schema }, contentType === undefined ? {} : { p: { contentType } })).toEqual([
    { name: 'p', ...expected },
  ]);
});

test('bytes that only the encoding tells of are bytes in the schema too, in place and behind a reference', () => {
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

test('JSON is preferred, and its absence of a schema allows anything', () => {
  const content = { 'text/plain': { schema: string }, 'application/json': {} };
  expect(operationOf({ requestBody: { content } }).body).toMatchObject({
    kind: 'json',
    mediaType: 'application/json',
    required: false,
    schema: true,
  });
});

test('a text is a string, whatever structure its schema describes', () => {
  const content = { 'application/xml': { schema: { type: 'object' } } };
  expect(operationOf({ requestBody: { content } }).body).toMatchObject({ kind: 'text', schema: string });
});

test('a component is found behind its reference', () => {
  const components = { requestBodies: { Named: jsonBody(string) } };
  expect(operationOf({ requestBody: { $ref: '#/components/requestBodies/Named' } }, components).body).toMatchObject({
    required: true,
    schema: string,
  });
});
