import { expect, test } from '@jest/globals';
import { neededCodecs } from '../../../src/render/client/codecs.js';
import type { JsonObject } from '../../../src/schema/index.js';
import { modelOf } from '../../model/description.js';

/** The codecs that a description of one operation needs. */
function codecsOf(operation: JsonObject): string[] {
  const { model } = modelOf({ '/x/{id}': { post: operation } });
  return neededCodecs(model, [], model).map(({ entry }) => entry);
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

test.each<[string, JsonObject, string[]]>([
  ['a scalar in the query', query({ schema: text }), []],
  ['JSON in the query', query({ content: { 'application/json': { schema: list } } }), []],
  ['an array in the query', query({ schema: list }), ['styles: parameterStyles']],
  ['anything in the query', query({ schema: {} }), ['styles: parameterStyles']],
  ['reserved characters', query({ schema: text, allowReserved: true }), ['styles: parameterStyles']],
  ['a header', { parameters: [{ name: 'h', in: 'header', schema: text }] }, ['styles: parameterStyles']],
  [
    'a styled path',
    { parameters: [{ name: 'id', in: 'path', style: 'matrix', schema: text }] },
    ['styles: parameterStyles'],
  ],
  ['JSON', body('application/json'), []],
  ['form data', body('multipart/form-data'), ['multipart']],
  ['a form', body('application/x-www-form-urlencoded'), ['form']],
  ['a reply of JSON', reply('application/json'), []],
  ['a reply of text', reply('text/plain'), ['replies']],
])('%s', (_, operation, wanted) => {
  const path = [{ name: 'id', in: 'path', required: true, schema: text }];
  const given = Array.isArray(operation.parameters) ? operation.parameters : [];
  const own = given.some((parameter) => JSON.stringify(parameter).includes('"path"')) ? given : [...path, ...given];
  expect(codecsOf({ ...operation, parameters: own })).toEqual(wanted);
});
