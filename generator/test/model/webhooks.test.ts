import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/schema/index.js';
import { modelOf } from './description.js';

const payload = { type: 'object', properties: { id: { type: 'string' } } };
const sending = (schema: JsonObject): JsonObject => ({
  post: { requestBody: { content: { 'application/json': { schema } } } },
});
const named = { $ref: '#/components/schemas/Pet' };

test('webhooks and callbacks are found, inline and behind references', () => {
  const callbacks = {
    done: { '{$request.body#/url}': sending(payload) },
    other: { $ref: '#/components/callbacks/Other' },
  };
  const paths = { '/pets': { post: { operationId: 'addPet', callbacks } } };
  const { model } = modelOf(JSON.parse(JSON.stringify(paths)), {
    webhooks: { petAdded: sending(named), petLost: { get: {}, ...sending(payload) }, empty: {} },
    components: { schemas: { Pet: payload }, callbacks: { Other: { '{$request.body#/url}': sending(named) } } },
  });
  expect(model.webhooks.map(({ kind, event, schema }) => [kind, event, schema])).toEqual([
    ['webhook', 'petAdded', named],
    ['webhook', 'petLost.get', true],
    ['webhook', 'petLost.post', payload],
    ['callback', 'addPet.done', payload],
    ['callback', 'addPet.other', named],
  ]);
});
