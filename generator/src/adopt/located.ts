import { operationsIn } from '../load/document.js';
import {
  ABSENT,
  getObject,
  getString,
  isObject,
  type Json,
  type JsonObject,
  namedReference,
  type References,
  schemasOf,
} from '../schema/index.js';

export type Located = ReturnType<typeof operationsOfPaths>[number];

export function operationsOfPaths(root: JsonObject) {
  return operationsIn(root, ['paths']);
}

/** The number of leading segments that two paths have in common. */
export function commonSegments(one: string, other: string): number {
  const [before, after] = [one.split('/'), other.split('/')];
  const different = before.findIndex((segment, index) => segment !== after[index]);
  return different === -1 ? before.length : different;
}

/** The referenced schemas of the body and the results of an operation, to compare it with another. */
export function shapeOf({ requestBody, responses }: JsonObject, references: References): string[] {
  const successes = Object.entries(isObject(responses) ? responses : {}).filter(([status]) => status.startsWith('2'));
  const parts = [requestBody, ...successes.map(([, reply]) => reply)];
  const media = parts.flatMap((part) => Object.values(getObject(references.object(part), 'content') ?? {}));
  return [...referencesIn(media.map((one) => (isObject(one) ? (one.schema ?? null) : null)))].sort();
}

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
