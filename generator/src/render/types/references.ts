import type { Json, JsonObject, OpenKind } from '../../schema/index.js';
import { getString, isObject } from '../../schema/index.js';

/** The keyword of a schema that is no schema but the key of a declared type, or of one of `builtInTypes`. */
export const typeKeyword = 'x-type';

/** Keys that no schema has: they have a colon, which OpenAPI keeps out of the names of schemas. */
export const builtInTypes = { date: 'type:date', upload: 'type:upload' } as const;

/** The key of any other value of a kind, beside those of an enum. */
export function openKey(kind: OpenKind): string {
  return `type:other ${kind}`;
}

/** A reference to a type, in the form that the compiler makes a name of. openapi-typescript asks for a `type`. */
export function referenceTo(key: string, nullable = false): JsonObject {
  return { type: nullable ? ['object', 'null'] : 'object', [typeKeyword]: key };
}

/** The key of the type that a converted schema is a plain reference to. */
export function keyOfReference(schema: Json): string | undefined {
  return isObject(schema) && schema.type === 'object' && Object.keys(schema).length === 2
    ? getString(schema, typeKeyword)
    : undefined;
}
