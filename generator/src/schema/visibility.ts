import { get, getArray, getString, type JsonObject, type Schema, stringsAt } from './json.js';
import { objectShape } from './objects.js';
import type { Resolver } from './references.js';

/** Which way a value travels. */
export type Direction = 'request' | 'reply';

const MOST_HOPS = 20;

/** Whether a request must not have a field: `readOnly`, also where a reference leads (OpenAPI 3.1, 4.8.24). */
export function isReadOnly(schema: Schema, resolver: Resolver): boolean {
  return isHidden(schema, 'request', resolver);
}

/** Whether a reply must not have a field: `writeOnly`, also where a reference leads (OpenAPI 3.1, 4.8.24). */
export function isWriteOnly(schema: Schema, resolver: Resolver): boolean {
  return isHidden(schema, 'reply', resolver);
}

/** Whether a field is not part of values that travel this way. */
export function isHidden(schema: Schema, direction: Direction, resolver: Resolver): boolean {
  const mark = direction === 'request' ? 'readOnly' : 'writeOnly';
  let current: Schema | undefined = schema;
  for (let hop = 0; hop < MOST_HOPS && typeof current === 'object'; hop += 1) {
    if (get(current, mark) === true) return true;
    const ref = getString(current, '$ref');
    current = ref === undefined ? undefined : resolver.resolve(ref);
  }
  return false;
}

/** The fields that an object itself requires of values that travel this way. */
export function requiredFields(schema: JsonObject, direction: Direction, resolver: Resolver): readonly string[] {
  const names = stringsAt(schema, 'required');
  if (names.length === 0) return names;
  const hidden = new Set(
    objectShape(schema, resolver)
      .properties.filter((field) => isHidden(field.schema, direction, resolver))
      .map(({ name }) => name),
  );
  return names.filter((name) => !hidden.has(name));
}

/** Whether an object itself requires a field that only requests or only replies have. */
export function requiresOneWayField(schema: JsonObject, resolver: Resolver): boolean {
  const required = getArray(schema, 'required');
  if (required.length === 0) return false;
  return objectShape(schema, resolver).properties.some(({ name, schema: field }) => {
    return required.includes(name) && (isReadOnly(field, resolver) || isWriteOnly(field, resolver));
  });
}
