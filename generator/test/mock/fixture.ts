import { hooksOf } from '../../src/addons/index.js';
import type { BundledDocument } from '../../src/load/document.js';
import type { Mock, MockOptions } from '../../src/mock/index.js';
import { buildModel } from '../../src/model/build.js';
import type { JsonObject } from '../../src/schema/index.js';

const string = { type: 'string' };
const integer = { type: 'integer' };
const ok = { description: 'Fine', content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } };
const invalid = {
  description: 'Refused',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/ApiError' } } },
};
const query = (name: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  schema,
  ...more,
});
const path = (name: string, schema: JsonObject = string, more: JsonObject = {}): JsonObject => {
  return { name, in: 'path', required: true, schema, ...more };
};
const strings = { type: 'array', items: string };
const point = { type: 'object', properties: { x: integer, y: integer }, required: ['x'], additionalProperties: false };

/** Parameters in every location and style; the response only shows whether they were accepted. */
const styles: JsonObject = {
  operationId: 'styles',
  security: [],
  parameters: [
    query('repeated', { type: 'array', items: integer }),
    query('commas', { type: 'array', items: integer }, { explode: false }),
    query('pipes', strings, { style: 'pipeDelimited', explode: false }),
    query('spaces', { type: 'array', items: integer }, { style: 'spaceDelimited', explode: false }),
    query('deep', point, { style: 'deepObject', explode: true }),
    query('flat', point, { explode: false }),
    query('one_or_many', { oneOf: [string, { type: 'array', items: string, minItems: 2 }] }),
    query('places', { prefixItems: [string, integer] }, { explode: false }),
    query('flag', { type: ['boolean', 'null'] }),
    query('choice', { enum: [1, 2] }),
    query('letters', { type: 'string', pattern: '^[a-z]+$' }),
    query('digits', { type: 'string', pattern: '^[0-9]+$' }),
    {
      name: 'payload',
      in: 'query',
      content: {
        'application/json': {
          schema: { type: 'object', required: ['filter'], properties: { filter: { type: 'object' }, limit: integer } },
        },
      },
    },
    { name: 'Accept-Language', in: 'header', schema: { enum: ['de', 'en'] } },
    { name: 'X-Ids', in: 'header', schema: { type: 'array', items: integer } },
    { name: 'theme', in: 'cookie', schema: { enum: ['dark', 'light'] } },
  ],
  responses: { 204: { description: 'Fine' } },
};

export const description: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://example.com/base/v1' }],
  security: [{ key: [], token: [] }, { session: [] }],
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [
          query('limit', { type: 'integer', minimum: 1, maximum: 100 }),
          query('name', string, { required: true }),
        ],
        responses: {
          200: {
            description: 'Fine',
            headers: {
              'x-ratelimit-limit': { schema: integer, example: 60 },
              'X-Next': { required: true, schema: { type: 'string', format: 'uuid' } },
              'Content-Length': { schema: integer, example: 1 },
            },
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
                examples: { none: { value: [] }, one: { value: [{ id: 7, name: 'Rex' }] } },
              },
            },
          },
          400: invalid,
          429: { ...invalid, headers: { 'Retry-After': { schema: integer, example: 30 } } },
        },
      },
      post: {
        operationId: 'createPet',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
        },
        responses: { 201: ok, '4XX': invalid },
      },
    },
    '/pets/{id}': {
      get: { operationId: 'getPet', parameters: [path('id', integer)], responses: { 200: ok, default: invalid } },
      delete: {
        operationId: 'deletePet',
        parameters: [path('id', integer)],
        responses: { 204: { description: 'Gone' } },
      },
    },
    '/pets/mine': { get: { operationId: 'getMine', security: [], responses: { 200: ok } } },
    '/compare/{base}...{head}': {
      get: {
        operationId: 'compare',
        security: [],
        parameters: [path('base'), path('head')],
        responses: { 204: { description: 'Fine' } },
      },
    },
    '/files/{name}.{format}': {
      get: {
        operationId: 'getFile',
        security: [],
        parameters: [path('name'), path('format', { enum: ['csv', 'json'] })],
        responses: { 204: { description: 'Fine' } },
      },
    },
    '/files?action=find&kind={kind}': {
      get: {
        operationId: 'findFiles',
        security: [],
        parameters: [path('kind', integer), query('name', string)],
        responses: { 200: ok },
      },
    },
    '/files': { get: { operationId: 'getFiles', security: [], responses: { 204: { description: 'Fine' } } } },
    '/styles': { get: styles },
    '/open': {
      get: {
        operationId: 'open',
        security: [],
        parameters: [query('filter', { type: 'object', additionalProperties: integer }), query('limit', integer)],
        responses: { 204: { description: 'Fine' } },
      },
    },
    '/path/{label}/{matrix}/{list}': {
      get: {
        operationId: 'pathStyles',
        security: [],
        parameters: [
          path('label', { type: 'array', items: integer }, { style: 'label', explode: true }),
          path('matrix', point, { style: 'matrix', explode: true }),
          path('list', { type: 'array', items: integer, minItems: 2 }),
        ],
        responses: { 204: { description: 'Fine' } },
      },
    },
    '/upload': {
      post: {
        operationId: 'upload',
        security: [],
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: {
                  file: { type: 'string', format: 'binary' },
                  user: { type: 'object', required: ['id'], properties: { id: string } },
                  sizes: { type: 'array', items: integer },
                  public: { type: 'boolean' },
                },
              },
            },
          },
        },
        responses: { 200: ok },
      },
    },
    '/form': {
      post: {
        operationId: 'form',
        security: [],
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', required: ['age'], properties: { age: integer, tags: strings } },
            },
          },
        },
        responses: { 204: { description: 'Fine' } },
      },
    },
    '/text': {
      put: {
        operationId: 'putText',
        security: [],
        requestBody: { content: { 'text/plain': { schema: { type: 'string', maxLength: 5 } } } },
        responses: { 200: { description: 'Fine', content: { 'text/plain': { schema: string, example: 'hello' } } } },
      },
    },
    '/bytes': {
      get: {
        operationId: 'getBytes',
        security: [],
        responses: { 200: { description: 'Fine', content: { 'image/png': {} } } },
      },
    },
    '/union': {
      post: {
        operationId: 'union',
        security: [],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
                discriminator: {
                  propertyName: 'kind',
                  mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
                },
              },
            },
          },
        },
        responses: {
          204: { description: 'Fine' },
          400: {
            description: 'Refused',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['error', 'id'],
                  properties: { id: integer, error: string },
                  additionalProperties: false,
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'query', name: 'api_key' },
      token: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'sid' },
    },
    schemas: {
      Pet: {
        type: 'object',
        required: ['id', 'name', 'created_at'],
        properties: {
          id: integer,
          name: { type: 'string', minLength: 2 },
          parent: { $ref: '#/components/schemas/Pet' },
          tags: { type: 'array', items: { type: 'object', properties: { text: string } } },
          created_at: { type: ['number', 'string'], format: 'date-time', readOnly: true },
        },
      },
      Cat: { type: 'object', required: ['kind'], properties: { kind: string, lives: integer } },
      Dog: { type: 'object', required: ['kind'], properties: { kind: string, tail: { type: 'boolean' } } },
      ApiError: {
        type: 'object',
        required: ['code', 'message', 'StatusCode', 'duration', 'more_info', 'details'],
        properties: {
          code: integer,
          message: string,
          StatusCode: integer,
          duration: string,
          more_info: string,
          details: { type: 'array', items: integer },
          exception_fields: { type: 'object', additionalProperties: string },
        },
      },
    },
  },
};

export function documentOf(root: JsonObject): BundledDocument {
  return { root, source: 'fixture', version: '3.1.0', inputs: [], locate: () => undefined, frame: () => undefined };
}
/** The hooks of the service's add-on, whose errors are in the spec. */
const service = hooksOf([{ hooks: 'stream', numberDateTimes: true }]);

export async function mockOf(root: JsonObject, options: Partial<MockOptions> = {}, hooks = service): Promise<Mock> {
  const { startMock } = await import('../../src/mock/index.js');
  const document = documentOf(root);
  return startMock(document, buildModel(document, hooks).model, { port: 0, replies: 'example', ...options });
}
