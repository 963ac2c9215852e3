import { get, getObject, getString, type JsonObject, stringsAt } from './json.js';
import { ownFieldNames } from './objects.js';

const composing = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'dependentSchemas', 'patternProperties'];

/**
 * The required fields that are not among the fields of an object, if nothing else can define them.
 *
 * @param above the keyword of the list that the schema is in, if any: other parts may define what a part requires.
 */
export function undefinedRequired(schema: JsonObject, above: string | undefined): readonly string[] {
  const names = new Set(ownFieldNames(schema));
  const isComposed = composing.some((keyword) => keyword === above || get(schema, keyword) !== undefined);
  if (names.size === 0 || isComposed || getObject(schema, 'additionalProperties')) return [];
  return stringsAt(schema, 'required').filter((name) => !names.has(name));
}

/** The reference that a schema consists of, if other schemas apply to the same value: it is in the list of a keyword. */
export function referenceAsPart(schema: JsonObject, above: string | undefined): string | undefined {
  return composing.includes(above ?? '') ? getString(schema, '$ref') : undefined;
}
