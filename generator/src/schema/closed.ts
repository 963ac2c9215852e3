import { get, getObject, type JsonObject, schemasAt } from './json.js';
import { layers } from './keywords.js';
import { ownFieldNames, schemaByPattern } from './objects.js';
import type { MutableObject } from './raise.js';
import type { Resolver } from './references.js';

/** Maximum length of a chain of inheritance. */
const MOST_LAYERS = 100;

/**
 * Opens, in place, the parts of an `allOf` whose `additionalProperties: false` forbids fields of the other parts: no value could
 * match. Beside the `allOf`, it forbids other fields of the schema as a whole.
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
