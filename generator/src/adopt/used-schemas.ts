import {
  getObject,
  isObject,
  type Json,
  type JsonObject,
  namedReference,
  type References,
  schemasOf,
} from '../schema/index.js';

/** The referenced schemas of the body and the results of an operation, to compare it with another. */
export function shapeOf({ requestBody, responses }: JsonObject, references: References): string[] {
  const successes = Object.entries(isObject(responses) ? responses : {}).filter(([status]) => status.startsWith('2'));
  const parts = [requestBody, ...successes.map(([, reply]) => reply)];
  const media = parts.flatMap((part) => Object.values(getObject(references.object(part), 'content') ?? {}));
  return [...referencesIn(media.map((one) => (isObject(one) ? (one.schema ?? null) : null)))].sort();
}

/**
 * The names of the schemas that are referred to from outside the schemas, directly or indirectly.
 *
 * @param more names of schemas that count as referred to.
 */
export function usedSchemas(root: JsonObject, more: readonly string[] = []): ReadonlySet<string> {
  const { schemas: _, ...components } = getObject(root, 'components') ?? {};
  const names = new Map(Object.keys(schemasOf(root)).map((name) => [namedReference(name), name]));
  const refs = new Set([...referencesIn({ ...root, components }), ...more.map(namedReference)]);
  for (const ref of refs) {
    for (const inner of referencesIn(schemasOf(root)[names.get(ref) ?? ''] ?? null)) refs.add(inner);
  }
  return new Set([...refs].flatMap((ref) => names.get(ref) ?? []));
}

export function referencesIn(value: Json, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string' && value.startsWith('#/')) found.add(value);
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values<Json>(value)) referencesIn(inner, found);
  return found;
}
