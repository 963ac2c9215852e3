import type { Json, JsonObject } from '../../../src/schema/index.js';
import { documents, operations, type Row } from '../row.js';

const ok = { 204: { description: 'Done.' } };
const paths = { '/things': { get: { operationId: 'getThings', responses: ok } } };
const info = { title: 'Things', version: '1' };
const thing = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };
const content = { 'application/json': { schema: thing } };

const root = documents('OpenAPI Object, Info, Servers, Tags');
const security = documents('Security Scheme and Security Requirement Objects');
const reply = operations('Response, Header, Link and Example Objects');
const parameter = operations('Parameter Object');
const component = documents('Components and Reference Objects');

/** A response header, and what else its response has. */
const withHeader = (header: JsonObject): JsonObject => ({
  responses: { 200: { description: 'It.', headers: { 'X-Count': header }, content } },
});
const headerAt = ['responses', '200', 'headers', 'X-Count'];
const withExample = (example: JsonObject): JsonObject => ({
  responses: {
    200: { description: 'It.', content: { 'application/json': { schema: thing, examples: { one: example } } } },
  },
});
const exampleAt = ['responses', '200', 'content', 'application/json', 'examples', 'one'];
const withLink = (link: JsonObject): JsonObject => ({
  responses: { 200: { description: 'It.', links: { next: link }, content } },
});
const linkAt = ['responses', '200', 'links', 'next'];
const scheme = (fields: JsonObject): JsonObject => ({
  paths,
  security: [{ key: [] }],
  components: { securitySchemes: { key: fields } },
});
const schemeAt = ['components', 'securitySchemes', 'key'];
const described = (field: string, value: Json) =>
  root(
    `info, ${field}`,
    { info: { ...info, [field]: value }, paths },
    {
      at: ['info', field],
      yes: 'docs diff',
      docs: [typeof value === 'string' ? value : 'example.com'],
      diff: ['service-described'],
    },
  );

/** Fields for readers, and objects that are used by their name. */
export const textRows: readonly Row[] = [
  described('summary', 'Things in short.'),
  described('termsOfService', 'https://example.com/terms'),
  described('contact', { name: 'The team', url: 'https://example.com/contact', email: 'team@example.com' }),
  described('license', { name: 'Apache 2.0', url: 'https://example.com/license' }),
  root(
    'servers, description',
    { paths, servers: [{ url: 'https://a.example.com', description: 'Production' }] },
    { at: ['servers', '0', 'description'] },
  ),
  root(
    'servers, description of a variable',
    {
      paths,
      servers: [
        {
          url: 'https://{region}.example.com',
          variables: { region: { default: 'eu', description: 'Where it runs.' } },
        },
      ],
    },
    { at: ['servers', '0', 'variables', 'region', 'description'], yes: 'client', client: ['Where it runs.'] },
  ),
  security('description', scheme({ type: 'apiKey', in: 'header', name: 'X-Key', description: 'From the console.' }), {
    at: [...schemeAt, 'description'],
    yes: 'client',
    client: ['From the console.'],
  }),
  security('bearerFormat', scheme({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }), {
    at: [...schemeAt, 'bearerFormat'],
  }),
  security(
    'flows, scopes',
    {
      paths: { '/things': { get: { operationId: 'getThings', security: [{ key: ['read'] }], responses: ok } } },
      components: {
        securitySchemes: {
          key: {
            type: 'oauth2',
            flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: { read: 'Reading' } } },
          },
        },
      },
    },
    {
      at: ['paths', '/things', 'get', 'security', '0', 'key', '0'],
      yes: 'docs diff',
      docs: ['read'],
      diff: ['security-tightened'],
    },
  ),
  reply('headers, required', withHeader({ required: true, schema: { type: 'integer' } }), {
    at: [...headerAt, 'required'],
    yes: 'types',
    types: ['"X-Count": number'],
  }),
  reply('headers, deprecated', withHeader({ deprecated: true, schema: { type: 'integer' } }), {
    at: [...headerAt, 'deprecated'],
    yes: 'types',
    types: ['@deprecated'],
  }),
  reply('headers, explode', withHeader({ explode: true, schema: thing }), { at: [...headerAt, 'explode'] }),
  reply('headers, content', withHeader({ content }), {
    at: [...headerAt, 'content'],
    yes: 'types client diff',
    types: ['"X-Count"?: { a: string'],
    client: ["'X-Count': 'json'"],
    diff: ['type-changed'],
  }),
  reply('headers, $ref', withHeader({ $ref: '#/components/headers/count' }), {
    rest: { components: { headers: { count: { schema: { type: 'integer' } } } } },
    at: ['', 'components', 'headers', 'count', 'schema'],
    yes: 'types client diff',
    types: ['"X-Count"?: number'],
    client: ["'X-Count': 'number'"],
    diff: ['type-changed'],
  }),
  reply('links, operationRef', withLink({ operationRef: '#/paths/~1things/get' }), {
    at: [...linkAt, 'operationRef'],
    yes: 'docs',
    docs: ['next'],
  }),
  reply('links, description', withLink({ operationId: 'callIt', description: 'What follows.' }), {
    at: [...linkAt, 'description'],
    yes: 'docs',
    docs: ['What follows.'],
  }),
  reply('links, parameters', withLink({ operationId: 'callIt', parameters: { id: '$response.body#/a' } }), {
    at: [...linkAt, 'parameters'],
  }),
  reply('links, $ref', withLink({ $ref: '#/components/links/next' }), {
    rest: { components: { links: { next: { operationId: 'callIt', description: 'What follows.' } } } },
    at: ['', 'components', 'links', 'next', 'description'],
    yes: 'docs',
    docs: ['What follows.'],
  }),
  reply('examples, summary', withExample({ summary: 'The red one', value: { a: 'red' } }), {
    at: [...exampleAt, 'summary'],
  }),
  reply('examples, description', withExample({ description: 'It is red.', value: { a: 'red' } }), {
    at: [...exampleAt, 'description'],
  }),
  reply('examples, $ref', withExample({ $ref: '#/components/examples/one' }), {
    rest: { components: { examples: { one: { value: { a: 'red' } } } } },
    at: ['', 'components', 'examples', 'one', 'value'],
    yes: 'mock diff',
    mock: [['GET /things', 200, { headers: { prefer: 'example=one' } }]],
    diff: ['examples-changed'],
  }),
  parameter(
    'examples, $ref',
    {
      parameters: [
        {
          name: 'color',
          in: 'query',
          schema: { type: 'string' },
          examples: { one: { $ref: '#/components/examples/one' } },
        },
      ],
    },
    {
      rest: { components: { examples: { one: { value: 'vermilion' } } } },
      at: ['', 'components', 'examples', 'one', 'value'],
      yes: 'client docs diff',
      client: ['vermilion'],
      docs: ['vermilion'],
      diff: ['examples-changed'],
    },
  ),
  component(
    'callbacks, $ref',
    {
      paths: {
        '/things': {
          post: {
            operationId: 'makeThing',
            callbacks: { made: { $ref: '#/components/callbacks/made' } },
            responses: ok,
          },
        },
      },
      components: {
        callbacks: { made: { '{$request.query.url}': { post: { requestBody: { content }, responses: ok } } } },
      },
    },
    {
      at: ['paths', '/things', 'post', 'callbacks'],
      yes: 'types docs diff',
      types: ['Made'],
      docs: ['made'],
      diff: ['callback-added'],
    },
  ),
  component(
    'securitySchemes, $ref',
    {
      paths,
      security: [{ key: [] }],
      components: {
        securitySchemes: {
          key: { $ref: '#/components/securitySchemes/other' },
          other: { type: 'apiKey', in: 'header', name: 'X-Key' },
        },
      },
    },
    {
      at: ['security'],
      yes: 'client mock diff',
      client: ["'X-Key'"],
      mock: [
        ['GET /things', 401],
        ['GET /things', 204, { headers: { 'X-Key': 'a' } }],
      ],
      diff: ['security-tightened'],
    },
  ),
  component(
    'description, beside $ref',
    {
      paths: {
        '/things': {
          get: {
            operationId: 'getThings',
            parameters: [{ $ref: '#/components/parameters/limit', description: 'How many things.' }],
            responses: ok,
          },
        },
      },
      components: {
        parameters: { limit: { name: 'limit', in: 'query', description: 'How many.', schema: { type: 'integer' } } },
      },
    },
    {
      at: ['paths', '/things', 'get', 'parameters', '0', 'description'],
      yes: 'types docs diff',
      types: ['How many things.'],
      docs: ['How many things.'],
      diff: ['operation-described'],
    },
  ),
];
