import { reachIn, refersInside, type Version } from '../diff/index.js';
import { bodiesOf } from '../model/bodies.js';
import type { Model, Operation } from '../model/model.js';
import { addTo } from '../problems/index.js';
import type { Needed, PlannedSources } from '../render/render.js';
import type { Digest } from '../render/types/declarations.js';

/** One version, with its sources before they are printed. */
export interface PlannedVersion extends Version {
  readonly sources: PlannedSources;
}

const EVERYTHING: Needed = { type: () => true, operation: () => true };

/**
 * What must be printed of both versions to find and to compile the differences: what differs, all that refers to it, and all that
 * these refer to. The rest is the same text in both.
 */
export function neededOf(old: PlannedVersion, next: PlannedVersion): Needed {
  const versions = [old, next] as const;
  const [before, after] = [contentsOf(old), contentsOf(next)];
  if (versions.some(({ root }) => refersInside(root)) || !isInOrder([...before.keys()], [...after.keys()]))
    return EVERYTHING;
  const differing = new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
  // The same of both: what only one of them contained would look like it was removed or added.
  const starts = versions.map((version) => affectedIn(version, differing));
  const operations = new Set(starts.flatMap((start) => [...start.operations]));
  const types = new Set(starts.flatMap((start) => [...start.types]));
  for (const version of versions) {
    const found = version.model.operations.filter(({ pointer }) => operations.has(pointer));
    for (const key of found.flatMap((one) => rootsOf(one, version))) types.add(key);
  }
  for (const key of types) {
    for (const { sources } of versions)
      for (const other of sources.types.digests.get(key)?.refersTo ?? []) types.add(other);
  }
  return { type: (key) => types.has(key), operation: ({ pointer }) => operations.has(pointer) };
}

/** What the sources are printed from, as texts: types by their keys, operations by their pointers. */
function contentsOf({ model, names, sources: { types } }: PlannedVersion): ReadonlyMap<string, string> {
  const schemas = new Map(model.schemas.map(({ name, schema }) => [name, JSON.stringify(schema)]));
  const filters = [...types.filters.bySchema.values()];
  return new Map([
    ...filters.map((filter) => [filter.key, JSON.stringify(filter)] as const),
    ...[...types.digests].map(([key, { digest }]) => [key, `${digest} ${schemas.get(key)}`] as const),
    ...model.operations.map((one) => {
      const { layout: _, ...own } = names.operation(one);
      return [one.pointer, JSON.stringify([one, own])] as const;
    }),
  ]);
}

/** Whether the keys of both are in the same order. */
function isInOrder(old: readonly string[], next: readonly string[]): boolean {
  const [had, has] = [new Set(old), new Set(next)];
  const kept = next.filter((key) => had.has(key));
  return old.filter((key) => has.has(key)).every((key, index) => kept[index] === key);
}

/** What differs or refers to it: types by their keys, operations by their pointers. */
function affectedIn(version: PlannedVersion, differing: ReadonlySet<string>) {
  const { digests, webhooks } = version.sources.types;
  const affected = withUsers(differing, digests);
  const found = version.model.operations.filter(
    (one) => differing.has(one.pointer) || rootsOf(one, version).some((key) => affected.has(key)),
  );
  return {
    types: [...affected, ...webhooks.map(({ key }) => key)],
    operations: found.map(({ pointer }) => pointer),
  };
}

/** The types of an operation, and those that it refers to. */
function rootsOf(one: Operation, { model, sources }: PlannedVersion): readonly string[] {
  return [...(sources.types.operations.get(one) ?? []).map(({ key }) => key), ...namesIn(one, model)];
}

function withUsers(keys: ReadonlySet<string>, digests: ReadonlyMap<string, Digest>): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [user, { refersTo }] of digests) for (const key of refersTo) addTo(users, key, user);
  const found = new Set(keys);
  for (const key of found) for (const user of users.get(key) ?? []) found.add(user);
  return found;
}

/** The named schemas that an operation refers to, directly or not. */
function namesIn(operation: Operation, model: Model): Iterable<string> {
  const { parameters, responses } = operation;
  const parts = [
    ...parameters,
    ...bodiesOf(operation),
    ...responses,
    ...responses.flatMap(({ headers = [] }) => headers),
  ];
  return reachIn(model).namesFrom(parts.map(({ schema }) => schema ?? true));
}
