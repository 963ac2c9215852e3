import { expect, test } from '@jest/globals';
import { compare, outline } from './compare.js';
import { edited, put } from './edit.js';
import { json, SERVICE } from './service.js';

const OLD_SPELLING = `
openapi: 3.0.3
info: { title: Polls, version: '1' }
servers: [{ url: 'https://polls.example.com' }]
paths:
  /polls/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      operationId: getPoll
      responses:
        '200':
          description: Fine.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Poll' }
components:
  schemas:
    Poll:
      type: object
      required: [id]
      properties:
        id: { type: string, description: 'Its name.' }
        size: { type: number, nullable: true, minimum: 0, exclusiveMinimum: true }
        owner: { allOf: [{ $ref: '#/components/schemas/Owner' }] }
    Owner: { type: object, properties: { name: { type: string } } }
`;

const NEW_SPELLING = `
openapi: 3.1.0
info:
  version: '1'
  title: Polls
components:
  parameters:
    Id: { in: path, name: id, schema: { type: string }, required: true }
  responses:
    Poll:
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Poll'
      description: Fine.
  schemas:
    Owner: { properties: { name: { type: [string] } }, type: object }
    Poll:
      properties:
        # The order of fields has no meaning.
        owner: { $ref: '#/components/schemas/Owner' }
        id:
          description: Its name.
          type: string
        size: { type: [number, 'null'], exclusiveMinimum: 0 }
      required:
        - id
      type: object
paths:
  '/polls/{id}':
    get:
      responses: { 200: { $ref: '#/components/responses/Poll' } }
      parameters: [{ $ref: '#/components/parameters/Id' }]
      operationId: getPoll
servers:
  - url: https://polls.example.com
`;

test('a spec written differently, also in another version of OpenAPI, has no changes', async () => {
  expect(outline(await compare(OLD_SPELLING, NEW_SPELLING))).toEqual([]);
  expect(await compare(NEW_SPELLING, OLD_SPELLING)).toEqual({ changes: [], bump: 'none' });
});

test('naming an inline schema is compatible', async () => {
  const inPlace = { type: 'object', properties: { color: { type: 'string' } } };
  const old = edited(put('components > schemas > Poll > properties > look', inPlace));
  const next = edited(
    put('components > schemas > Look', inPlace),
    put('components > schemas > Poll > properties > look', { $ref: '#/components/schemas/Look' }),
  );
  expect(outline(await compare(old, next))).toEqual(['compatible type-added /components/schemas/Look']);
});

test('a recursive schema is compared to its end', async () => {
  const thread = (schema: object) =>
    edited(
      put('components > schemas > Thread', {
        type: 'object',
        properties: { replies: { type: 'array', items: { $ref: '#/components/schemas/Thread' } }, text: { ...schema } },
      }),
      put('paths > /polls/{poll_id} > get > responses', { 200: json({ $ref: '#/components/schemas/Thread' }) }),
    );
  const comparison = await compare(thread({ type: 'string' }), thread({ type: 'number' }));
  expect(outline(comparison)).toEqual(['breaking type-changed /components/schemas/Thread/properties/text']);
});

test('a change to a shared type lists the operations that use it', async () => {
  const { changes } = await compare(SERVICE, edited(put('components > schemas > Team > properties > size', true)));
  expect(changes).toMatchObject([
    { rule: 'property-added', reaches: ['listPolls', 'createPoll', 'getPoll'], tag: 'Polls', operation: undefined },
  ]);
});

test('names of members of Object.prototype are compared like others', async () => {
  const fields = JSON.parse(
    '{"__proto__":{"type":"string"},"constructor":{"type":"string"},"hasOwnProperty":{"type":"string"}}',
  );
  const next = edited(put('components > schemas > Team > properties', fields));
  expect(outline(await compare(next, next))).toEqual([]);
  const changes = outline(await compare(SERVICE, next));
  expect(changes.filter((line) => line.includes('property-added')).length).toBe(3);
});
