import { get, getObject, type JsonObject, schemasAt } from './json.js';
import { layers } from './keywords.js';
import { ownFieldNames, schemaByPattern } from './objects.js';
import type { MutableObject } from './raise.js';
import type { Resolver } from './references.js';

/** A longer chain is not a matter of inheritance. */
const MOST_LAYERS = 100;

/**
 * Opens, in place, the parts of an `allOf` with `additionalProperties: false` that forbid fields of the other parts: no value could
 * have these. If it is beside the `allOf`, the schema as a whole forbids other fields.
 *
 * @returns whether there are any.
 */
export function openParts(schema: MutableObject, resolver: Resolver): boolean {
  if (schemasAt(schema, 'allOf').length === 0) return false;
  const parts: MutableObject[] = layers(schema, resolver, MOST_LAYERS);
  const names = new Set(parts.flatMap(ownFieldNames));
  const closed = parts.filter((part) => [...names].some((name) => forbids(part, name)));
  for (const part of closed) {
    delete part.additionalProperties;
    if (part === schema) part.unevaluatedProperties ??= false;
  }
  return closed.length > 0;
}

function forbids(part: JsonObject, name: string): boolean {
  if (get(part, 'additionalProperties') !== false) return false;
  return !Object.hasOwn(getObject(part, 'properties') ?? {}, name) && schemaByPattern(part, name) === undefined;
}
