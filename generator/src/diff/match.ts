import type { Model, Operation } from '../model/model.js';
import { getString, ownFieldNames, referencedName, type Schema, type Subschema, subschemas } from '../schema/index.js';
import type { SchemaPairs } from './schemas/walk.js';

export interface OperationMatches {
  readonly pairs: readonly (readonly [old: Operation, next: Operation])[];
  readonly added: readonly Operation[];
  readonly removed: readonly Operation[];
}

/** Pairs operations by id, then by method and path, so that an operation with another id is the same one renamed. */
export function matchOperations(old: Model, next: Model): OperationMatches {
  const byId = new Map(old.operations.map((operation) => [operation.id, operation]));
  const found = new Map<Operation, Operation>();
  for (const operation of next.operations) {
    const partner = byId.get(operation.id);
    if (partner !== undefined) found.set(operation, partner);
  }
  const taken = new Set(found.values());
  const byAddress = new Map(
    old.operations.filter((operation) => !taken.has(operation)).map((operation) => [addressOf(operation), operation]),
  );
  for (const operation of next.operations) {
    const partner = found.has(operation) ? undefined : byAddress.get(addressOf(operation));
    if (partner !== undefined) found.set(operation, partner);
  }
  const paired = new Set(found.values());
  return {
    pairs: next.operations.flatMap((operation) => {
      const partner = found.get(operation);
      return partner === undefined ? [] : [[partner, operation] as const];
    }),
    added: next.operations.filter((operation) => !found.has(operation)),
    removed: old.operations.filter((operation) => !paired.has(operation)),
  };
}

/** Method and path; what a path parameter is called is no part of the address. */
export function addressOf({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
}

/** At least this share of the fields of two types must have the same names for one to be the other renamed. */
const LIKENESS = 0.5;

/**
 * Pairs named schemas: by name; then a schema that is gone with a new one that is the same but for its name, or that stands
 * where it stood and is alike.
 */
export function matchSchemas(old: Model, next: Model, operations: OperationMatches): SchemaPairs {
  const nextKeys = new Set(next.schemas.map(({ name }) => name));
  const oldKeys = new Set(old.schemas.map(({ name }) => name));
  const pairs = new Map(old.schemas.filter(({ name }) => nextKeys.has(name)).map(({ name }) => [name, name]));
  const gone = old.schemas.filter(({ name }) => !nextKeys.has(name));
  const fresh = new Map(
    next.schemas.filter(({ name }) => !oldKeys.has(name)).map(({ name, schema }) => [name, schema]),
  );
  if (gone.length === 0 || fresh.size === 0) return pairs;

  const places = placesOf(
    next,
    operations.pairs.map(([, operation]) => operation),
    new Set(fresh.keys()),
  );
  const oldPlaces = placesOf(
    old,
    operations.pairs.map(([operation]) => operation),
    new Set(gone.map(({ name }) => name)),
  );
  const byPlace = new Map([...places].flatMap(([name, list]) => [...list].map((place) => [place, name] as const)));
  const byText = new Map([...fresh].map(([name, schema]) => [shapeText(schema), name]));
  for (const { name, schema } of gone) {
    const same = byText.get(shapeText(schema));
    const standing = [...(oldPlaces.get(name) ?? [])].map((place) => byPlace.get(place));
    const partner = [same, ...standing].find((candidate) => {
      const other = candidate === undefined ? undefined : fresh.get(candidate);
      return other !== undefined && (candidate === same || areAlike(schema, other));
    });
    if (partner === undefined) continue;
    pairs.set(name, partner);
    fresh.delete(partner);
  }
  return pairs;
}

/** Where named schemas are referred to: places that have the same name in both descriptions. */
function placesOf(
  model: Model,
  operations: readonly Operation[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (root: Schema | undefined, place: string): void => {
    const waiting: (readonly [Schema, string])[] = root === undefined ? [] : [[root, place]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [schema, where] = next;
      const key = referencedName(getString(schema, '$ref'));
      if (key !== undefined && wanted.has(key)) found.set(key, (found.get(key) ?? new Set()).add(where));
      for (const part of subschemas(schema)) waiting.push([part.schema, where + stepText(part)]);
    }
  };
  for (const { name, schema } of model.schemas) visit(schema, `type ${name}`);
  for (const [index, operation] of operations.entries()) {
    for (const { name, schema } of operation.parameters) visit(schema, `${index} ${name}`);
    visit(operation.body?.schema, `${index} body`);
    for (const { status, schema } of operation.replies) visit(schema, `${index} ${status}`);
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
