import type { Model, Webhook } from '../../model/model.js';
import { capitalize, type Names, type TypeName } from '../../naming/index.js';
import type { Json } from '../../schema/index.js';
import { described } from './comments.js';
import type { DeclarationRequest } from './declarations.js';
import { fieldsOf, referenceTo } from './references.js';
import type { TypeSchemas } from './type-schema.js';

/** The types of webhooks and callbacks: one for each payload without a name, and one that lists them by event. */
export function webhookTypes(model: Model, names: Names, received: TypeSchemas): DeclarationRequest[] {
  const payloads = model.webhooks.flatMap((webhook): DeclarationRequest[] => {
    const name = names.payload(webhook);
    if (!name) return [];
    const about = webhook.description ?? `Payload of the event \`${webhook.event}\`.`;
    return [{ key: keyOf(webhook), name, schema: described(received.convert(webhook.schema), about) }];
  });
  return [...payloads, ...kindsOf(model).map((kind) => listType(kind, model, names, received))];
}

/** Which of webhooks and callbacks exist. */
export function kindsOf({ webhooks }: Model): readonly Webhook['kind'][] {
  return [...new Set(webhooks.map(({ kind }) => kind))];
}

/** `WebhookPayloads`: the payloads by event. */
function listType(kind: Webhook['kind'], model: Model, names: Names, received: TypeSchemas): DeclarationRequest {
  const ofKind = model.webhooks.filter((webhook) => webhook.kind === kind);
  const fields = ofKind.map((webhook): readonly [string, Json] => {
    const type = names.payload(webhook) ? referenceTo(keyOf(webhook)) : received.convert(webhook.schema);
    return [webhook.event, described(type, webhook.description ?? '', webhook.deprecated)];
  });
  const description =
    kind === 'webhook' ? 'Payloads of webhooks, by event.' : 'Payloads of callbacks, by operation and callback.';
  const exported = `${capitalize(kind)}Payloads`;
  const name: TypeName = { exported, local: exported };
  const events = fields.map(([event]) => event);
  return { key: `list:${kind}`, name, schema: { type: 'object', ...fieldsOf(fields, events), description } };
}

function keyOf({ pointer }: Webhook): string {
  return `payload:${pointer}`;
}
