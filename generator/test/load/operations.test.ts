import { describe, expect, test } from '@jest/globals';
import { at, load, outline, plain, withPaths } from './temporary.js';

const parameter = (name: string, place: string, more: object = {}): object => ({
  name,
  in: place,
  ...(place === 'path' ? { required: true } : {}),
  schema: { type: 'string' },
  ...more,
});
const responses = { 200: { description: 'ok' } };

describe('a parameter of a path item', () => {
  test('is added to each operation, after its own', async () => {
    const { document, problems } = await load({
      'api.json': withPaths({
        '/a/{id}': {
          summary: 'all',
          description: 'for all',
          servers: [{ url: 'https://example.com' }],
          parameters: [parameter('id', 'path'), parameter('q', 'query', { description: 'shared' })],
          get: { responses, parameters: [parameter('page', 'query')] },
          put: { responses, summary: 'own', servers: [] },
        },
      }),
    });
    expect(problems).toEqual([]);
    expect(plain(at(document, '/paths/~1a~1{id}'))).toMatchObject({
      get: {
        summary: 'all',
        description: 'for all',
        servers: [{ url: 'https://example.com' }],
        parameters: [{ name: 'page' }, { name: 'id' }, { name: 'q' }],
      },
      put: { summary: 'own', servers: [], parameters: [{ name: 'id' }, { name: 'q' }] },
    });
    expect(at(document, '/paths/~1a~1{id}/parameters')).toBeUndefined();
    expect(document?.locate('/paths/~1a~1{id}/get/parameters/2/name')?.pointer).toBe(
      '/paths/~1a~1{id}/parameters/1/name',
    );
    expect(document?.locate('/paths/~1a~1{id}/put/description')?.pointer).toBe('/paths/~1a~1{id}/description');
  });

  test('is overridden by a parameter of the same name and location, with references resolved', async () => {
    const { document, problems } = await load({
      'api.json': withPaths(
        {
          '/a': {
            parameters: [{ $ref: '#/components/parameters/Q' }, parameter('q', 'header'), parameter('X-A', 'header')],
            get: {
              responses,
              parameters: [parameter('q', 'query', { description: 'own' }), parameter('x-a', 'header')],
            },
          },
        },
        { components: { parameters: { Q: parameter('q', 'query', { description: 'shared' }) } } },
      ),
    });
    expect(problems).toEqual([]);
    expect(plain(at(document, '/paths/~1a/get/parameters'))).toMatchObject([
      { name: 'q', in: 'query', description: 'own' },
      { name: 'x-a', in: 'header' },
      { name: 'q', in: 'header' },
    ]);
  });

  test('is added to webhooks too', async () => {
    const { document } = await load({
      'api.json': withPaths({}, { webhooks: { w: { parameters: [parameter('q', 'query')], post: { responses } } } }),
    });
    expect(plain(at(document, '/webhooks/w/post/parameters/0/name'))).toBe('q');
  });
});

describe('faults of an operation are reported', () => {
  const get = (more: object): object => ({ get: { responses, ...more } });
  const cases: readonly [string, object, readonly string[]][] = [
    [
      'a path parameter that is not declared',
      withPaths({ '/a/{id}/{other}': get({ parameters: [parameter('id', 'path')] }) }),
      ['warning path-parameter-undeclared api /paths/~1a~1{id}~1{other}/get'],
    ],
    [
      'a path parameter that is not in the path',
      withPaths({ '/a': get({ parameters: [parameter('id', 'path')] }) }),
      ['warning path-parameter-unused api /paths/~1a/get/parameters/0'],
    ],
    [
      'a path parameter that is optional',
      withPaths({ '/a/{id}': get({ parameters: [{ name: 'id', in: 'path', schema: {} }] }) }),
      ['warning path-parameter-optional api /paths/~1a~1{id}/get/parameters/0'],
    ],
    [
      'a parameter twice',
      withPaths({ '/a': get({ parameters: [parameter('q', 'query'), parameter('q', 'query')] }) }),
      ['warning parameter-duplicate api /paths/~1a/get/parameters/1'],
    ],
    [
      'a parameter without a name',
      withPaths({ '/a': get({ parameters: [{ in: 'query' }] }) }),
      ['warning parameter-invalid api /paths/~1a/get/parameters/0'],
    ],
    [
      'a parameter without a place',
      withPaths({ '/a': get({ parameters: [{ name: 'q' }] }) }),
      ['warning parameter-invalid api /paths/~1a/get/parameters/0'],
    ],
    [
      'parameters of Swagger 2',
      withPaths({
        '/a': {
          parameters: [
            { name: 'b', in: 'body' },
            { name: 'c', in: 'query', type: 'string' },
          ],
          ...get({}),
        },
      }),
      [
        'warning parameter-outdated api /paths/~1a/parameters/0',
        'warning parameter-outdated api /paths/~1a/parameters/1',
      ],
    ],
    [
      'an operationId twice',
      withPaths({ '/a': get({ operationId: 'x' }), '/b': get({ operationId: 'x' }) }),
      ['warning operation-id-duplicate api /paths/~1b/get/operationId'],
    ],
    [
      'an operationId that is not a string',
      withPaths({ '/a': get({ operationId: 5 }) }),
      ['warning operation-id-invalid api /paths/~1a/get/operationId'],
    ],
    [
      'no responses in 3.0',
      withPaths({ '/a': { get: {} } }, { openapi: '3.0.3' }),
      ['warning responses-missing api /paths/~1a/get'],
    ],
    ['no responses in 3.1, which is fine', withPaths({ '/a': { get: {} } }), []],
    ['a path without a slash', withPaths({ a: get({}) }), ['warning path-without-slash api /paths/a']],
    [
      'a security scheme that is not defined',
      withPaths({ '/a': get({ security: [{}, { key: [] }] }) }, { security: [{ token: [] }] }),
      [
        'warning security-undefined api /paths/~1a/get/security/1/key',
        'warning security-undefined api /security/0/token',
      ],
    ],
    [
      'the whole query as one parameter, of 3.2',
      withPaths({ '/a': get({ parameters: [{ name: 'q', in: 'querystring', content: {} }] }) }),
      ['warning structure-ignored api /paths/~1a/get/parameters/0'],
    ],
    ['an extension among the paths, which is fine', withPaths({ 'x-a': { get: 5 } }), []],
    [
      'an operation that is not an object',
      withPaths({ '/a': { get: 'x' } }),
      ['error structure-invalid api /paths/~1a/get'],
    ],
    ['a path item that is not an object', withPaths({ '/a': [] }), ['error structure-invalid api /paths/~1a']],
    ['paths that are not an object', withPaths([]), ['error structure-invalid api /paths']],
    [
      'parameters that are not a list',
      withPaths({ '/a': get({ parameters: {} }) }),
      ['error structure-invalid api /paths/~1a/get/parameters'],
    ],
    ['an empty operation', withPaths({ '/a': { get: null } }), ['warning structure-ignored api /paths/~1a/get']],
    ['no paths in 3.0', { openapi: '3.0.0', info: { title: 't', version: '1' } }, ['warning paths-missing api ']],
    [
      'no paths in 3.1 beside components, which is fine',
      { openapi: '3.1.0', info: { title: 't', version: '1' }, components: {} },
      [],
    ],
    [
      'no paths, webhooks or components in 3.1',
      { openapi: '3.1.0', info: { title: 't', version: '1' } },
      ['warning paths-missing api '],
    ],
    ['no info', { openapi: '3.1.0', paths: {} }, ['warning info-missing api ']],
    [
      'no title',
      { openapi: '3.1.0', info: { version: 1 }, paths: {} },
      ['warning info-incomplete api /info', 'warning info-incomplete api /info/version'],
    ],
  ];
  test.each(cases)('%s', async (_, api, problems) => {
    expect(outline((await load({ api })).problems)).toEqual(problems);
  });

  test('invalid methods and statuses are reported', async () => {
    const { problems } = await load({
      'api.json': withPaths({
        '/a': { frob: {}, 'x-own': {}, get: { responses: { ok: {}, Default: {}, '2xx': { description: 'ok' } } } },
      }),
    });
    expect(outline(problems)).toEqual([
      'warning structure-ignored api.json /paths/~1a/frob',
      'warning structure-ignored api.json /paths/~1a/get/responses/ok',
      'warning structure-ignored api.json /paths/~1a/get/responses/Default',
    ]);
  });

  test('body, form and other parameters of Swagger 2 are converted', async () => {
    const old = [
      { name: 'ids', in: 'query', type: 'array', items: { type: 'integer' }, collectionFormat: 'multi' },
      { name: 'photo', in: 'formData', type: 'file', required: true },
      { name: 'note', in: 'formData', type: 'string', maxLength: 5 },
    ];
    const body = { name: 'pet', in: 'body', required: true, schema: { type: 'object' } };
    const api = withPaths({
      '/form': { post: { parameters: old, responses } },
      '/body': { post: { parameters: [body], responses } },
    });
    const { document } = await load({ 'api.json': api });
    const form = {
      type: 'object',
      properties: { photo: { type: 'string', format: 'binary' }, note: { type: 'string', maxLength: 5 } },
      required: ['photo'],
    };
    expect(plain(at(document, '/paths/~1form/post'))).toMatchObject({
      parameters: [{ name: 'ids', explode: true, schema: { type: 'array', items: { type: 'integer' } } }],
      requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } },
    });
    expect(plain(at(document, '/paths/~1body/post'))).toEqual({
      requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
      responses,
    });
    expect(document?.locate('/paths/~1form/post/requestBody')?.pointer).toBe('/paths/~1form/post/parameters/1');
  });

  test('a response of Swagger 2 becomes JSON', async () => {
    const old = { description: 'ok', schema: { $ref: '#/components/schemas/A' } };
    const api = withPaths({ '/a': { get: { responses: { 200: old } } } }, { components: { schemas: { A: {} } } });
    const { document, problems } = await load({ 'api.json': api });
    expect(outline(problems)).toEqual(['warning response-outdated api.json /paths/~1a/get/responses/200']);
    expect(plain(at(document, '/paths/~1a/get/responses/200'))).toEqual({
      description: 'ok',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
    });
  });

  test('what a reference with another description refers to is converted too', async () => {
    const referring = (section: string): object => ({ $ref: `#/components/${section}/A`, description: 'Other.' });
    const components = {
      parameters: { A: { name: 'ids', in: 'query', type: 'integer' } },
      responses: { A: { description: 'ok', schema: { type: 'integer' } } },
    };
    const operation = { parameters: [referring('parameters')], responses: { 200: referring('responses') } };
    const { document } = await load({ 'api.json': withPaths({ '/a': { get: operation } }, { components }) });
    expect(plain(at(document, '/components/parameters/A'))).toMatchObject({ schema: { type: 'integer' } });
    expect(plain(at(document, '/components/responses/A'))).toMatchObject({
      content: { 'application/json': { schema: { type: 'integer' } } },
    });
  });

  test('an undeclared path parameter is added, an unused one is removed', async () => {
    const { document } = await load({
      'api.json': withPaths({ '/a/{id}': get({ parameters: [parameter('other', 'path'), parameter('q', 'query')] }) }),
    });
    expect(plain(at(document, '/paths/~1a~1{id}/get/parameters'))).toEqual([
      parameter('q', 'query'),
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ]);
  });
});

const contradiction = 'warning schema-contradiction api /components/schemas/A';

describe('faults of a schema are reported, and omitted where any value is valid', () => {
  const cases: readonly [string, unknown, readonly string[], unknown][] = [
    [
      'required: true',
      { required: true, title: 'a' },
      ['warning schema-keyword-ignored api /components/schemas/A/required'],
      { title: 'a' },
    ],
    [
      'required that is a text',
      { required: 'a' },
      ['warning schema-keyword-ignored api /components/schemas/A/required'],
      {},
    ],
    [
      'required with a number',
      { required: ['a', 1] },
      ['warning schema-keyword-ignored api /components/schemas/A/required'],
      { required: ['a'] },
    ],
    [
      'type: file',
      { type: 'file' },
      ['warning schema-keyword-ignored api /components/schemas/A/type'],
      { type: 'string', format: 'binary' },
    ],
    [
      'types with other names',
      { properties: { a: { type: 'Integer' }, b: { type: ['bool', 'null'] } } },
      ['a', 'b'].map((name) => `warning schema-keyword-ignored api /components/schemas/A/properties/${name}/type`),
      { properties: { a: { type: 'integer' }, b: { type: ['boolean', 'null'] } } },
    ],
    [
      'parts that forbid the fields of the others',
      { allOf: [{ properties: { a: {} }, additionalProperties: false }, { properties: { b: {} } }] },
      [contradiction],
      { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
    ],
    [
      'a schema that forbids the fields of its parts',
      { allOf: [{ properties: { a: {} } }], properties: { b: {} }, additionalProperties: false },
      [contradiction],
      { allOf: [{ properties: { a: {} } }], properties: { b: {} }, unevaluatedProperties: false },
    ],
    [
      'a required property that is not defined',
      { properties: { name: {} }, required: ['name', 'nmae'] },
      ['warning required-undefined api /components/schemas/A/required'],
      { properties: { name: {} }, required: ['name', 'nmae'] },
    ],
    [
      'required properties that another part may define',
      { allOf: [{ properties: { name: {} }, required: ['id'] }], additionalProperties: {} },
      [],
      { allOf: [{ properties: { name: {} }, required: ['id'] }], additionalProperties: {} },
    ],
    [
      'a required property that schemas derived from it define',
      { properties: { next: { allOf: [{ $ref: '#/components/schemas/A' }] } }, required: ['items'] },
      [],
      { properties: { next: { allOf: [{ $ref: '#/components/schemas/A' }] } }, required: ['items'] },
    ],
    ['type: any', { type: 'any' }, ['warning schema-keyword-ignored api /components/schemas/A/type'], {}],
    [
      'an unknown type in a list',
      { type: ['string', 'odd'] },
      ['warning schema-keyword-ignored api /components/schemas/A/type'],
      {},
    ],
    ['enum that is not a list', { enum: 'a' }, ['warning schema-keyword-ignored api /components/schemas/A/enum'], {}],
    [
      'properties that are a list',
      { properties: [] },
      ['warning structure-ignored api /components/schemas/A/properties'],
      {},
    ],
    [
      'an empty property',
      { properties: { a: null } },
      ['warning structure-ignored api /components/schemas/A/properties/a'],
      { properties: { a: {} } },
    ],
    ['allOf that is an object', { allOf: {} }, ['warning structure-ignored api /components/schemas/A/allOf'], {}],
    [
      'items that are a text',
      { items: 'string' },
      ['error structure-invalid api /components/schemas/A/items'],
      undefined,
    ],
    [
      'items that are a list of one',
      { items: [{ type: 'string' }] },
      ['warning schema-keyword-ignored api /components/schemas/A/items'],
      { items: { type: 'string' } },
    ],
    [
      'items that are a list',
      { items: [{ type: 'string' }, {}] },
      ['warning schema-keyword-ignored api /components/schemas/A/items'],
      { items: true, prefixItems: [{ type: 'string' }, {}] },
    ],
    ['a text', 'string', ['error structure-invalid api /components/schemas/A'], undefined],
    ['true, which is fine', true, [], true],
    ['unknown keywords, which are allowed', { foo: 1 }, [], { foo: 1 }],
    [
      'a dynamic reference to nothing',
      { $dynamicRef: '#x' },
      ['warning schema-keyword-ignored api /components/schemas/A/$dynamicRef'],
      { $dynamicRef: '#x' },
    ],
    [
      'a node that requires a node',
      { type: 'object', required: ['next', 'a'], properties: { next: { $ref: '#/components/schemas/A' }, a: {} } },
      [contradiction],
      { type: 'object', required: ['a'], properties: { next: { $ref: '#/components/schemas/A' }, a: {} } },
    ],
    [
      'a list of at least one of itself, behind a choice',
      {
        type: 'object',
        required: ['next'],
        properties: {
          next: {
            oneOf: [{ minItems: 1, items: { $ref: '#/components/schemas/A' } }, { $ref: '#/components/schemas/A' }],
          },
        },
      },
      [contradiction],
      expect.objectContaining({ required: [] }),
    ],
    [
      'a list of itself that may be empty',
      {
        type: 'object',
        required: ['next'],
        properties: { next: { type: 'array', items: { $ref: '#/components/schemas/A' } } },
      },
      [],
      'as written',
    ],
    [
      'parts of different types',
      { allOf: [{ type: 'string' }, { type: ['integer', 'null'] }] },
      [contradiction],
      'as written',
    ],
    ['parts of numbers', { allOf: [{ type: 'number' }, { type: 'integer' }] }, [], 'as written'],
    [
      'a pattern of another language',
      { type: 'string', pattern: '([a-z' },
      ['warning schema-keyword-ignored api /components/schemas/A/pattern'],
      'as written',
    ],
    [
      'a pattern beyond engines',
      { pattern: 'a'.repeat(20_000) },
      ['warning schema-keyword-ignored api /components/schemas/A/pattern'],
      'as written',
    ],
    ['an enum without values', { enum: [] }, ['warning schema-keyword-ignored api /components/schemas/A/enum'], {}],
    ['texts for an object', { type: 'object', enum: ['a'] }, [`${contradiction}/enum`], { enum: ['a'] }],
    [
      'texts for a list',
      { type: 'array', items: { type: 'string' }, enum: ['a'] },
      [`${contradiction}/enum`],
      { type: 'array', items: { type: 'string', enum: ['a'] } },
    ],
    [
      'one value of another type',
      { type: ['string', 'null'], enum: ['a', null, {}] },
      [`${contradiction}/enum`],
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [
      'booleans in quotes',
      { type: 'boolean', enum: ['true'] },
      [`${contradiction}/enum`],
      { type: 'boolean', enum: [true] },
    ],
    [
      'a constant of another type',
      { type: 'integer', const: 'a' },
      ['warning schema-keyword-ignored api /components/schemas/A/type'],
      { const: 'a' },
    ],
    [
      'a branch that is the schema itself',
      { oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/A' }] },
      [contradiction],
      { oneOf: [{ type: 'string' }] },
    ],
    [
      'an allOf of itself',
      { type: 'object', allOf: [{ $ref: '#/components/schemas/A' }] },
      [contradiction],
      { type: 'object' },
    ],
  ];
  test.each(cases)('%s', async (_, schema, expected, wanted) => {
    const api = withPaths({}, { components: { schemas: { A: schema } } });
    const { document, problems } = await load({ api });
    expect(outline(problems)).toEqual(expected);
    expect(plain(at(document, '/components/schemas/A'))).toEqual(wanted === 'as written' ? schema : wanted);
  });

  test('a schema in a response is treated like a named one', async () => {
    const schema = { allOf: [{ properties: { a: {} }, additionalProperties: false }, { properties: { b: {} } }] };
    const content = { 'application/json': { schema } };
    const { problems } = await load({
      'api.json': withPaths({ '/a': { get: { responses: { 200: { description: 'ok', content } } } } }),
    });
    const place = '/paths/~1a/get/responses/200/content/application~1json/schema';
    expect(outline(problems)).toEqual([`warning schema-contradiction api.json ${place}`]);
  });
});
