import { operationsIn } from '../load/document.js';
import {
  getObject,
  isObject,
  type Json,
  type JsonObject,
  namedReference,
  type References,
  schemasOf,
} from '../schema/index.js';
import type { Rules } from './rules.js';

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

/** Operations of the vendor without the ids that several of them have: ours keep their names. */
export function withUniqueIds(list: readonly Located[], rules: Rules): readonly Located[] {
  const counts = new Map<Json | undefined, number>();
  for (const { operation } of list) counts.set(operation.operationId, (counts.get(operation.operationId) ?? 0) + 1);
  return list.map((one) => {
    const { operationId, ...operation } = one.operation;
    if (operationId === undefined || counts.get(operationId) === 1) return one;
    const place = `The operationId ${String(operationId)} of ${one.method.toUpperCase()} ${one.path}`;
    rules.note('decide', `${place} is not unique in the vendor's file: correct it in the overlay of that file.`);
    return { ...one, operation };
  });
}
