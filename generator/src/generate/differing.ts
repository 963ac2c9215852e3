import { reachIn, refersInside, type Version } from '../diff/index.js';
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
export function neededOf(old: PlannedVersion, next: PlannedVersion): readonly [Needed, Needed] {
  const versions = [old, next] as const;
  const [before, after] = [contentsOf(old), contentsOf(next)];
  if (versions.some(({ root }) => refersInside(root)) || !isInOrder([...before.keys()], [...after.keys()]))
    return [EVERYTHING, EVERYTHING];
  const differing = new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
  return [neededIn(old, differing), neededIn(next, differing)];
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

function neededIn(version: PlannedVersion, differing: ReadonlySet<string>): Needed {
  const { model, sources } = version;
  const { digests, operations, webhooks } = sources.types;
  const affected = withUsers(differing, digests);
  const rootsOf = (one: Operation): readonly string[] => {
    return [...(operations.get(one) ?? []).map(({ key }) => key), ...namesIn(one, model)];
  };
  const found = new Set(
    model.operations.filter((one) => differing.has(one.pointer) || rootsOf(one).some((key) => affected.has(key))),
  );
  const types = new Set([...affected, ...webhooks.map(({ key }) => key), ...[...found].flatMap(rootsOf)]);
  for (const key of types) for (const other of digests.get(key)?.refersTo ?? []) types.add(other);
  return { type: (key) => types.has(key), operation: (one) => found.has(one) };
}

function withUsers(keys: ReadonlySet<string>, digests: ReadonlyMap<string, Digest>): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [user, { refersTo }] of digests) for (const key of refersTo) addTo(users, key, user);
  const found = new Set(keys);
  for (const key of found) for (const user of users.get(key) ?? []) found.add(user);
  return found;
}

/** The named schemas that an operation refers to, directly or not. */
function namesIn({ parameters, body, responses }: Operation, model: Model): Iterable<string> {
  const bodies = body === undefined ? [] : [body, ...(body.others ?? [])];
  const parts = [...parameters, ...bodies, ...responses, ...responses.flatMap(({ headers = [] }) => headers)];
  return reachIn(model).namesFrom(parts.map(({ schema }) => schema ?? true));
}
