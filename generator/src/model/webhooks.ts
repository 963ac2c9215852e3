import { METHODS } from '../load/document.js';
import type { Json, JsonObject, References, Schema } from '../schema/index.js';
import { get, getObject, getString, isJsonMediaType, optional, pointerToken } from '../schema/index.js';
import type { Webhook } from './model.js';
import { schemaOf } from './parameters.js';

/** Requests made by the service: `webhooks` (OpenAPI 3.1, 4.8.1) and the callbacks of operations (4.8.18). */
export function buildWebhooks(
  root: JsonObject,
  operations: readonly { readonly id: string; readonly pointer: string; readonly object: JsonObject }[],
  references: References,
): Webhook[] {
  const webhooks = Object.entries(getObject(root, 'webhooks') ?? {}).flatMap(([name, item]) =>
    sendings(item, { kind: 'webhook', event: name, pointer: `/webhooks/${pointerToken(name)}` }, references),
  );
  const callbacks = operations.flatMap(({ id, pointer, object }) =>
    Object.entries(getObject(object, 'callbacks') ?? {}).flatMap(([name, raw]) =>
      Object.entries(references.object(raw) ?? {}).flatMap(([expression, item], index) => {
        const event = index === 0 ? `${id}.${name}` : `${id}.${name}.${index + 1}`;
        const below = `${pointer}/callbacks/${pointerToken(name)}/${pointerToken(expression)}`;
        return sendings(item, { kind: 'callback', event, pointer: below }, references);
      }),
    ),
  );
  return [...webhooks, ...callbacks];
}

/** The requests of a Path Item Object: if there are several, the method is part of the event's name. */
function sendings(
  raw: Json,
  { kind, event, pointer }: Pick<Webhook, 'kind' | 'event' | 'pointer'>,
  references: References,
): Webhook[] {
  const item = references.object(raw);
  const found = Object.keys(item ?? {}).filter(
    (key) => METHODS.some((method) => method === key) && getObject(item, key) !== undefined,
  );
  return found.map((method) => {
    const object = getObject(item, method) ?? {};
    return {
      kind,
      event: found.length === 1 ? event : `${event}.${method}`,
      pointer: `${pointer}/${method}`,
      ...optional('description', getString(object, 'summary') ?? getString(object, 'description')),
      deprecated: get(object, 'deprecated') === true,
      schema: payloadOf(object, references),
    };
  });
}

function payloadOf(object: JsonObject, references: References): Schema {
  const content = getObject(references.object(get(object, 'requestBody')), 'content');
  const types = Object.keys(content ?? {});
  const chosen = types.find(isJsonMediaType) ?? types[0];
  return chosen === undefined ? true : schemaOf(references.object(get(content, chosen)));
}
