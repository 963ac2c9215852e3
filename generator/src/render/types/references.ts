import {
  getString,
  isBinarySchema,
  isDateTime,
  isObject,
  type Json,
  type JsonObject,
  type OpenKind,
} from '../../schema/index.js';

/** Keyword of a reference to the key of a declared type, or one of `builtInTypes`. */
export const typeKeyword = 'x-type';

/** Keyword of a tuple: openapi-typescript supports neither optional nor rest elements. */
export const tupleKeyword = 'x-tuple';

export interface TupleSchema {
  readonly items: readonly Json[];
  /** The minimum number of elements. */
  readonly least: number;
  /** The schema of further elements; `false` if there are none. */
  readonly rest: Json;
}

/** Keys that no schema has: they contain a colon, which OpenAPI does not allow in names of schemas. */
export const builtInTypes = { date: 'type:date', upload: 'type:upload' } as const;

/** The key of the type of unknown values of an enum. */
export function openKey(kind: OpenKind): string {
  return `type:other ${kind}`;
}

/** A reference to a type, in the form that the compiler turns into a name. openapi-typescript requires a `type`. */
export function referenceTo(key: string, nullable = false): JsonObject {
  return { type: nullable ? ['object', 'null'] : 'object', [typeKeyword]: key };
}

/** The key of the type that a converted schema only refers to. */
export function keyOfReference(schema: Json): string | undefined {
  return isObject(schema) && schema.type === 'object' && Object.keys(schema).length === 2
    ? getString(schema, typeKeyword)
    : undefined;
}

/**
 * openapi-typescript joins the names of fields to URIs and decodes them at each level: a field `100%` would make it fail. `%` and
 * `#` are therefore escaped in its input.
 */
export function fieldKey(name: string): string {
  return name.replace(/[%#=]/g, (sign) => `=${sign.charCodeAt(0).toString(16)}`);
}

export function fieldName(key: string): string {
  return key.replace(/=(\w\w)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An object schema with these fields, in the form that is passed to openapi-typescript. */
export function fieldsOf<Value>(
  fields: readonly (readonly [name: string, value: Value])[],
  required: Iterable<string>,
): { readonly properties: Readonly<Record<string, Value>>; readonly required: readonly string[] } {
  return {
    properties: Object.fromEntries(fields.map(([name, value]) => [fieldKey(name), value])),
    required: [...required].map(fieldKey),
  };
}

/** The type of a schema that is an instance of a JavaScript class. */
export function builtInKey(schema: JsonObject): string | undefined {
  if (isDateTime(schema)) return builtInTypes.date;
  return isBinarySchema(schema) && !Object.hasOwn(schema, 'enum') ? builtInTypes.upload : undefined;
}
