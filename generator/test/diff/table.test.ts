import { expect, test } from '@jest/globals';
import { compareModels, renderTable } from '../../src/diff/index.js';
import { versionOf } from './compare.js';

function chatAt(path: string) {
  const json = { schema: { type: 'object', properties: { text: { type: 'string' } } } };
  const content = { 'application/json': json, 'text/event-stream': json };
  const get = { operationId: 'chat', responses: { 200: { description: 'An answer.', content } } };
  return { openapi: '3.1.0', info: { title: 'AI', version: '1' }, paths: { [path]: { get } } };
}

test('an operation and its stream have the same request, and one place', async () => {
  const [old, next] = [await versionOf(chatAt('/chat')), await versionOf(chatAt('/answer'))];
  const table = renderTable(compareModels(old, next), old, next, 200, () => 'api.json:1');
  expect(table).toContain('`chat` is now `GET /answer`, was `GET /chat`. The same for `chatStream`.');
  expect(table.match(/api\.json:1$/gm)).toHaveLength(1);
});

test('an added stream has the path that is sent', async () => {
  const [old, next] = [await versionOf({ ...chatAt('/chat'), paths: {} }), await versionOf(chatAt('/chat'))];
  const table = renderTable(compareModels(old, next), old, next, 200, () => '');
  expect(table).toContain('`chatStream` was added: `GET /chat`.');
});
