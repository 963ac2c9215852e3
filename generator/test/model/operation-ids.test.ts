import { expect, test } from '@jest/globals';
import { idFromPath, uniqueOperationIds } from '../../src/model/operation-ids.js';

test.each([
  ['get', '/users/{id}', 'get_users_id'],
  ['post', '/', 'post_root'],
  ['get', '/größe/v1.2', 'get_größe_v1_2'],
])('%s %s is %s', (method, path, id) => {
  expect(idFromPath(method, path)).toBe(id);
});

test('the first operation keeps a repeated operationId, and generated ids differ from those in the spec', () => {
  const operation = (method: string, path: string, operationId?: string) => ({
    method,
    path,
    pointer: `/paths/~1${path.slice(1)}/${method}`,
    operationId,
  });
  const { ids, problems } = uniqueOperationIds([
    operation('get', '/a', 'same'),
    operation('post', '/a', 'same'),
    operation('get', '/b'),
    operation('put', '/c', 'get_b'),
    operation('get', '/d', ''),
    operation('get', '/{d}'),
  ]);
  expect(ids).toEqual(['same', 'post_a', 'get_b_2', 'get_b', 'get_d', 'get_d_2']);
  expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['operation-id-renamed', '/paths/~1a/post/operationId'],
  ]);
});
