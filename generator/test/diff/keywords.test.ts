import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/schema/index.js';
import { compare } from './compare.js';
import { ROWS } from './rows.js';
import { json } from './service.js';

const serviceWith = (field: JsonObject, isSent: boolean, schemas: JsonObject): JsonObject => {
  const schema: Json = { type: 'object', properties: { field } };
  const body = { content: { 'application/json': { schema } } };
  const operation: JsonObject = {
    operationId: 'act',
    ...(isSent ? { requestBody: body } : {}),
    responses: { 200: isSent ? { description: 'Fine.' } : json(schema) },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Service', version: '1' },
    servers: [{ url: 'https://a.example.com' }],
    paths: { '/act': { post: operation } },
    components: { schemas },
  };
};

async function outline(old: JsonObject, next: JsonObject, isSent: boolean, schemas: JsonObject): Promise<string[]> {
  const { changes } = await compare(serviceWith(old, isSent, schemas), serviceWith(next, isSent, schemas));
  return changes.map(({ severity, rule }) => `${severity} ${rule}`);
}

describe.each(ROWS.map((row) => [row.name, row] as const))(
  '%s',
  (_, { old, next, request, reply, back, schemas = {} }) => {
    test('in a request', async () => expect(await outline(old, next, true, schemas)).toEqual(request));
    test('in a response', async () => expect(await outline(old, next, false, schemas)).toEqual(reply));
    test('reversed, in a request', async () => expect(await outline(next, old, true, schemas)).toEqual(back.request));
    test('reversed, in a response', async () => expect(await outline(next, old, false, schemas)).toEqual(back.reply));
  },
);
