import { isArray, isObject, type Json, type JsonObject } from '../../load/document.js';
import type { Schema } from '../model.js';
import { isSchema } from '../shape.js';

/** JSON's types; `integer` is a `number` with a demand of its own. */
export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export { isArray, isObject, isSchema };

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
