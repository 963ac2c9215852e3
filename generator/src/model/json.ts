import { isArray, isObject, type Json, type JsonObject } from '../load/document.js';

export { isArray, isObject };

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
