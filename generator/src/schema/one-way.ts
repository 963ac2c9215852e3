import { type Direction, isHidden, visibleFields } from './directions.js';
import { isObject, type JsonObject, type Schema, schemasAt, stringsAt } from './json.js';
import { hasBranches, objectShape, ownFieldNames, requiredFields } from './objects.js';
import type { Resolver } from './references.js';

const ways = ['request', 'reply'] as const;

/** Whether an object itself, or a part of its `allOf`, has a field that exists in one direction only. */
export function hasOneWayField(schema: JsonObject, resolver: Resolver): boolean {
  const parts = schemasAt(schema, 'allOf').filter(isObject);
  if (parts.some((part) => isWhollyHidden(part, 'request', resolver)) || requiresOneWayField(schema, resolver))
    return true;
  return [schema, ...parts].some((part) =>
    ways.some((way) => visibleFields(part, way, resolver).length < ownFieldNames(part).length),
  );
}

/** The same for a field that it requires: values for one direction lack it. */
export function requiresOneWayField(schema: JsonObject, resolver: Resolver): boolean {
  return [schema, ...schemasAt(schema, 'allOf').filter(isObject)].some((part) => {
    const { length } = stringsAt(part, 'required');
    return ways.some((way) => requiredFields(part, way, resolver, schema).length < length);
  });
}

/** Whether all fields of an object are hidden in a direction: as a part of an `allOf` it is omitted; elsewhere it keeps its fields. */
export function isWhollyHidden(schema: Schema, direction: Direction, resolver: Resolver): boolean {
  const { properties } = objectShape(schema, resolver);
  const isHiddenIn = properties.length > 0 && properties.every((one) => isHidden(one.schema, direction, resolver));
  return isHiddenIn && !hasBranches(schema, resolver);
}
