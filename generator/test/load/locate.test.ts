import { expect, test } from '@jest/globals';
import { load } from './temporary.js';

const root = `openapi: 3.1.0
info: { title: Test, version: '1' }
paths:
  /users:
    $ref: users.yaml#/paths/users
components:
  schemas:
    User:
      $ref: users.yaml#/schemas/User
    Own:
      type: object
`;
const users = `schemas:
  User:
    type: object
    properties:
      'na/me':
        <<: &text { type: string }
        maxLength: 5
      tags: { items: {} }
  Team: { title: team }
paths:
  users:
    get:
      responses:
        200: { description: ok }
    put: { requestBody: { content: { text/plain: { schema: { $ref: '#/schemas/Team' } } } } }
`;

const cases: readonly [string, string | undefined][] = [
  ['', 'api.yaml:1:1 '],
  ['/components/schemas/Own/type', 'api.yaml:11:7 /components/schemas/Own/type'],
  ['/components/schemas/User', 'users.yaml:2:3 /schemas/User'],
  ['/components/schemas/User/properties/na~1me/maxLength', 'users.yaml:7:9 /schemas/User/properties/na~1me/maxLength'],
  ['/components/schemas/User/properties/na~1me/type', 'users.yaml:5:7 /schemas/User/properties/na~1me/type'],
  ['/paths/~1users/get/responses/200/description', 'users.yaml:14:16 /paths/users/get/responses/200/description'],
  ['/components/schemas/Team/title', 'users.yaml:9:11 /schemas/Team/title'],
  ['/components/schemas/Nothing/here', 'api.yaml:7:3 /components/schemas'],
  ['no pointer', undefined],
];
test.each(cases)('%p was written at %s', async (pointer, expected) => {
  const { document, problems } = await load({ 'api.yaml': root, 'users.yaml': users });
  expect(problems).toEqual([]);
  const location = document?.locate(pointer);
  expect(location && `${location.file}:${location.line}:${location.column} ${location.pointer}`).toBe(expected);
});

test('a code frame shows the location in its file', async () => {
  const { document } = await load({ 'api.yaml': root, 'users.yaml': users });
  const location = document?.locate('/components/schemas/User');
  expect(location && document?.frame(location)).toBe(
    ['  1 | schemas:', '> 2 |   User:', '    |   ^', '  3 |     type: object', '  4 |     properties:'].join('\n'),
  );
});

test('JSON files have locations too', async () => {
  const { document } = await load({
    'api.json':
      '{\n  "openapi": "3.1.0",\n  "info": { "title": "T", "version": "1" },\n  "paths": {\n    "/a": { "get": { "tags": ["x", "y"] } }\n  }\n}',
  });
  expect(document?.locate('/paths/~1a/get/tags/1')).toEqual({
    file: 'api.json',
    pointer: '/paths/~1a/get/tags/1',
    line: 5,
    column: 36,
  });
});
