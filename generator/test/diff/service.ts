import type { Json, JsonObject } from '../../src/schema/index.js';

/** The base of the pairs: a small service with one of each kind of part that can change. */
export const SERVICE: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Polls', version: '1.0.0', description: 'Asks and counts.' },
  servers: [{ url: 'https://polls.example.com' }],
  security: [{ key: [], token: [] }],
  tags: [{ name: 'Polls', description: 'Questions.' }, { name: 'Users' }],
  paths: {
    '/polls': {
      get: {
        operationId: 'listPolls',
        tags: ['Polls'],
        summary: 'Lists polls.',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100, default: 25 } },
          { name: 'order', in: 'query', schema: { type: 'string', enum: ['asc', 'desc'] } },
          { name: 'team', in: 'query', required: true, schema: { type: 'string' } },
        ],
        responses: { 200: json({ $ref: '#/components/schemas/PollList' }) },
      },
      post: {
        operationId: 'createPoll',
        tags: ['Polls'],
        requestBody: { required: true, ...content({ $ref: '#/components/schemas/PollRequest' }) },
        responses: { 201: json({ $ref: '#/components/schemas/Poll' }) },
      },
    },
    '/polls/{poll_id}': {
      get: {
        operationId: 'getPoll',
        tags: ['Polls'],
        parameters: [{ name: 'poll_id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: json({ $ref: '#/components/schemas/Poll' }), 404: json({ type: 'object' }) },
      },
      delete: {
        operationId: 'deletePoll',
        tags: ['Polls'],
        parameters: [{ name: 'poll_id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 204: { description: 'Gone.' } },
      },
    },
    '/users': {
      put: {
        operationId: 'updateUser',
        tags: ['Users'],
        requestBody: { required: true, ...content({ $ref: '#/components/schemas/User' }) },
        responses: { 200: json({ $ref: '#/components/schemas/User' }) },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'query', name: 'api_key' },
      token: { type: 'http', scheme: 'bearer' },
    },
    schemas: {
      PollRequest: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', maxLength: 255 },
          kind: { type: 'string', enum: ['open', 'closed'] },
          opens_at: { type: 'string', format: 'date-time' },
          votes: { type: 'integer', minimum: 1, default: 1 },
          owner: { oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/Team' }] },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
      Poll: {
        type: 'object',
        required: ['id', 'name'],
        properties: {
          id: { type: 'string' },
          name: { type: 'string', maxLength: 255 },
          kind: { type: 'string', enum: ['open', 'closed'] },
          closed_at: { type: ['string', 'null'], format: 'date-time' },
          votes: { type: 'integer', minimum: 1, default: 1 },
          owner: { oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/Team' }] },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
      PollList: {
        type: 'object',
        required: ['polls'],
        properties: {
          polls: { type: 'array', items: { $ref: '#/components/schemas/Poll' } },
          next: { type: 'string' },
        },
      },
      Team: { type: 'object', required: ['team'], properties: { team: { type: 'string' } } },
      User: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          role: { type: 'string', enum: ['admin', 'guest'] },
        },
      },
      Unused: { type: 'object', properties: { size: { type: 'number' } } },
    },
  },
};

export function content(schema: Json): JsonObject {
  return { content: { 'application/json': { schema } } };
}

export function json(schema: Json): JsonObject {
  return { description: 'Fine.', ...content(schema) };
}
