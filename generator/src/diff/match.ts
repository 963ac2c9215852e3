import { bodiesOf } from '../model/bodies.js';
import type { Model, Operation } from '../model/model.js';
import { addTo } from '../problems/index.js';
import {
  getString,
  listedValues,
  ownFieldNames,
  referencedName,
  type Schema,
  type Subschema,
  schemaText,
  subschemas,
} from '../schema/index.js';
import { nameLikeness, pairByLikeness } from './likeness.js';
import type { SchemaPairs } from './schemas/walk.js';

/** Pairs the items of two versions, each once: all that match by the first test, then by the second, and so on. */
export function pairUp<T>(old: readonly T[], next: readonly T[], ...tests: readonly ((was: T, is: T) => boolean)[]) {
  const pairs: [T, T][] = [];
  const added = [...next];
  const take = (was: T, fits: (was: T, is: T) => boolean): boolean => {
    const index = added.findIndex((is) => fits(was, is));
    if (index < 0) return false;
    for (const is of added.splice(index, 1)) pairs.push([was, is]);
    return true;
  };
  const removed = tests.reduce((rest, fits) => rest.filter((was) => !take(was, fits)), old);
  return { pairs, added, removed };
}

export type OperationMatches = ReturnType<typeof matchOperations>;

/** Pairs operations by id, then by method and path, so that an operation with another id was renamed. */
export function matchOperations(old: Model, next: Model) {
  const byId = (one: Operation, other: Operation): boolean => one.id === other.id;
  const byAddress = (one: Operation, other: Operation): boolean => addressOf(one) === addressOf(other);
  // In the order of the new version.
  const { pairs, added, removed } = pairUp(next.operations, old.operations, byId, byAddress);
  return { pairs: pairs.map(([is, was]) => [was, is] as const), added: removed, removed: added };
}

/** Method and path without the names of path parameters. */
export function addressOf({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
}

/** Minimum share of common field names for a type to be renamed. */
const LIKENESS = 0.5;

/**
 * Pairs named schemas: by name; then a removed schema with an added one in the same place that is similar, or with one that is
 * equal and has a similar name. If there are several, the one with the most similar name.
 */
export function matchSchemas(old: Model, next: Model, operations: OperationMatches): SchemaPairs {
  const byName = ({ schemas }: Model) => new Map(schemas.map(({ name, schema }) => [name, schema]));
  const [gone, added] = [byName(old), byName(next)];
  const pairs = new Map<string, string>();
  for (const name of [...gone.keys()].filter((key) => added.has(key))) {
    pairs.set(name, name);
    gone.delete(name);
    added.delete(name);
  }
  if (gone.size === 0 || added.size === 0) return pairs;
  const was = operations.pairs.map(([operation]) => operation);
  const is = operations.pairs.map(([, operation]) => operation);
  const [before, after] = [placedTypes(gone, placesOf(old, was, gone)), placedTypes(added, placesOf(next, is, added))];
  // A place inside a renamed type is found after the type itself.
  for (let size = -1; size < pairs.size; ) {
    size = pairs.size;
    const left = before.filter(({ name }) => !pairs.has(name));
    const taken = new Set(pairs.values());
    const free = after.filter(({ name }) => !taken.has(name));
    for (const [one, other] of pairByLikeness(left, free, (one, other) => typeLikeness(one, other, pairs))) {
      pairs.set(one.name, other.name);
    }
  }
  return pairs;
}

interface PlacedType {
  readonly name: string;
  readonly schema: Schema;
  readonly text: string;
  readonly places: readonly TypePlace[];
}

function placedTypes(
  schemas: ReadonlyMap<string, Schema>,
  places: ReadonlyMap<string, readonly TypePlace[]>,
): PlacedType[] {
  return [...schemas].map(([name, schema]) => {
    return { name, schema, text: schemaText(schema), places: places.get(name) ?? [] };
  });
}

/** Likelihood that a type was renamed to another one; negative if too low. */
function typeLikeness(old: PlacedType, next: PlacedType, pairs: SchemaPairs): number {
  const isSame = old.text === next.text;
  const isInPlace = old.places.some(({ root, path }) =>
    next.places.some((place) => place.path === path && place.root === (pairs.get(root) ?? root)),
  );
  const isAlike = isSame || (isInPlace && areAlike(old.schema, next.schema));
  if (!isAlike) return -1;
  const likeness = nameLikeness(significant(old.name), significant(next.name));
  if (isInPlace) return 1 + likeness;
  return likeness >= LIKENESS ? likeness : -1;
}

/** A name without common words of types. */
function significant(name: string): string {
  return (
    name.replace(/(Request|Response|Payload|Reply|Result|Input|Output|Data|Dto|DTO|Model|Type|Object)+$/, '') || name
  );
}

/** A place that refers to a named schema. */
interface TypePlace {
  /** A named schema, or an operation by its index with one of its parts. */
  readonly root: string;
  readonly path: string;
}

/** The places that refer to some named schemas, with the same names in both versions. */
function placesOf(
  model: Model,
  operations: readonly Operation[],
  wanted: ReadonlyMap<string, Schema>,
): ReadonlyMap<string, readonly TypePlace[]> {
  const found = new Map<string, TypePlace[]>();
  const visit = (schema: Schema, root: string, path: string): void => {
    const key = referencedName(getString(schema, '$ref'));
    if (key !== undefined && wanted.has(key)) addTo(found, key, { root, path });
    for (const part of subschemas(schema)) visit(part.schema, root, path + stepText(part));
  };
  for (const { name, schema } of model.schemas) visit(schema, name, '');
  for (const [index, operation] of operations.entries()) {
    for (const { name, schema } of operation.parameters) visit(schema, `${index}`, `parameter ${name}`);
    for (const [at, { schema }] of bodiesOf(operation).entries()) visit(schema, `${index}`, `body ${at}`);
    for (const { status, schema } of operation.responses) visit(schema ?? true, `${index}`, `response ${status}`);
  }
  return found;
}

/** The same for every spelling of a part: a field by name, the items of an array and the values of a map. */
function stepText({ describes, field }: Subschema): string {
  if (describes === 'value') return '';
  return field === undefined ? '[]' : `.${field}`;
}

function areAlike(old: Schema, next: Schema): boolean {
  const [before, after] = [contentOf(old), new Set(contentOf(next))];
  if (before.length === 0 || after.size === 0) return false;
  const shared = before.filter((name) => after.has(name)).length;
  return shared / Math.max(before.length, after.size) >= LIKENESS;
}

/** The names of an object's fields, or the values of an enum. */
function contentOf(schema: Schema): readonly string[] {
  const names = ownFieldNames(schema);
  return names.length > 0 ? names : (listedValues(schema) ?? []).map((value) => JSON.stringify(value));
}
