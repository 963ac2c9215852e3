/** A JSON value of a spec. Objects are null-prototype or plain; own keys only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Looked up once: a global is slow in contexts such as those of Jest, and these are called at every node. */
const { isArray: isList } = Array;
const { hasOwn } = Object;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** `Array.isArray` that narrows read-only arrays too. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return isList(value);
}

/** A schema of the bundled document: JSON Schema 2020-12 as OpenAPI 3.1 uses it; `$ref`s point to `#/...`. */
export type Schema = JsonObject | boolean;

export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'boolean' || isObject(value);
}

/** Own property of an object; `undefined` for anything else, inherited properties included. */
export function get(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && hasOwn(value, key) ? value[key] : undefined;
}

export function getString(value: Json | undefined, key: string): string | undefined {
  const found = get(value, key);
  return typeof found === 'string' ? found : undefined;
}

export function getNumber(value: Json | undefined, key: string): number | undefined {
  const found = get(value, key);
  return typeof found === 'number' ? found : undefined;
}

export function getObject(value: Json | undefined, key: string): JsonObject | undefined {
  const found = get(value, key);
  return isObject(found) ? found : undefined;
}

export function getArray(value: Json | undefined, key: string): readonly Json[] {
  const found = get(value, key);
  return isArray(found) ? found : [];
}

/** `{ key: value }` if there is a value, otherwise `{}`, for optional fields. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  if (value === undefined) return {};
  const result: { [K in Key]?: Value } = {};
  result[key] = value;
  return result;
}

/** JSON's types; `integer` is a `number` that must be whole. */
export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function typeOf(value: Json): TypeName {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  return isArray(value) ? 'array' : 'object';
}

export function schemaAt(object: Json | undefined, key: string): Schema | undefined {
  const value = get(object, key);
  return isSchema(value) ? value : undefined;
}

export function schemasAt(object: Json | undefined, key: string): readonly Schema[] {
  return getArray(object, key).filter(isSchema);
}

export function stringsAt(object: Json | undefined, key: string): readonly string[] {
  return getArray(object, key).filter((item) => typeof item === 'string');
}

/** The entries of a map of schemas, such as `properties`. */
export function schemaEntries(object: Json | undefined, key: string): readonly (readonly [string, Schema])[] {
  return Object.entries(getObject(object, key) ?? {}).flatMap(([name, schema]) =>
    isSchema(schema) ? [[name, schema] as const] : [],
  );
}

/** The same text for equal values, whatever the order of their keys. */
export function canonical(value: Json): string {
  if (isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(get(value, key) ?? null)}`).join()}}`;
}

/** The length as JSON Schema counts it: in code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A copy with another value at a path, or without the field; the value itself if the path ends early. */
export function replacedAt(value: Json, path: readonly string[], by: Json | undefined): Json {
  const [name, ...rest] = path;
  if (name === undefined) return by ?? value;
  if (!isObject(value) || !Object.hasOwn(value, name)) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] => {
    if (key !== name) return [[key, item]];
    if (rest.length > 0) return [[key, replacedAt(item, rest, by)]];
    return by === undefined ? [] : [[key, by]];
  });
  return Object.fromEntries(entries);
}
