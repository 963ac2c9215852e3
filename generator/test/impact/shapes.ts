import type { Json, JsonObject } from '../../src/schema/index.js';

/** The three versions of the sample's service: `renamed` has only what code can be rewritten for, `new` has that and the rest. */
export type ServiceVersion = 'old' | 'renamed' | 'new';

export const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  required: [...required],
  properties,
});
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
export const content = (schema: Json): JsonObject => ({ content: { 'application/json': { schema } } });
export const reply = (schema: Json): JsonObject => ({ description: 'Done.', ...content(schema) });
