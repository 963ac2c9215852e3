import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkDescription } from '../../src/load/index.js';
import type { Problem } from '../../src/problems/index.js';
import {
  folderOf,
  originOf,
  outline,
  summary,
  type Written,
  withOldSchemas,
  withPaths,
  withSchemas,
} from './temporary.js';

async function validate(files: Written): Promise<readonly Problem[]> {
  return (await checkDescription(Object.keys(files)[0] ?? '', { cwd: await folderOf(files), allowRefs: [] })).problems;
}

const broken = `openapi: 3.1.0
info: { title: Test, version: '1' }
paths:
  /users/{id}:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Usr'
  /users:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/User'
              example:
                name: 5
components:
  schemas:
    User:
      type: object
      properties:
        name: { type: string }
`;

test('a dangling reference, an undeclared path parameter and an invalid example are reported at once, each with its location', async () => {
  const problems = await validate({ 'api.yaml': broken });
  expect(summary(problems)).toEqual([
    'error path-parameter-undeclared api.yaml:5:5 /paths/~1users~1{id}/get',
    'error ref-unresolved api.yaml:12:17 /paths/~1users~1{id}/get/responses/200/content/application~1json/schema/$ref',
    'error example-invalid api.yaml:23:17 /paths/~1users/get/responses/200/content/application~1json/example/name',
  ]);
  for (const problem of problems) expect(problem.frame).toContain('^');
});

describe('a file that cannot be parsed is reported with the location', () => {
  const cases: readonly [string, string, string, string][] = [
    [
      'bad indentation',
      'api.yaml',
      'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      summary: a: b\n',
      'error yaml-syntax api.yaml:5:17 /paths/~1a/get/summary',
    ],
    [
      'a key twice',
      'api.yaml',
      'openapi: 3.1.0\npaths:\n  /a: {}\n  /a: {}\n',
      'error yaml-syntax api.yaml:4:3 /paths/~1a',
    ],
    [
      'a missing comma',
      'api.json',
      '{\n  "openapi": "3.1.0"\n  "paths": {}\n}',
      'error json-syntax api.json:3:3 /paths',
    ],
    ['a missing value', 'api.json', '{ "paths": { "/a": } }', 'error json-syntax api.json:1:20 /paths/~1a'],
  ];
  test.each(cases)('%s', async (_, name, text, expected) => {
    expect(summary(await validate({ [name]: text }))).toEqual([expected]);
  });
});

const media = (content: object): object =>
  withPaths({ '/a': { get: { responses: { 200: { description: 'ok', content: { 'application/json': content } } } } } });
const mediaPointer = '/paths/~1a/get/responses/200/content/application~1json';

const oneWay = {
  required: ['id', 'name', 'password'],
  properties: { id: { type: 'integer', readOnly: true }, name: {}, password: { type: 'string', writeOnly: true } },
};

describe('requirements of OpenAPI', () => {
  const cases: readonly [string, object, readonly string[]][] = [
    ['a sound description', withSchemas({ A: { type: 'string', examples: ['a'] } }), []],
    [
      'a schema example',
      withSchemas({ A: { type: 'string', example: 1 } }),
      ['error example-invalid api /components/schemas/A/example'],
    ],
    [
      'one of many examples',
      media({ schema: { type: 'string' }, examples: { a: { value: 'a' }, b: { value: 2 } } }),
      [`error example-invalid api ${mediaPointer}/examples/b/value`],
    ],
    [
      'a parameter example',
      withPaths({
        '/a': {
          get: { parameters: [{ name: 'q', in: 'query', schema: { type: 'integer' }, example: 'x' }], responses: {} },
        },
      }),
      ['error example-invalid api /paths/~1a/get/parameters/0/example'],
    ],
    [
      'many missing properties are one problem',
      media({ schema: { required: ['a', 'b', 'c'] }, example: {} }),
      [`error example-invalid api ${mediaPointer}/example`],
    ],
    [
      'an example with a property more than is documented, which is fine',
      media({ schema: { properties: { a: {} } }, example: { b: 1 } }),
      [],
    ],
    [
      'a nullable example in 3.0, which is fine',
      withOldSchemas({ A: { nullable: true, allOf: [{ type: 'string' }], example: null } }),
      [],
    ],
    [
      'an operationId twice',
      withPaths({
        '/a': { get: { operationId: 'x', responses: {} } },
        '/b': { get: { operationId: 'x', responses: {} } },
      }),
      ['error operation-id-duplicate api /paths/~1b/get/operationId'],
    ],
    [
      'paths that are the same',
      withPaths({
        '/a/{b}': { parameters: [{ name: 'b', in: 'path', required: true, schema: {} }] },
        '/a/{c}': { parameters: [{ name: 'c', in: 'path', required: true, schema: {} }] },
      }),
      ['error no-identical-paths api /paths/~1a~1{c}'],
    ],
    [
      'a missing field',
      withPaths({ '/a': { get: { responses: { 200: {} } } } }),
      ['error structure api /paths/~1a/get/responses/200'],
    ],
    [
      'a field of the wrong type',
      withPaths({ '/a': { get: { deprecated: 'yes', responses: {} } } }),
      ['error structure api /paths/~1a/get/deprecated'],
    ],
    [
      'an unknown field',
      withPaths({ '/a': { get: { sumary: 'yes', responses: {} } } }),
      ['warning structure api /paths/~1a/get/sumary'],
    ],
    ['an extension, which is fine', withPaths({ '/a': { get: { 'x-codeSamples': [{ foo: 1 }], responses: {} } } }), []],
    [
      'a security scheme that is not defined',
      withPaths({ '/a': { get: { security: [{ key: [] }], responses: {} } } }),
      ['error security-undefined api /paths/~1a/get/security/0/key'],
    ],
    [
      'a server variable that is not defined',
      withPaths({}, { servers: [{ url: 'https://{host}/' }] }),
      ['error no-undefined-server-variable api /servers/0/url'],
    ],
    [
      'required: true, reported once',
      withOldSchemas({ A: { type: 'object', properties: { a: { type: 'string', required: true } } } }),
      ['error schema-keyword-ignored api /components/schemas/A/properties/a/required'],
    ],
    [
      'no responses in 3.0, reported once',
      withPaths({ '/a': { get: {} } }, { openapi: '3.0.0' }),
      ['error responses-missing api /paths/~1a/get'],
    ],
    [
      'a request without a required property that only replies have, which is fine',
      withPaths({
        '/a': {
          post: {
            requestBody: { content: { 'application/json': { schema: oneWay, example: { name: 'x', password: 'y' } } } },
            responses: {},
          },
        },
      }),
      [],
    ],
    [
      'a reply without a required property that only requests have, which is fine',
      media({ schema: oneWay, example: { name: 'x', id: 1 } }),
      [],
    ],
    [
      'a reply without a property that replies have',
      media({ schema: oneWay, example: { name: 'x' } }),
      [`error example-invalid api ${mediaPointer}/example`],
    ],
    [
      'style: no tags, summaries, licence, servers or 4xx responses, which is fine',
      withPaths({ '/a_b/': { get: { responses: { 200: { description: '' } } } } }),
      [],
    ],
  ];
  test.each(cases)('%s', async (_, api, expected) => {
    expect(outline(await validate({ api }))).toEqual(expected);
  });

  test('problems of several files are in reading order, each with its location', async () => {
    const problems = await validate({
      'api.yaml': withSchemas({ A: { $ref: 'a.yaml' }, B: { type: 'string', example: 1 } }),
      'a.yaml': 'type: integer\nexample: x\n',
    });
    expect(outline(problems)).toEqual([
      'error example-invalid api.yaml /components/schemas/B/example',
      'error example-invalid a.yaml /example',
    ]);
  });
});

test('a duplicate key in JSON is reported at its second occurrence', async () => {
  const text =
    '{ "openapi": "3.1.0", "info": { "title": "a", "version": "1", "title": "b" },\n "paths": {}, "paths": {} }';
  expect(summary(await validate({ api: text }))).toEqual([
    'error duplicate-key api:1:63 /info/title',
    'error duplicate-key api:2:15 /paths',
  ]);
});

test('the linter reads and fetches nothing', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = originOf(server);
  try {
    const cwd = await folderOf({
      'api/api.json': media({
        schema: { type: 'string', externalDocs: { url: `${origin}/docs` } },
        examples: {
          a: { externalValue: `${origin}/value` },
          b: { externalValue: '../secret.json' },
          c: { value: { $ref: `${origin}/ref` } },
        },
      }),
      'secret.json': '1',
    });
    const problems = (await checkDescription('api/api.json', { cwd, allowRefs: [] })).problems;
    expect(problems.map(({ code }) => code)).toEqual(['example-invalid']);
    expect(asked).toEqual([]);
  } finally {
    server.close();
  }
});

test('a configuration of the linter in the working folder has no effect', async () => {
  const cwd = await folderOf({ 'api.json': withSchemas({ A: { type: 'string', example: 1 } }) });
  await writeFile(join(cwd, 'redocly.yaml'), 'rules: { struct: off, no-invalid-schema-examples: off }');
  await mkdir(join(cwd, 'plugins'));
  const problems = (await checkDescription('api.json', { cwd, allowRefs: [] })).problems;
  expect(problems.map(({ code }) => code)).toEqual(['example-invalid']);
});

test('names of members of Object.prototype are checked like any other', async () => {
  const names = ['hasOwnProperty', 'constructor', 'toString', '__proto__'];
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const good = Object.fromEntries(names.map((name) => [name, name]));
  const a = { type: 'object', required: names, properties, example: good };
  const b = { ...a, example: { ...good, hasOwnProperty: 1 } };
  const c = { $ref: '#/components/schemas/A/properties/toString' };
  const problems = await validate({ api: withSchemas({ A: a, B: b, C: c }) });
  expect(outline(problems)).toEqual(['error example-invalid api /components/schemas/B/example/hasOwnProperty']);
  expect(problems.map(({ message }) => message).join()).not.toMatch(/\u2060/);
});

test('a version without quotes is an error, and the rest is checked', async () => {
  const text = "openapi: 3.1\ninfo: { title: a, version: '1' }\npaths: { '/a/{b}': { get: {} } }\n";
  expect(outline(await validate({ api: text }))).toEqual([
    'error structure api /openapi',
    'error path-parameter-undeclared api /paths/~1a~1{b}/get',
  ]);
});

test('what is read in another way is reported once', async () => {
  const parameters = [{ name: 'a', in: 'query', type: 'string', required: 'yes' }];
  const responses = { 200: { description: 'ok', schema: { type: ['string', null] } } };
  const problems = await validate({ api: { ...withSchemas({}), paths: { '/a': { get: { parameters, responses } } } } });
  expect(outline(problems)).toEqual([
    'error parameter-outdated api /paths/~1a/get/parameters/0',
    'error structure api /paths/~1a/get/parameters/0/required',
    'error response-outdated api /paths/~1a/get/responses/200',
    'error schema-keyword-ignored api /paths/~1a/get/responses/200/schema/type',
  ]);
});

test('several circular references are reported, and checking continues', async () => {
  const self = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas = {
    A: self('A'),
    B: self('C'),
    C: self('B'),
    D: { items: self('A'), properties: { a: self('B'), b: self('A') } },
  };
  const cwd = await folderOf({ 'api.json': withSchemas(schemas) });
  const { problems } = await checkDescription('api.json', { cwd, allowRefs: [] });
  const codes = new Set(problems.map(({ code }) => code));
  expect(codes).toContain('ref-cycle');
  expect(codes).toContain('lint-incomplete');
});
