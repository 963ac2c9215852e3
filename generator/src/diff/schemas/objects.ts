import type { Schema } from '../../schema/index.js';
import {
  extendedReferences,
  isReadOnly,
  isWriteOnly,
  objectShape,
  ownFieldNames,
  type Property,
  type Resolver,
  referencedName,
  stringsAt,
} from '../../schema/index.js';
import { fieldOf, type Place, valuesOf } from '../place.js';
import { compareFilters } from './filters.js';
import type { SchemaPairs, SchemaWalk } from './walk.js';

/** Compares the fields of two objects, and what they take beside them. */
export function compareObjects(old: Schema, next: Schema, place: Place, walk: SchemaWalk): void {
  if (walk.filterExtension !== undefined) compareFilters(walk.filterExtension, old, next, place, walk.report);
  const shared = sharedParts(old, next, walk.pairs);
  const before = ownFields(old, new Set(shared.keys()), walk.old);
  const after = ownFields(next, new Set(shared.values()), walk.next);
  // A field may have moved between an object and what it extends.
  const wholeBefore = new Map(objectShape(old, walk.old).properties.map((property) => [property.name, property]));
  const wholeAfter = new Map(objectShape(next, walk.next).properties.map((property) => [property.name, property]));
  for (const name of new Set([...before, ...after])) {
    const was = wholeBefore.get(name);
    const is = wholeAfter.get(name);
    const field = fieldOf(place, name);
    // Demanded on both sides, and described on neither.
    if (was === undefined && is === undefined) continue;
    if (is === undefined) walk.report.schema('property-removed', field, 'is gone', 'old');
    else if (was === undefined) reportAdded(is, field, walk);
    else {
      compareRequired(was, is, field, walk);
      walk.compare(was.schema, is.schema, field);
    }
  }
  compareMaps(old, next, place, walk);
}

/** The names of the fields that an object has beside what it extends in both descriptions. */
function ownFields(schema: Schema, shared: ReadonlySet<string>, resolver: Resolver): string[] {
  const own: Resolver = { resolve: (ref) => (shared.has(ref) ? true : resolver.resolve(ref)) };
  const names = objectShape(schema, own).properties.map(({ name }) => name);
  return [...new Set([...names, ...stringsAt(schema, 'required')])];
}

function reportAdded({ schema, required }: Property, field: Place, { next, report }: SchemaWalk): void {
  if (!required || isReadOnly(schema, next)) report.schema('property-added', field, 'is new', 'next');
  else {
    const text = field.ways.request ? 'is new and must be given' : 'is new';
    report.schema('required-property-added', field, text, 'next');
  }
}

/** Compares whether a field must be given, and whether it is always there. */
function compareRequired(old: Property, next: Property, field: Place, walk: SchemaWalk): void {
  const demanded = (isHidden: typeof isReadOnly) =>
    [old.required && !isHidden(old.schema, walk.old), next.required && !isHidden(next.schema, walk.next)] as const;
  // A field that is only read is not demanded of a request, nor one that is only written of a reply.
  const [sent, received] = [demanded(isReadOnly), demanded(isWriteOnly)];
  const { request, reply } = field.ways;
  if (sent[0] === received[0] && sent[1] === received[1]) reportRequired(...sent, field, walk);
  else {
    if (request) reportRequired(...sent, { ...field, ways: { request, reply: false } }, walk);
    if (reply) reportRequired(...received, { ...field, ways: { request: false, reply } }, walk);
  }
}

function reportRequired(was: boolean, is: boolean, field: Place, { report }: SchemaWalk): void {
  const { request, reply } = field.ways;
  if (!was && is) report.schema('property-became-required', field, request ? 'must be given' : 'is always there');
  if (was && !is) {
    report.schema('property-became-optional', field, request && !reply ? 'may be left out' : 'may be missing');
  }
}

function compareMaps(old: Schema, next: Schema, place: Place, walk: SchemaWalk): void {
  const before = mapOf(old, walk.old);
  const after = mapOf(next, walk.next);
  if (before === undefined && after === undefined) return;
  if (before === undefined) walk.report.schema('map-opened', place, 'takes further fields', 'next');
  else if (after === undefined) walk.report.schema('map-closed', place, 'takes no further fields', 'old');
  else if (ownFieldNames(old).length + ownFieldNames(next).length === 0) walk.compare(before, after, valuesOf(place));
  else if (JSON.stringify(before) !== JSON.stringify(after)) {
    walk.report.schema('map-changed', place, 'takes other values in further fields');
  }
}

/** What further fields hold: anything where an object has no field of its own and nothing is said of others. */
function mapOf(schema: Schema, resolver: Resolver): Schema | undefined {
  const { additional, properties } = objectShape(schema, resolver);
  if (additional === undefined && properties.length === 0) return true;
  return additional === false ? undefined : additional;
}

/** The references in `allOf` that both have, old to new: what they lead to is compared by itself. */
function sharedParts(old: Schema, next: Schema, pairs: SchemaPairs): ReadonlyMap<string, string> {
  const shared = new Map<string, string>();
  for (const ref of extendedReferences(old)) {
    const key = pairs.get(referencedName(ref) ?? '');
    const partner = extendedReferences(next).find((other) => key !== undefined && referencedName(other) === key);
    if (partner !== undefined) shared.set(ref, partner);
  }
  return shared;
}
