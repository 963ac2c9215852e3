import { describe, expect, test } from '@jest/globals';
import { at, load, plain, withPaths } from './temporary.js';

const text = { schema: { type: 'string' } };
const events = { 'text/event-stream': text };
const either = { 200: { description: 'ok', content: { 'application/json': text, ...events } } };
const streamOf = async (operation: object) => {
  const loaded = await load({ 'api.json': withPaths({ '/a': { post: operation }, '/b': {} }) });
  return { ...loaded, stream: plain(at(loaded.document, '/paths/~1a#stream/post')) };
};

describe('an operation that responds with a stream or something else', () => {
  test('is followed by one that responds with the stream', async () => {
    const failed = { description: 'failed', content: { 'application/json': text } };
    const responses = { ...either, 202: failed, 400: failed };
    const { document, stream, problems } = await streamOf({ operationId: 'ask', tags: ['chat'], responses });
    expect(problems).toEqual([]);
    expect(stream).toEqual({
      operationId: 'ask_stream',
      tags: ['chat'],
      responses: { 200: { description: 'ok', content: events }, 400: failed },
    });
    expect(Object.keys(plain(at(document, '/paths')) ?? {})).toEqual(['/a', '/a#stream', '/b']);
    expect(plain(at(document, '/paths/~1a/post/responses'))).toEqual(responses);
    expect(document?.locate('/paths/~1a#stream/post/tags')).toMatchObject({ pointer: '/paths/~1a/post/tags' });
  });

  test.each([
    ['a boolean', { type: ['boolean', 'null'] }],
    ['a union with null', { anyOf: [{ type: 'boolean' }, { type: 'null' }], default: false }],
  ])('has a body with `stream: true`, if that is %s', async (_, field) => {
    const schema = { type: 'object', properties: { stream: field, text: true } };
    const examples = { short: { value: { text: 'Hi' } } };
    const { stream } = await streamOf({
      requestBody: { content: { 'application/json': { schema, examples } } },
      responses: either,
    });
    const streaming = { type: 'object', properties: { stream: { const: true } }, required: ['stream'] };
    expect(stream).toMatchObject({
      requestBody: {
        content: {
          'application/json': {
            schema: { allOf: [schema, streaming] },
            examples: { short: { value: { text: 'Hi', stream: true } } },
          },
        },
      },
    });
  });

  test.each([
    ['without the field', { type: 'object', properties: { text: true } }],
    ['with a field that is not a boolean', { type: 'object', properties: { stream: { type: 'string' } } }],
  ])('keeps a body %s', async (_, schema) => {
    const requestBody = { content: { 'application/json': { schema, example: { text: 'Hi' } } } };
    expect((await streamOf({ requestBody, responses: either })).stream).toMatchObject({ requestBody });
  });

  test.each([
    ['only streams', { 200: { description: 'ok', content: events }, default: either[200] }],
    ['no stream', { 200: { description: 'ok', content: { 'application/json': text, 'text/csv': text } } }],
    ['no content', { 204: { description: 'ok' } }],
  ])('is not found with %s', async (_, responses) => {
    expect((await streamOf({ responses })).stream).toBeUndefined();
  });
});
