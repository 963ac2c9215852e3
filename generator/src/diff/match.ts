import type { Model, Operation } from '../model/model.js';
import { getString, ownFieldNames, referencedName, type Schema, type Subschema, subschemas } from '../schema/index.js';
import type { SchemaPairs } from './schemas/walk.js';

/** Pairs what two versions have, each thing once: all for which the first test holds, then the second, and so on. */
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

/** Pairs operations by id, then by method and path, so that an operation with another id is the same one renamed. */
export function matchOperations(old: Model, next: Model) {
  const byId = (one: Operation, other: Operation): boolean => one.id === other.id;
  const byAddress = (one: Operation, other: Operation): boolean => addressOf(one) === addressOf(other);
  const { pairs, added, removed } = pairUp(next.operations, old.operations, byId, byAddress);
  return { pairs: pairs.map(([is, was]) => [was, is] as const), added: removed, removed: added };
}

/** Method and path; what a path parameter is called is no part of the address. */
export function addressOf({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
}

/** At least this share of the fields of two types must have the same names for one to be the other renamed. */
const LIKENESS = 0.5;

/**
 * Pairs named schemas: by name; then a schema that is gone with a new one that is the same but for its name, or that is in its
 * place and is alike.
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
  const oldPlaces = placesOf(old, was, gone);
  const byPlace = new Map(placesOf(next, is, added).map(([name, place]) => [place, name]));
  const byText = new Map([...added].map(([name, schema]) => [shapeText(schema), name]));
  for (const [name, schema] of gone) {
    const same = byText.get(shapeText(schema));
    const inPlace = oldPlaces.flatMap(([key, place]) => (key === name ? [byPlace.get(place)] : []));
    const partner = [same, ...inPlace].find((candidate) => {
      const other = candidate === undefined ? undefined : added.get(candidate);
      return other !== undefined && (candidate === same || areAlike(schema, other));
    });
    if (partner === undefined) continue;
    pairs.set(name, partner);
    added.delete(partner);
  }
  return pairs;
}

/** Where some named schemas are referred to: places that have the same name in both versions. */
function placesOf(
  model: Model,
  operations: readonly Operation[],
  wanted: ReadonlyMap<string, Schema>,
): readonly (readonly [name: string, place: string])[] {
  const found: [string, string][] = [];
  const visit = (schema: Schema, place: string): void => {
    const key = referencedName(getString(schema, '$ref'));
    if (key !== undefined && wanted.has(key)) found.push([key, place]);
    for (const part of subschemas(schema)) visit(part.schema, place + stepText(part));
  };
  for (const { name, schema } of model.schemas) visit(schema, `type ${name}`);
  for (const [index, operation] of operations.entries()) {
    for (const { name, schema } of operation.parameters) visit(schema, `${index} ${name}`);
    visit(operation.body?.schema ?? true, `${index} body`);
    for (const { status, schema } of operation.replies) visit(schema ?? true, `${index} ${status}`);
  }
  return found;
}

/** The same for every spelling of a part: a field by its name, the items of a list and the values of a map. */
function stepText({ describes, field }: Subschema): string {
  if (describes === 'value') return '';
  return field === undefined ? '[]' : `.${field}`;
}

/** A schema without its texts, keys in order. */
function shapeText(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    if (['description', 'title', 'example', 'examples'].includes(key) && typeof value !== 'object') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function areAlike(old: Schema, next: Schema): boolean {
  const before = ownFieldNames(old);
  const after = new Set(ownFieldNames(next));
  if (before.length === 0 || after.size === 0) return shapeText(old) === shapeText(next);
  const shared = before.filter((name) => after.has(name)).length;
  return shared / Math.max(before.length, after.size) >= LIKENESS;
}
