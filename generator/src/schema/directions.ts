import { get, getString, type Schema, schemaEntries } from './json.js';
import type { Resolver } from './references.js';

const MOST_HOPS = 20;

/** The direction of a value. */
export type Direction = 'request' | 'reply';

/** Whether a field is forbidden in requests: `readOnly`, also through a reference (OpenAPI 3.1, 4.8.24). */
export function isReadOnly(schema: Schema, resolver: Resolver): boolean {
  return isHidden(schema, 'request', resolver);
}

/** Whether a field is forbidden in responses: `writeOnly`, also through a reference (OpenAPI 3.1, 4.8.24). */
export function isWriteOnly(schema: Schema, resolver: Resolver): boolean {
  return isHidden(schema, 'reply', resolver);
}

/** Whether a field does not exist in a direction. */
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

/** The fields that an object itself defines in a direction; all if nothing else is left, since the author means them to exist. */
export function visibleFields(schema: Schema, direction: Direction, resolver: Resolver) {
  const own = schemaEntries(schema, 'properties');
  const visible = own.filter(([, field]) => !isHidden(field, direction, resolver));
  const hasParts = ['allOf', 'oneOf', 'anyOf'].some((key) => get(schema, key) !== undefined);
  return visible.length > 0 || hasParts ? visible : own;
}
