import { expect, test } from '@jest/globals';
import { chooseBody } from '../../encode/choose.js';
import type { Operation } from '../../operation.js';

const operation: Operation = {
  method: 'POST',
  path: '/things/{id}',
  parameters: [{ name: 'id', in: 'path', required: true }],
  body: { kind: 'json', fields: ['url', 'name'] },
  otherBodies: [
    { kind: 'multipart', fields: ['file', 'name'], parts: { file: 'file' } },
    { kind: 'form', fields: ['url', 'name'] },
    { kind: 'text', mediaType: 'text/csv', argument: 'body' },
    { kind: 'binary', mediaType: 'image/png', argument: 'body' },
    { kind: 'json', mediaType: 'application/json-patch+json', argument: 'body' },
  ],
};
const file = new Blob(['x']);

test.each<[string, object | undefined, string | undefined, number]>([
  ['nothing', undefined, undefined, 0],
  ['its fields', { id: 1, url: 'a' }, undefined, 0],
  ['the type that is named', { id: 1, url: 'a' }, 'application/x-www-form-urlencoded; charset=utf-8', 2],
  ['a type that is not known', { id: 1, url: 'a' }, 'application/x', 0],
  ['fields of another body', { id: 1, file }, undefined, 1],
  ['a field of both, with a file', { id: 1, name: 'n', file: { data: file, name: 'f' } }, undefined, 1],
  ['a text', { id: 1, body: 'a,b' }, undefined, 3],
  ['bytes', { id: 1, body: file }, undefined, 4],
  ['JSON of another type, named', { body: [] }, 'application/json-patch+json', 5],
  ['what no body has', { other: 1 }, undefined, 0],
])('%s', (_, args, mediaType, index) => {
  expect(chooseBody(operation, args, mediaType)).toBe([operation.body, ...(operation.otherBodies ?? [])][index]);
});

test('without a file in the first body, JSON is sent', () => {
  const files: Operation['body'] = { kind: 'multipart', fields: ['file'], parts: { file: 'file' } };
  const both: Operation = { method: 'POST', path: '/', body: files, otherBodies: [{ kind: 'json', fields: ['file'] }] };
  expect(chooseBody(both, { file: 'YQ==' }, undefined)?.kind).toBe('json');
  expect(chooseBody(both, { file: null }, undefined)?.kind).toBe('json');
  expect(chooseBody(both, { file: new Blob(['a']) }, undefined)?.kind).toBe('multipart');
  expect(chooseBody(both, { file: { path: 'a.png' } }, undefined)?.kind).toBe('multipart');
});
