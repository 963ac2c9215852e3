import { describe, expect, test } from '@jest/globals';
import { at, folderOf, load, loadFrom, outline, plain, type Written, withPaths, withSchemas } from './temporary.js';

const ref = (to: string): object => ({ $ref: to });
const user = { type: 'object', properties: { name: { type: 'string' } } };

/** Pointer to the schema of a response of one operation. */
const reply = (schema: object): object => ({
  '/a': { get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } } },
});
const replySchema = '/paths/~1a/get/responses/200/content/application~1json/schema';

describe('references between files', () => {
  const cases: readonly [string, Written, { readonly [pointer: string]: unknown }][] = [
    [
      'a component that is a reference to another file is replaced by the definition',
      {
        'api.json': withSchemas({ User: ref('users.yaml#/schemas/User'), Team: ref('users.yaml#/schemas/Team') }),
        'users.yaml': {
          schemas: {
            User: user,
            Team: { properties: { lead: ref('#/schemas/User'), other: ref('users.yaml#/schemas/User') } },
          },
        },
      },
      {
        '/components/schemas': {
          User: user,
          Team: {
            properties: { lead: ref('#/components/schemas/User'), other: ref('#/components/schemas/User') },
          },
        },
      },
    ],
    [
      'a schema that no component names gets a separate component, named after its pointer',
      { 'api.json': withPaths(reply(ref('users.yaml#/schemas/User'))), 'users.yaml': { schemas: { User: user } } },
      { [replySchema]: ref('#/components/schemas/User'), '/components/schemas': { User: user } },
    ],
    [
      'a whole file is named after the file, and refers to itself as #',
      {
        'api.json': withPaths(reply(ref('./schemas/user.yaml'))),
        'schemas/user.yaml': {
          properties: { friend: ref('#'), pet: ref('pet.json'), name: ref('#/definitions/Name') },
          definitions: { Name: user },
        },
        'schemas/pet.json': { properties: { owner: ref('user.yaml') } },
      },
      {
        [replySchema]: ref('#/components/schemas/user'),
        '/components/schemas/user/properties': {
          friend: ref('#/components/schemas/user'),
          pet: ref('#/components/schemas/pet'),
          name: ref('#/components/schemas/Name'),
        },
        '/components/schemas/pet': { properties: { owner: ref('#/components/schemas/user') } },
      },
    ],
    [
      'different targets of one name get numbers, one target keeps one name',
      {
        'api.json': withSchemas({
          User: { type: 'string' },
          All: {
            anyOf: [ref('a.yaml#/User'), ref('b.yaml#/User'), ref('a.yaml#/User'), ref('#/components/schemas/User')],
          },
        }),
        'a.yaml': { User: { title: 'a' } },
        'b.yaml': { User: { title: 'b' } },
      },
      {
        '/components/schemas/All/anyOf': ['User_2', 'User_3', 'User_2', 'User'].map((name) =>
          ref(`#/components/schemas/${name}`),
        ),
        '/components/schemas/User_2': { title: 'a' },
        '/components/schemas/User_3': { title: 'b' },
      },
    ],
    [
      'chains of references end at the definition',
      {
        'api.json': withSchemas({ A: ref('a.yaml#/A') }),
        'a.yaml': { A: ref('b.yaml#/B') },
        'b.yaml': { B: ref('sub/c.yaml#/C') },
        'sub/c.yaml': { C: { title: 'c', properties: { again: ref('../a.yaml#/A') } } },
      },
      { '/components/schemas': { A: { title: 'c', properties: { again: ref('#/components/schemas/A') } } } },
    ],
    [
      'an alias of a component stays an alias',
      {
        'api.json': withSchemas({
          A: user,
          B: ref('#/components/schemas/A'),
          C: { items: ref('#/components/schemas/B') },
        }),
      },
      {
        '/components/schemas/B': ref('#/components/schemas/A'),
        '/components/schemas/C': { items: ref('#/components/schemas/B') },
      },
    ],
    [
      'two components of one target: the first is the definition, the second an alias',
      { 'api.json': withSchemas({ A: ref('x.yaml#/X'), B: ref('x.yaml#/X') }), 'x.yaml': { X: user } },
      { '/components/schemas': { A: user, B: ref('#/components/schemas/A') } },
    ],
    [
      'files refer back to the root document',
      {
        'api.json': withSchemas({ A: ref('x.yaml#/X'), Id: { type: 'string' } }),
        'x.yaml': { X: { items: ref('api.json#/components/schemas/Id') } },
      },
      { '/components/schemas/A': { items: ref('#/components/schemas/Id') } },
    ],
    [
      'path items are replaced by what they refer to, under any key and from any folder',
      {
        'api.json': withPaths({
          '/a': ref('paths/app.yaml#/paths/app'),
          '/b': ref('#/paths/~1c'),
          '/c': ref('paths/c.yaml'),
        }),
        'paths/app.yaml': {
          paths: { app: { get: { operationId: 'a', requestBody: ref('../bodies.yaml#/Body'), responses: {} } } },
        },
        'paths/c.yaml': { get: { summary: 'c', responses: {} } },
        'bodies.yaml': { Body: { content: { 'text/plain': { schema: ref('#/Text') } } }, Text: { type: 'string' } },
      },
      {
        '/paths/~1a/get/operationId': 'a',
        '/paths/~1a/get/requestBody': ref('#/components/requestBodies/Body'),
        '/paths/~1b/get/summary': 'c',
        '/paths/~1c/get/summary': 'c',
        '/components/requestBodies/Body/content/text~1plain/schema': ref('#/components/schemas/Text'),
      },
    ],
    [
      'parameters, responses, headers and examples of other files become components of their section',
      {
        'api.json': withPaths({
          '/a': {
            get: {
              parameters: [ref('parts.yaml#/limit')],
              responses: { 200: ref('parts.yaml#/ok') },
            },
          },
        }),
        'parts.yaml': {
          limit: { name: 'limit', in: 'query', schema: { type: 'integer' } },
          ok: {
            description: 'ok',
            headers: { 'x-rate': ref('#/rate') },
            content: { 'application/json': { examples: { one: ref('#/one') } } },
          },
          rate: { schema: { type: 'integer' } },
          one: { value: 1 },
        },
      },
      {
        '/paths/~1a/get/parameters/0': ref('#/components/parameters/limit'),
        '/paths/~1a/get/responses/200': ref('#/components/responses/ok'),
        '/components/responses/ok/headers/x-rate': ref('#/components/headers/rate'),
        '/components/headers/rate': { schema: { type: 'integer' } },
        '/components/examples/one': { value: 1 },
      },
    ],
    [
      'a reference where OpenAPI has none is replaced by what it leads to',
      {
        'api.json': {
          openapi: '3.1.0',
          info: { title: 'T', version: '1' },
          paths: ref('paths.yaml'),
          components: { schemas: ref('schemas/all.yaml') },
        },
        'paths.yaml': reply(ref('api.json#/components/schemas/User')),
        'schemas/all.yaml': { User: { ...user, required: ['name'] }, Team: ref('team.yaml') },
        'schemas/team.yaml': { items: ref('all.yaml#/User'), title: 'team' },
      },
      {
        [replySchema]: ref('#/components/schemas/User'),
        '/components/schemas': {
          User: { ...user, required: ['name'] },
          Team: { title: 'team', items: ref('#/components/schemas/User') },
        },
      },
    ],
    [
      "a discriminator's mapping follows its schemas",
      {
        'api.json': withSchemas({ Pet: ref('pets.yaml#/Pet'), Cat: ref('pets.yaml#/Cat') }),
        'pets.yaml': {
          Pet: {
            oneOf: [ref('#/Cat'), ref('#/Dog')],
            discriminator: { propertyName: 'kind', mapping: { cat: '#/Cat', dog: 'pets.yaml#/Dog', bird: 'Bird' } },
          },
          Cat: { title: 'cat' },
          Dog: { title: 'dog' },
        },
      },
      {
        '/components/schemas/Pet/discriminator/mapping': {
          cat: '#/components/schemas/Cat',
          dog: '#/components/schemas/Dog',
          bird: 'Bird',
        },
      },
    ],
    [
      'what is beside a reference is kept in a schema of 3.1',
      {
        'api.json': withSchemas({
          A: { properties: { b: { $ref: 'x.yaml#/B', description: 'other', maxLength: 3 } } },
        }),
        'x.yaml': { B: { type: 'string' } },
      },
      { '/components/schemas/A/properties/b': { $ref: '#/components/schemas/B', description: 'other', maxLength: 3 } },
    ],
    [
      'a component that describes what it refers to is the definition with that description',
      {
        'api.json': withSchemas({ A: { $ref: 'x.yaml#/X', description: 'ours' } }),
        'x.yaml': { X: { title: 'x', description: 'theirs' } },
      },
      { '/components/schemas': { A: { title: 'x', description: 'ours' } } },
    ],
  ];
  test.each(cases)('%s', async (_, files, expected) => {
    const { document, problems } = await load(files);
    expect(problems).toEqual([]);
    for (const [pointer, value] of Object.entries(expected)) expect(plain(at(document, pointer))).toEqual(value);
  });

  test('in 3.0 siblings of a reference are ignored with a warning, unless they describe the field', async () => {
    const schema = { $ref: '#/components/schemas/A', maxLength: 3, readOnly: true, description: 'kept' };
    const nullable = { $ref: '#/components/schemas/A', nullable: true };
    const api = withSchemas({ A: user, B: { properties: { a: schema, nullable } } }, { openapi: '3.0.3' });
    const { document, problems } = await load({ api });
    expect(plain(at(document, '/components/schemas/B/properties'))).toEqual({
      a: { $ref: '#/components/schemas/A', readOnly: true, description: 'kept' },
      nullable: { anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] },
    });
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['ref-siblings-ignored', '/components/schemas/B/properties/a/maxLength'],
      ['ref-siblings-ignored', '/components/schemas/B/properties/nullable/nullable'],
    ]);
  });

  test('the same files result in the same document', async () => {
    const files = {
      'api.json': withPaths(reply(ref('a.yaml#/A'))),
      'a.yaml': { A: { anyOf: [ref('b.yaml'), ref('c.yaml')] } },
      'b.yaml': user,
      'c.yaml': user,
    };
    const first = await load(files);
    const second = await load(files);
    expect(JSON.stringify(first.document?.root)).toBe(JSON.stringify(second.document?.root));
  });
});

describe('references inside the root document', () => {
  const cases: readonly [string, object, string, string][] = [
    ['a component', { type: 'string' }, '#/components/schemas/A', '#/components/schemas/A'],
    [
      'a part of a component',
      { properties: { b: {} } },
      '#/components/schemas/A/properties/b',
      '#/components/schemas/A/properties/b',
    ],
    [
      'a part of a component, escaped',
      { properties: { 'a/b~c': {} } },
      '#/components/schemas/A/properties/a~1b~0c',
      '#/components/schemas/A/properties/a~1b~0c',
    ],
    [
      'a part of a component, percent-encoded',
      { properties: { 'ä {b}': {} } },
      '#/components/schemas/A/properties/%C3%A4%20%7Bb%7D',
      '#/components/schemas/A/properties/ä {b}',
    ],
    [
      'a per cent sign',
      { properties: { '100%': {} } },
      '#/components/schemas/A/properties/100%25',
      '#/components/schemas/A/properties/100%25',
    ],
    ['a schema of an operation', {}, `#${replySchema}`, `#${replySchema}`],
    ['a schema in an extension, which becomes a component', {}, '#/x-schemas/X', '#/components/schemas/X'],
    ['a schema under a key of Swagger 2, which becomes a component', {}, '#/definitions/X', '#/components/schemas/X'],
    ['a list entry', { allOf: [{}, {}] }, '#/components/schemas/A/allOf/1', '#/components/schemas/A/allOf/1'],
    [
      'names of the prototype',
      { properties: { constructor: {} } },
      '#/components/schemas/A/properties/constructor',
      '#/components/schemas/A/properties/constructor',
    ],
  ];
  test.each(cases)('lead to %s', async (_, a, to, expected) => {
    const api = withSchemas(
      { A: a, B: { items: ref(to) } },
      { paths: reply({ title: 'r' }), 'x-schemas': { X: user }, definitions: { X: user } },
    );
    const { document, problems } = await load({ api });
    expect(problems).toEqual([]);
    expect(at(document, '/components/schemas/B/items/$ref')).toBe(expected);
  });

  test('a pointer may pass through a reference', async () => {
    const api = withSchemas({
      A: ref('#/components/schemas/C'),
      B: { items: ref('#/components/schemas/A/properties/name') },
      C: user,
    });
    const { document, problems } = await load({ api });
    expect(problems).toEqual([]);
    expect(at(document, '/components/schemas/B/items/$ref')).toBe('#/components/schemas/C/properties/name');
  });

  test('to `#` lead to the schema with an `$id` around, otherwise to the outermost', async () => {
    const kids = { items: ref('#') };
    const inner = { $id: 'https://example.com/inner', properties: { kids } };
    const api = withSchemas(
      { A: { properties: { kids, inner } }, File: ref('tree.json') },
      { paths: reply({ properties: { schema: { items: kids } } }) },
    );
    const { document, problems } = await load({ api, 'tree.json': { properties: { kids } } });
    expect(problems).toEqual([]);
    const target = (pointer: string) => at(document, `${pointer}/kids/items/$ref`);
    expect(target('/components/schemas/A/properties')).toBe('#/components/schemas/A');
    expect(target('/components/schemas/A/properties/inner/properties')).toBe('#/components/schemas/A/properties/inner');
    expect(target('/components/schemas/File/properties')).toBe('#/components/schemas/File');
    expect(at(document, `${replySchema}/properties/schema/items/items/$ref`)).toBe(`#${replySchema}`);
  });

  test('references to a parameter of another operation are resolved after parameters have moved, and use its name', async () => {
    const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } };
    const api = withPaths({
      '/a': { parameters: [limit], get: { responses: {} } },
      '/b': { get: { parameters: [ref('#/paths/~1a/parameters/0')], responses: {} } },
      '/c': {
        get: {
          parameters: [{ ...limit, name: 'size', schema: ref('#/paths/~1a/parameters/0/schema') }],
          responses: {},
        },
      },
    });
    const { document, problems } = await load({ api });
    expect(problems).toEqual([]);
    expect(plain(at(document, '/paths/~1b/get/parameters/0'))).toEqual(ref('#/components/parameters/limit'));
    expect(plain(at(document, '/components/parameters/limit'))).toEqual(limit);
    expect(plain(at(document, '/paths/~1c/get/parameters/0/schema'))).toEqual(ref('#/components/schemas/limit'));
  });
});

test('data is never read as a reference', async () => {
  const data = { $ref: 'nowhere.yaml#/x' };
  const schema = {
    type: 'object',
    properties: { $ref: { type: 'string' }, other: { properties: { $ref: { type: 'number' } } } },
    default: data,
    example: data,
    examples: [data],
    enum: [data],
    const: data,
    'x-thing': data,
  };
  const api = withSchemas(
    { A: schema },
    {
      paths: {
        '/a': {
          'x-thing': data,
          post: {
            requestBody: { content: { 'application/json': { example: data, examples: { one: { value: data } } } } },
            parameters: [{ name: 'a', in: 'query', example: data, schema: {} }],
            responses: { 200: { description: 'ok', 'x-thing': data } },
          },
        },
      },
      'x-thing': data,
    },
  );
  const { document, problems } = await load({ api });
  expect(problems).toEqual([]);
  expect(plain(at(document, '/components/schemas/A'))).toEqual(schema);
  expect(plain(at(document, '/paths'))).toEqual(plain(JSON.parse(JSON.stringify(api)).paths));
});

describe('invalid references', () => {
  const cases: readonly [string, Written, readonly string[], RegExp | undefined][] = [
    [
      'a missing component',
      { api: withSchemas({ A: ref('#/components/schemas/B') }) },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      undefined,
    ],
    [
      'a component in another case',
      { api: withSchemas({ User: {}, A: ref('#/components/schemas/user') }) },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      /Did you mean `#\/components\/schemas\/User`/,
    ],
    [
      'a misspelt component',
      { api: withSchemas({ User: {}, A: ref('#/components/schemas/Usr') }) },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      /Did you mean `#\/components\/schemas\/User`/,
    ],
    [
      'a missing file',
      { api: withSchemas({ A: ref('b.yaml') }) },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      undefined,
    ],
    [
      'a bare name',
      { api: withSchemas({ A: ref('B') }) },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      /#\/components\/schemas\/B/,
    ],
    [
      'an anchor',
      { api: withSchemas({ A: ref('#user') }) },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      /JSON pointer/,
    ],
    [
      'a place in another file',
      { api: withSchemas({ A: ref('b.yaml#/x') }), 'b.yaml': 'y: 1' },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      undefined,
    ],
    [
      'from another file',
      { api: withSchemas({ A: ref('b.yaml') }), 'b.yaml': 'items:\n  $ref: "#/x"' },
      ['error ref-unresolved b.yaml /items/$ref'],
      undefined,
    ],
    [
      "another file's # that means the root",
      { api: withSchemas({ A: ref('b.yaml'), C: {} }), 'b.yaml': 'items:\n  $ref: "#/components/schemas/C"' },
      ['error ref-unresolved b.yaml /items/$ref'],
      /api has such a node/,
    ],
    [
      'a text',
      { api: withSchemas({ A: ref('#/info/title') }) },
      ['error ref-invalid api /components/schemas/A/$ref'],
      undefined,
    ],
    [
      'a number as reference',
      { api: withSchemas({ A: { $ref: 5 } }) },
      ['error ref-invalid api /components/schemas/A/$ref'],
      undefined,
    ],
    [
      'itself',
      { api: withSchemas({ A: ref('#/components/schemas/A') }) },
      ['error ref-cycle api /components/schemas/A/$ref'],
      undefined,
    ],
    [
      'each other',
      { api: withSchemas({ A: ref('#/components/schemas/B'), B: ref('#/components/schemas/A') }) },
      ['error ref-cycle api /components/schemas/A/$ref', 'error ref-cycle api /components/schemas/B/$ref'],
      undefined,
    ],
    [
      'each other through files',
      { api: withSchemas({ A: ref('b.yaml') }), 'b.yaml': '$ref: api#/components/schemas/A' },
      ['error ref-cycle b.yaml /$ref'],
      undefined,
    ],
    [
      'a path item of itself',
      { api: withPaths({ '/a': ref('#/paths/~1a') }) },
      ['error ref-cycle api /paths/~1a/$ref'],
      undefined,
    ],
    [
      'media types of themselves, by way of what can only be copied',
      {
        api: withPaths(
          { '/a': { post: { requestBody: { content: ref('#/x-a') }, responses: {} } } },
          {
            'x-a': { 'a/b': { encoding: { part: { headers: { h: { content: ref('#/x-a') } } } } } },
          },
        ),
      },
      ['error ref-cycle api /x-a/a~1b/encoding/part/headers/h/content/$ref'],
      undefined,
    ],
    [
      'an unknown scheme',
      { api: withSchemas({ A: ref('ftp://host/x') }) },
      ['error ref-unresolved api /components/schemas/A/$ref'],
      undefined,
    ],
  ];
  test.each(cases)('%s', async (_, files, problems, hint) => {
    const loaded = await load(files);
    expect(outline(loaded.problems)).toEqual(problems);
    if (hint !== undefined) expect(loaded.problems[0]?.hint).toMatch(hint);
  });

  test('a broken file is reported once, in that file, however many references point to it', async () => {
    const { problems } = await load({
      api: withSchemas({ A: ref('b.yaml'), B: ref('b.yaml#/x') }),
      'b.yaml': 'a:\n  b: [1\nc: 2\n',
    });
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual(['yaml-syntax b.yaml']);
  });

  test('are all reported at once', async () => {
    const { problems } = await load({
      api: withSchemas({ A: ref('#/x'), B: { items: ref('y.yaml') }, C: { $ref: [] } }),
    });
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/components/schemas/A/$ref',
      '/components/schemas/B/items/$ref',
      '/components/schemas/C/$ref',
    ]);
  });
});

test('a path item may be used by its own callback', async () => {
  const item = { post: { callbacks: { done: { '{$request.body#/url}': ref('item.yaml') } }, responses: {} } };
  const cwd = await folderOf({ 'api.json': withPaths({ '/a': ref('item.yaml') }), 'item.yaml': item });
  const { document, problems } = await loadFrom(cwd, 'api.json');
  expect(problems).toEqual([]);
  expect(plain(at(document, '/paths/~1a/post/callbacks/done'))).toEqual({
    '{$request.body#/url}': ref('#/components/pathItems/item'),
  });
});
