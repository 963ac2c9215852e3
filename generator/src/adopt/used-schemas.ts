import {
  ABSENT,
  getObject,
  getString,
  type Json,
  type JsonObject,
  namedReference,
  schemasOf,
} from '../schema/index.js';

/**
 * The names of our schemas that became unused. A schema that the vendor's document lacks too is handled as absent.
 *
 * @param before our spec before any edits.
 */
export function unusedSchemas(before: JsonObject, ours: JsonObject, theirs: JsonObject): readonly string[] {
  const [used, left, known] = [usedSchemas(before), usedSchemas(ours), schemasOf(theirs)];
  return Object.entries(schemasOf(ours)).flatMap(([name, schema]) => {
    const isUnused = used.has(name) && !left.has(name) && known[name] !== undefined;
    return isUnused && getString(schema, ABSENT) === undefined ? [name] : [];
  });
}

/** The names of the schemas that are referred to from outside the schemas, directly or indirectly. */
export function usedSchemas(root: JsonObject): ReadonlySet<string> {
  const { schemas: _, ...components } = getObject(root, 'components') ?? {};
  const names = new Map(Object.keys(schemasOf(root)).map((name) => [namedReference(name), name]));
  const refs = new Set(referencesIn({ ...root, components }));
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
