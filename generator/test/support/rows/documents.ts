import { METHODS } from '../../../src/load/document.js';
import { documents, operations, type Row } from '../row.js';

const ok = { 204: { description: 'Done.' } };
const getThing = { '/things': { get: { operationId: 'getThings', responses: ok } } };
const paths = getThing;
const apiKey = { key: { type: 'apiKey', in: 'header', name: 'X-Key' } };
const schemes = (scheme: object) => ({
  paths,
  security: [{ key: [] }],
  components: { securitySchemes: { key: { ...scheme } } },
});

const root = documents('OpenAPI Object, Info, Servers, Tags');
const security = documents('Security Scheme and Security Requirement Objects');
const item = documents('Paths and Path Item Objects');
const operation = operations('Operation Object');
const instant = { type: 'string', format: 'date-time' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const things = { type: 'object', properties: { a: { type: 'string' } } };

export const documentRows: readonly Row[] = [
  root(
    'openapi',
    { openapi: '3.0.0', paths },
    {
      openapi: '3.0',
      at: ['openapi'],
      yes: 'types client mock docs',
      types: ['export'],
      client: ['getThings'],
      docs: ['getThings'],
      mock: [['GET /things', 204]],
      note: '3.0 and 3.1; a later 3.x is read as 3.1 with a warning. Of 3.2, the method `query` is supported.',
    },
  ),
  root(
    'openapi, 2.0',
    { openapi: '2.0', paths },
    { at: ['openapi'], problems: ['error version-unsupported /openapi'] },
  ),
  root(
    'info',
    { info: { title: 'My things', version: '2', description: 'All about things.' }, paths },
    {
      at: ['info', 'description'],
      yes: 'docs client diff',
      client: ['things'],
      docs: ['All about things.'],
      diff: ['service-described'],
    },
  ),
  root(
    'jsonSchemaDialect',
    { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base', paths },
    { at: ['jsonSchemaDialect'], yes: 'client', client: ['getThings'] },
  ),
  root(
    'servers',
    { paths, servers: [{ url: 'https://api.example.com/v1' }] },
    {
      at: ['servers'],
      yes: 'client mock diff',
      client: ['https://api.example.com/v1'],

      mock: [
        ['GET /v1/things', 204],
        ['GET /v2/things', 404],
      ],
      diff: ['server-changed'],
    },
  ),
  root(
    'servers, several',
    { paths, servers: [{ url: 'https://a.example.com' }, { url: 'https://b.example.com', description: 'Test' }] },
    { at: ['servers', '1'], yes: 'client diff', diff: ['service-described'], client: ['https://b.example.com'] },
  ),
  root(
    'servers, with variables',
    {
      paths,
      servers: [{ url: 'https://{region}.example.com', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } }],
    },
    {
      at: ['servers', '0', 'variables', 'region', 'enum'],
      yes: 'client diff',
      client: ["'us'"],
      diff: ['address-removed'],
    },
  ),
  root(
    'tags',
    {
      paths: { '/things': { get: { operationId: 'getThings', tags: ['things'], responses: ok } } },
      tags: [{ name: 'things', description: 'About things.' }],
    },
    {
      at: ['tags'],
      yes: 'client docs diff',
      client: ['getThings'],
      docs: ['About things.'],
      diff: ['service-described'],
    },
  ),
  root(
    'externalDocs',
    { paths, externalDocs: { url: 'https://example.com/more', description: 'More' } },
    { at: ['externalDocs'], yes: 'docs diff', docs: ['https://example.com/more'], diff: ['service-described'] },
  ),
  root(
    'tags, externalDocs',
    {
      paths: { '/things': { get: { operationId: 'getThings', tags: ['things'], responses: ok } } },
      tags: [{ name: 'things', externalDocs: { url: 'https://example.com/more' } }],
    },
    {
      at: ['tags', '0', 'externalDocs'],
      yes: 'docs diff',
      docs: ['https://example.com/more'],
      diff: ['service-described'],
    },
  ),
  root(
    'components, unused',
    { paths, components: { schemas: { Unused: things } } },
    {
      at: ['components', 'schemas', 'Unused'],
      yes: 'types docs diff',
      types: ['interface Unused'],
      docs: ['Unused'],
      diff: ['type-added'],
    },
  ),
  root(
    'webhooks',
    {
      paths,
      webhooks: {
        thingMade: { post: { requestBody: { content: { 'application/json': { schema: things } } }, responses: ok } },
      },
    },
    {
      at: ['webhooks'],
      yes: 'types docs diff',
      types: ['ThingMade'],

      docs: ['thingMade'],
      diff: ['webhook-added'],
    },
  ),
  root(
    'webhooks, without paths',
    {
      webhooks: {
        thingMade: { post: { requestBody: { content: { 'application/json': { schema: things } } }, responses: ok } },
      },
    },
    {
      at: ['webhooks', 'thingMade', 'post', 'requestBody'],
      yes: 'types diff',
      diff: ['event-content-changed'],
      types: ['ThingMade'],
    },
  ),
  root('x-, extensions', { paths, 'x-internal': true }, { at: ['x-internal'] }),

  item(
    'paths',
    { paths },
    {
      at: ['paths', '/things', 'get'],
      yes: 'client mock docs diff',
      client: ["path: '/things'"],
      docs: ['`GET /things`'],
      mock: [
        ['GET /things', 204],
        ['GET /other', 404],
      ],
      diff: ['operation-added'],
    },
  ),
  item(
    'paths, with a template',
    {
      paths: {
        '/things/{id}': {
          get: {
            operationId: 'getThing',
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            responses: ok,
          },
        },
      },
    },
    {
      at: ['paths', '/things/{id}', 'get'],
      yes: 'client mock docs diff',
      client: ['/things/{id}'],
      docs: ['/things/{id}'],
      mock: [['GET /things/1', 204]],
      diff: ['operation-added'],
    },
  ),
  item(
    'summary',
    { paths: { '/things': { summary: 'Things at large', get: { operationId: 'getThings', responses: ok } } } },
    {
      at: ['paths', '/things', 'summary'],
      yes: 'client docs diff',
      client: ['Things at large'],
      docs: ['Things at large'],
      diff: ['operation-described'],
    },
  ),
  item(
    'description',
    { paths: { '/things': { description: 'Things at length.', get: { operationId: 'getThings', responses: ok } } } },
    {
      at: ['paths', '/things', 'description'],
      yes: 'client docs diff',
      client: ['Things at length.'],
      docs: ['Things at length.'],
      diff: ['operation-described'],
    },
  ),
  item(
    'parameters',
    {
      paths: {
        '/things': {
          parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
          get: { operationId: 'getThings', responses: ok },
        },
      },
    },
    {
      at: ['paths', '/things', 'parameters'],
      yes: 'types client mock docs diff',
      types: ['limit?: number'],
      client: ["name: 'limit'"],
      docs: ['`limit`'],
      mock: [
        ['GET /things?limit=1', 204],
        ['GET /things?limit=a', 400],
      ],
      diff: ['parameter-added'],
    },
  ),
  item(
    'servers',
    {
      paths: {
        '/things': {
          servers: [{ url: 'https://other.example.com' }],
          get: { operationId: 'getThings', responses: ok },
        },
      },
    },
    {
      at: ['paths', '/things', 'servers'],
      yes: 'client diff',
      client: ['https://other.example.com'],
      diff: ['server-changed'],
    },
  ),
  item(
    '$ref',
    {
      paths: { '/things': { $ref: '#/components/pathItems/things' } },
      components: { pathItems: { things: { get: { operationId: 'getThings', responses: ok } } } },
    },
    {
      at: ['paths', '/things'],
      yes: 'client mock docs diff',
      client: ['getThings'],
      docs: ['getThings'],
      mock: [['GET /things', 204]],
      diff: ['operation-added'],
    },
  ),
  ...METHODS.filter((method) => method !== 'trace').map((method) =>
    item(
      method,
      { paths: { '/things': { [method]: { operationId: 'callIt', responses: ok } } } },
      {
        at: ['paths', '/things', method],
        yes: 'client mock docs diff',
        client: [`'${method.toUpperCase()}'`],
        docs: [`\`${method.toUpperCase()} /things\``],
        mock: [[`${method.toUpperCase()} /things`, 204]],
        diff: ['operation-added'],
      },
    ),
  ),
  item(
    'trace',
    {
      paths: { '/things': { trace: { operationId: 'traceIt', responses: ok } }, ...{ '/others': getThing['/things'] } },
    },
    {
      at: ['paths', '/things', 'trace'],
      warns: 'types client mock docs diff',
      problems: ['warning method-ignored /paths/~1things/trace'],
      note: 'Browsers and `fetch` reject TRACE.',
    },
  ),

  operation(
    'operationId',
    { operationId: 'findThings' },
    {
      at: ['operationId'],
      yes: 'client docs diff',
      client: ['findThings'],
      docs: ['findThings'],
      diff: ['operation-renamed'],
    },
  ),
  operation(
    'operationId, like a schema with dates',
    {
      operationId: 'größe',
      responses: { 200: { description: 'It.', content: { 'application/json': { schema: ref('Größe') } } } },
    },
    {
      at: ['operationId'],
      rest: {
        components: {
          schemas: {
            Größe: { type: 'object', properties: { at: instant, next: ref('Größe'), other: ref('GrößeAgain') } },
            GrößeAgain: { type: 'object', properties: { at: instant } },
          },
        },
      },
      yes: 'client docs diff',
      client: ['größeAgain: DatePlan'],
      docs: ['größe'],
      diff: ['operation-renamed'],
    },
  ),
  operation(
    'operationId, absent',
    { operationId: 'callIt', summary: 'x' },
    {
      at: ['summary'],
      yes: 'client docs diff',
      client: ['callIt'],
      docs: ['x'],
      diff: ['operation-described'],
      note: 'The method is named after its HTTP method and path.',
    },
  ),
  operation(
    'tags',
    { tags: ['things'] },
    { at: ['tags'], yes: 'docs diff', docs: ['# Things'], diff: ['service-described', 'operation-tagged'] },
  ),
  operation(
    'summary',
    { summary: 'Calls it' },
    {
      at: ['summary'],
      yes: 'client docs diff',
      client: ['Calls it'],
      docs: ['Calls it'],
      diff: ['operation-described'],
    },
  ),
  operation(
    'description',
    { description: 'It is called.' },
    {
      at: ['description'],
      yes: 'client docs diff',
      client: ['It is called.'],
      docs: ['It is called.'],
      diff: ['operation-described'],
    },
  ),
  operation(
    'externalDocs',
    { externalDocs: { url: 'https://example.com/more' } },
    { at: ['externalDocs'], yes: 'docs', docs: ['https://example.com/more'] },
  ),
  operation(
    'deprecated',
    { deprecated: true },
    {
      at: ['deprecated'],
      yes: 'client docs diff',
      client: ['@deprecated'],
      docs: ['Deprecated'],
      diff: ['operation-deprecated'],
    },
  ),
  operation(
    'servers',
    { servers: [{ url: 'https://other.example.com' }] },
    { at: ['servers'], yes: 'client diff', client: ['https://other.example.com'], diff: ['server-changed'] },
  ),
  operation(
    'security',
    { security: [{ key: [] }] },
    {
      rest: { components: { securitySchemes: apiKey } },
      at: ['security'],
      yes: 'client mock docs diff',
      client: ["credentials: ['key']"],
      docs: ['key'],
      mock: [
        ['GET /things', 401],
        ['GET /things', 204, { headers: { 'x-key': 'a' } }],
      ],
      diff: ['security-tightened'],
    },
  ),
  operation(
    'security, empty',
    { security: [] },
    {
      rest: { security: [{ key: [] }], components: { securitySchemes: apiKey } },
      at: ['security'],
      yes: 'client mock diff',
      client: ['callIt'],
      mock: [['GET /things', 204]],
      diff: ['security-relaxed'],
    },
  ),
  operation(
    'callbacks',
    {
      callbacks: {
        done: {
          '{$request.query.url}': {
            post: { requestBody: { content: { 'application/json': { schema: things } } }, responses: ok },
          },
        },
      },
    },
    {
      at: ['callbacks'],
      yes: 'types docs diff',
      types: ['Done'],

      docs: ['done'],
      diff: ['callback-added'],
    },
  ),
  operation('x-, extensions', { 'x-internal': true }, { at: ['x-internal'] }),

  security('apiKey, in a header', schemes({ type: 'apiKey', in: 'header', name: 'X-Key' }), {
    at: ['security'],
    yes: 'client mock docs diff',
    client: ["'X-Key'"],
    docs: ['key'],
    mock: [
      ['GET /things', 401],
      ['GET /things', 204, { headers: { 'X-Key': 'a' } }],
    ],
    diff: ['security-tightened'],
  }),
  security('apiKey, in the query', schemes({ type: 'apiKey', in: 'query', name: 'api_key' }), {
    at: ['security'],
    yes: 'client mock docs diff',
    client: ["'api_key'"],
    docs: ['key'],
    mock: [
      ['GET /things', 401],
      ['GET /things?api_key=a', 204],
    ],
    diff: ['security-tightened'],
  }),
  security('apiKey, in a cookie', schemes({ type: 'apiKey', in: 'cookie', name: 'session' }), {
    at: ['security'],
    yes: 'client mock docs diff',
    client: ["'session'"],
    docs: ['key'],
    mock: [
      ['GET /things', 401],
      ['GET /things', 204, { headers: { cookie: 'session=a' } }],
    ],
    diff: ['security-tightened'],
  }),
  security('http, bearer', schemes({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }), {
    at: ['security'],
    yes: 'client mock docs diff',
    client: ['key'],
    docs: ['token'],
    mock: [
      ['GET /things', 401],
      ['GET /things', 204, { headers: { authorization: 'Bearer a' } }],
    ],
    diff: ['security-tightened'],
  }),
  security('http, basic', schemes({ type: 'http', scheme: 'basic' }), {
    at: ['security'],
    yes: 'client mock docs diff',
    client: ['basic'],
    docs: ['password'],
    mock: [
      ['GET /things', 401],
      ['GET /things', 204, { headers: { authorization: 'Basic YTpi' } }],
    ],
    diff: ['security-tightened'],
  }),
  security('http, digest', schemes({ type: 'http', scheme: 'digest' }), {
    at: ['security'],
    warns: 'client mock',
    yes: 'diff',
    problems: ['warning credential-ignored /components/securitySchemes/key'],
    diff: ['security-tightened'],
    note: 'Send it with a hook or your own `fetch`.',
  }),
  security(
    'oauth2',
    schemes({
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: { read: 'Reading' } } },
    }),
    {
      at: ['security'],
      yes: 'client mock docs diff',
      client: ['key'],
      docs: ['token'],
      mock: [
        ['GET /things', 401],
        ['GET /things', 204, { headers: { authorization: 'Bearer a' } }],
      ],
      diff: ['security-tightened'],
      note: 'The token is passed to the client; no flow is run.',
    },
  ),
  security(
    'openIdConnect',
    schemes({ type: 'openIdConnect', openIdConnectUrl: 'https://example.com/.well-known/openid-configuration' }),
    {
      at: ['security'],
      yes: 'client mock docs diff',
      client: ['key'],
      docs: ['token'],
      mock: [
        ['GET /things', 401],
        ['GET /things', 204, { headers: { authorization: 'Bearer a' } }],
      ],
      diff: ['security-tightened'],
    },
  ),
  security('mutualTLS', schemes({ type: 'mutualTLS' }), {
    at: ['security'],
    warns: 'client mock',
    yes: 'diff',
    problems: ['warning credential-ignored /components/securitySchemes/key'],
    diff: ['security-tightened'],
  }),
  security(
    'security, alternatives',
    {
      paths,
      security: [{ key: [] }, { token: [] }],
      components: { securitySchemes: { ...apiKey, token: { type: 'http', scheme: 'bearer' } } },
    },
    {
      at: ['security', '1'],
      yes: 'client mock diff',
      client: ['token'],
      mock: [
        ['GET /things', 401],
        ['GET /things', 204, { headers: { 'x-key': 'a' } }],
        ['GET /things', 204, { headers: { authorization: 'Bearer a' } }],
      ],
      diff: ['security-relaxed'],
    },
  ),
  security(
    'security, several at once',
    {
      paths,
      security: [{ key: [], token: [] }],
      components: { securitySchemes: { ...apiKey, token: { type: 'http', scheme: 'bearer' } } },
    },
    {
      at: ['security', '0', 'token'],
      yes: 'client mock diff',
      client: ['token'],
      mock: [
        ['GET /things', 401, { headers: { 'x-key': 'a' } }],
        ['GET /things', 204, { headers: { 'x-key': 'a', authorization: 'Bearer a' } }],
      ],
      diff: ['security-tightened'],
    },
  ),
  security(
    'security, two in one header',
    {
      paths,
      security: [{ basic: [], token: [] }],
      components: {
        securitySchemes: { basic: { type: 'http', scheme: 'basic' }, token: { type: 'http', scheme: 'bearer' } },
      },
    },
    {
      at: ['security', '0', 'token'],
      warns: 'client mock',
      client: ['basic'],
      mock: [
        ['GET /things', 401],
        ['GET /things', 204, { headers: { authorization: 'Basic YTpi' } }],
      ],
      problems: ['warning credential-ignored /security/0/token'],
      note: 'The first is sent.',
    },
  ),
  security(
    'security, optional',
    { paths, security: [{ key: [] }, {}], components: { securitySchemes: apiKey } },
    {
      at: ['security', '1'],
      yes: 'client mock diff',
      client: ['key'],
      mock: [['GET /things', 204]],
      diff: ['security-relaxed'],
    },
  ),
];
