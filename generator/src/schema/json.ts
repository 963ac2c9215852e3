/** A JSON value as it stands in a description. Objects are null-prototype or plain; own keys only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Array.isArray` that narrows read-only arrays too. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A schema of the bundled document: JSON Schema 2020-12 as OpenAPI 3.1 uses it; `$ref`s point to `#/...`. */
export type Schema = JsonObject | boolean;

export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'boolean' || isObject(value);
}

/** Own property of an object; `undefined` for anything else, inherited properties included. */
export function get(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function getString(value: Json | undefined, key: string): string | undefined {
  const found = get(value, key);
  return typeof found === 'string' ? found : undefined;
}

export function getObject(value: Json | undefined, key: string): JsonObject | undefined {
  const found = get(value, key);
  return isObject(found) ? found : undefined;
}

export function getArray(value: Json | undefined, key: string): readonly Json[] {
  const found = get(value, key);
  return isArray(found) ? found : [];
}

/** One token of a JSON pointer, escaped as RFC 6901 says. */
export function pointerToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** `{ key: value }` when there is a value and `{}` when there is none, for optional fields. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  if (value === undefined) return {};
  const result: { [K in Key]?: Value } = {};
  result[key] = value;
  return result;
}

/** JSON's types; `integer` is a `number` with a demand of its own. */
export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function typeOf(value: Json): TypeName {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  return isArray(value) ? 'array' : 'object';
}

export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function numberAt(object: JsonObject, key: string): number | undefined {
  const value = own(object, key);
  return typeof value === 'number' ? value : undefined;
}

export function stringAt(object: JsonObject, key: string): string | undefined {
  const value = own(object, key);
  return typeof value === 'string' ? value : undefined;
}

export function schemaAt(object: JsonObject, key: string): Schema | undefined {
  const value = own(object, key);
  return isSchema(value) ? value : undefined;
}

export function schemasAt(object: JsonObject, key: string): readonly Schema[] {
  const value = own(object, key);
  return isArray(value) ? value.filter(isSchema) : [];
}

export function stringsAt(object: JsonObject, key: string): readonly string[] {
  const value = own(object, key);
  return isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The entries of a map of schemas, such as `properties`. */
export function schemaEntries(object: JsonObject, key: string): readonly (readonly [string, Schema])[] {
  const value = own(object, key);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, schema]) => (isSchema(schema) ? [[name, schema] as const] : []));
}

/** The `type` keyword as a list; `undefined` where there is none. */
export function typesAt(object: JsonObject): readonly string[] | undefined {
  const type = own(object, 'type');
  if (typeof type === 'string') return [type];
  return isArray(type) ? stringsAt(object, 'type') : undefined;
}

/** One text for equal values, whatever the order of their keys. */
export function canonical(value: Json): string {
  if (isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(own(value, key) ?? null)}`).join()}}`;
}

/** The length as JSON Schema counts it: in code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
