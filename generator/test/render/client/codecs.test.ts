import { expect, test } from '@jest/globals';
import { operationCodecs } from '../../../src/render/client/codecs.js';
import type { JsonObject } from '../../../src/schema/index.js';
import { modelOf } from '../../model/description.js';

/** The codecs that an operation needs. */
function codecsOf(described: JsonObject): string | undefined {
  const { model } = modelOf({ '/x/{id}': { post: described } });
  const [operation] = model.operations;
  return operation && operationCodecs(operation, model);
}

const text = { type: 'string' };
const list = { type: 'array', items: text };
const query = (rest: JsonObject): JsonObject => ({ parameters: [{ name: 'q', in: 'query', ...rest }] });
const body = (mediaType: string): JsonObject => ({
  requestBody: { content: { [mediaType]: { schema: { type: 'object' } } } },
});
const reply = (mediaType: string): JsonObject => ({
  responses: { 200: { description: '', content: { [mediaType]: { schema: text } } } },
});

test.each<[string, JsonObject, string | undefined]>([
  ['a scalar in the query', query({ schema: text }), undefined],
  ['JSON in the query', query({ content: { 'application/json': { schema: list } } }), undefined],
  ['an array in the query', query({ schema: list }), '{ styles: runtime.parameterStyles }'],
  ['anything in the query', query({ schema: {} }), '{ styles: runtime.parameterStyles }'],
  ['reserved characters', query({ schema: text, allowReserved: true }), '{ styles: runtime.parameterStyles }'],
  ['a header', { parameters: [{ name: 'h', in: 'header', schema: text }] }, '{ styles: runtime.parameterStyles }'],
  [
    'a styled path',
    { parameters: [{ name: 'id', in: 'path', style: 'matrix', schema: text }] },
    '{ styles: runtime.parameterStyles }',
  ],
  ['JSON', body('application/json'), undefined],
  ['form data', body('multipart/form-data'), '{ multipart: runtime.multipart }'],
  ['a form', body('application/x-www-form-urlencoded'), '{ form: runtime.form }'],
  ['a reply of JSON', reply('application/json'), undefined],
  ['a reply of text', reply('text/plain'), '{ replies: runtime.replies }'],
])('%s', (_, operation, wanted) => {
  const path = [{ name: 'id', in: 'path', required: true, schema: text }];
  const given = Array.isArray(operation.parameters) ? operation.parameters : [];
  const own = given.some((parameter) => JSON.stringify(parameter).includes('"path"')) ? given : [...path, ...given];
  expect(codecsOf({ ...operation, parameters: own })).toEqual(wanted);
});
