import { describe, expect, test } from '@jest/globals';
import { bodyKind, preferredBody, responseKind } from '../../src/model/media-types.js';
import type { Schema } from '../../src/schema/index.js';
import { isBinarySchema, isJsonMediaType } from '../../src/schema/index.js';

const object: Schema = { type: 'object' };
const bytes: Schema = { type: 'string', format: 'binary' };

test.each([
  ['application/json', object, 'json', 'json'],
  ['application/json; charset=utf-8', object, 'json', 'json'],
  ['application/vnd.api+json', object, 'json', 'json'],
  ['application/merge-patch+json', object, 'json', 'json'],
  ['text/json', object, 'json', 'json'],
  ['multipart/form-data', object, 'multipart', 'binary'],
  ['application/x-www-form-urlencoded', object, 'form', 'binary'],
  ['text/plain', true, 'text', 'text'],
  ['application/xml', object, 'text', 'text'],
  ['application/soap+xml', object, 'text', 'text'],
  ['application/octet-stream', true, 'binary', 'binary'],
  ['image/png', true, 'binary', 'binary'],
  ['application/jsonlines', true, 'binary', 'json'],
  ['application/x-ndjson', object, 'text', 'json'],
  ['application/json-seq', object, 'text', 'text'],
  ['application/cbor', object, 'binary', 'binary'],
  ['application/merge-patch+shorthand', object, 'binary', 'binary'],
  ['*/*', object, 'json', 'json'],
  ['*/*', bytes, 'binary', 'binary'],
] as const)('%s of %j is sent as %s and read as %s', (mediaType, schema, sent, read) => {
  expect([bodyKind(mediaType, schema), responseKind(mediaType, schema)]).toEqual([sent, read]);
});

test('text of any media type is text', () => {
  expect(responseKind('*/*', { type: 'string' }, ['string'])).toBe('text');
  expect(responseKind('*/*', bytes, ['string'])).toBe('binary');
});

describe('a choice of media types', () => {
  test('prefers JSON, then the kind that needs the least code', () => {
    const kinds = ['binary', 'form', 'multipart', 'json', 'text'] as const;
    const items = kinds.map((kind) => ({ kind, mediaType: `application/${kind}`, parts: [] }));
    expect(preferredBody(items)).toMatchObject({ kind: 'json' });
    expect(preferredBody(items.filter(({ kind }) => kind !== 'json'))).toMatchObject({ kind: 'multipart' });
    expect(preferredBody([])).toBeUndefined();
  });
});

test.each([
  [bytes, true],
  [{ type: 'string', contentMediaType: 'image/png' }, true],
  [{ type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' }, false],
  [{ type: 'string', contentMediaType: 'application/json' }, false],
  [{ type: 'string', format: 'byte' }, false],
  [true, false],
] as const)('%j is bytes: %s', (schema, expected) => {
  expect(isBinarySchema(schema)).toBe(expected);
});

test('JSON is recognised by its full name', () => {
  expect(['application/json5', 'application/notjson', 'text/json'].map(isJsonMediaType)).toEqual([false, false, true]);
});
