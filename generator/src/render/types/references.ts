import type { Json, JsonObject, OpenKind } from '../../schema/index.js';
import { getString, isObject } from '../../schema/index.js';

/** The keyword of what is not a schema but the key of a declared type, or of one of `builtInTypes`. */
export const typeKeyword = 'x-type';

/** The keyword of a list with a type for each place: openapi-typescript has no optional places, and none behind them. */
export const tupleKeyword = 'x-tuple';

export interface TupleSchema {
  readonly items: readonly Json[];
  /** How many places each list has. */
  readonly least: number;
  /** Of what is behind the places; `false` where nothing is. */
  readonly rest: Json;
}

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

/**
 * openapi-typescript joins the names of fields to addresses and decodes them as parts of a URL, again at each level: one called
 * `100%` would end it. In what it is given, `%` and `#` are written in another way.
 */
export function fieldKey(name: string): string {
  return name.replace(/[%#=]/g, (sign) => `=${sign.charCodeAt(0).toString(16)}`);
}

/** The name of the field that has the key. */
export function fieldName(key: string): string {
  return key.replace(/=(\w\w)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An object schema with these fields, in the form that openapi-typescript is given. */
export function fieldsOf<Value>(
  fields: readonly (readonly [name: string, value: Value])[],
  required: Iterable<string>,
): { readonly properties: Readonly<Record<string, Value>>; readonly required: readonly string[] } {
  return {
    properties: Object.fromEntries(fields.map(([name, value]) => [fieldKey(name), value])),
    required: [...required].map(fieldKey),
  };
}
