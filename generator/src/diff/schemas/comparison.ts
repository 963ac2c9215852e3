import { openEnums } from '../../model/directions.js';
import type { JsonObject, Resolver, Schema } from '../../schema/index.js';
import {
  defaultOf,
  effectiveSchema,
  get,
  isObject,
  itemsOf,
  layers,
  listedValues,
  objectShape,
  schemaTypes,
  type Tuple,
  tupleOf,
  type Unwrapped,
  unwrap,
  unwrapReferences,
} from '../../schema/index.js';
import type { Change, Version } from '../change.js';
import { itemsOf as itemsPlace, memberOf, type Place } from '../place.js';
import { Report } from '../report.js';
import { type RuleId, SEVERITIES } from '../rules.js';
import { typeText } from '../texts.js';
import { compareObjects, cut, sharedParts } from './objects.js';
import { compareUnions } from './unions.js';
import { compareDefaults, compareRestrictions, compareValues } from './values.js';
import { isPair, keyOf, kindsIn, type SchemaPairs, type SchemaSide, type SchemaWalk } from './walk.js';

/** Compares schemas by meaning. Named schemas are compared once, and not where they are referred to. */
export function schemaWalk(old: Version, next: Version, pairs: SchemaPairs, report: Report): SchemaWalk {
  const filterExtension = next.model.hooks.filters?.extension;
  const state = { report, described: new Map(), open: new Map() };
  return walkOf({ old: sideOf(old), next: sideOf(next), pairs, filterExtension, ...state });
}

type Context = Omit<SchemaWalk, 'compare' | 'changes'>;

function walkOf(context: Context): SchemaWalk {
  const walk: SchemaWalk = {
    ...context,
    compare: (old, next, place) => compareSchema(old, next, place, walk),
    changes: (old, next, place) =>
      collect({ ...context, described: new Map() }, (inner) => inner.compare(old, next, place)),
  };
  return walk;
}

/** The changes found by a function, without reporting them. */
function collect(context: Context, find: (walk: SchemaWalk) => void): readonly Change[] {
  const report = new Report();
  find(walkOf({ ...context, report }));
  return report.changes;
}

function sideOf(version: Version): SchemaSide {
  const { model } = version;
  return {
    resolve: (ref) => model.resolve(ref),
    typeText: (schema) => typeText(schema, version),
    isExact: (lists, { operation, reaches, isEvent }) => {
      // A type that no operation receives is a strict enum.
      if (operation === undefined && reaches.length === 0 && isEvent !== true) return true;
      const enums = openEnums(model);
      const all = [...lists, { anyOf: [...lists] }];
      return all.every((schema) => !isObject(schema) || enums.mayOpen(schema).length === 0);
    },
  };
}

function compareSchema(old: Schema, next: Schema, place: Place, walk: SchemaWalk): void {
  if (old === false || next === false) {
    if (next !== false) walk.report.schema('type-widened', place, 'is allowed', 'next');
    else if (old !== false) walk.report.schema('type-narrowed', place, 'is not allowed', 'old');
    return;
  }
  compareTexts(old, next, place, walk);
  const before = unwrap(old);
  const after = unwrap(next);
  const shared = sharedParts(before.schema, after.schema, walk.pairs);
  const [oldResolver, resolver] = [cut(walk.old, new Set(shared.keys())), cut(walk.next, new Set(shared.values()))];
  compareDefaults(defaultOf(old, oldResolver), defaultOf(next, resolver), place, walk);
  const [wasNamed, isNamed] = [keyOf(before.schema) !== undefined, keyOf(after.schema) !== undefined];
  if (isPair(before.schema, after.schema, walk.pairs)) compareNull(before.nullable, after.nullable, place, walk);
  else if (wasNamed && isNamed) compareExchanged(before, after, place, walk);
  else compareInner(before, after, place, walk);
}

function compareTexts(old: Schema, next: Schema, place: Place, { described, report }: SchemaWalk): void {
  const differ = ['title', 'description', 'example', 'examples', 'externalDocs'].some(
    (key) => JSON.stringify(get(old, key)) !== JSON.stringify(get(next, key)),
  );
  const isShared = place.operation === undefined;
  const key = `${place.operation ?? ''} ${place.owner}`;
  const isRestored = get(old, 'deprecated') === true && get(next, 'deprecated') !== true;
  if ((differ || isRestored) && !described.has(key)) described.set(key, isShared ? { ...place, path: '' } : place);
  if (get(next, 'deprecated') === true && get(old, 'deprecated') !== true) {
    report.schema(place.path === '' && isShared ? 'type-deprecated' : 'property-deprecated', place, 'is deprecated');
  }
}

/** Another named schema in a named schema's place: compared field by field if they are similar, otherwise one change. */
function compareExchanged(old: Unwrapped, next: Unwrapped, place: Place, walk: SchemaWalk): void {
  const inner = collect(walk, (scratch) => compareInner(old, next, place, scratch));
  const removed = inner.filter(({ rule }) => rule === 'property-removed').length;
  const before = objectShape(old.schema, walk.old).properties.length;
  if (removed * 2 <= before || removed === 0) walk.report.changes.push(...inner);
  else {
    const text = `is now ${walk.next.typeText(next.schema)}, was ${walk.old.typeText(old.schema)}`;
    walk.report.schema('type-changed', place, text);
  }
}

function compareInner(before: Unwrapped, after: Unwrapped, place: Place, walk: SchemaWalk): void {
  const shared = sharedParts(before.schema, after.schema, walk.pairs);
  const old = shared.size > 0 ? before : unwrapReferences(before, walk.old);
  const next = shared.size > 0 ? after : unwrapReferences(after, walk.next);
  const partners = walk.open.get(old.schema) ?? new Set();
  if (partners.has(next.schema)) return;
  walk.open.set(old.schema, partners.add(next.schema));
  const [was, is] = levelsOf(old, next, shared, walk);
  compareNull(was.nullable, is.nullable, place, walk);
  compareContent(was, is, place, walk);
  compareFields(was, is, [old.schema, next.schema], shared, place, walk);
  partners.delete(next.schema);
}

/** Both schemas with all constraints on one level. Common references are compared separately. */
function levelsOf(
  old: Unwrapped,
  next: Unwrapped,
  shared: SchemaPairs,
  walk: SchemaWalk,
): readonly [Unwrapped, Unwrapped] {
  const base = [...shared.values()].flatMap((ref) => {
    const types = schemaTypes({ $ref: ref }, walk.next);
    return [...layers({ $ref: ref }, walk.next), ...(types.length > 0 ? [{ type: types }] : [])];
  });
  return [
    levelOf(old, cut(walk.old, new Set(shared.keys())), base),
    levelOf(next, cut(walk.next, new Set(shared.values())), base),
  ];
}

function levelOf(unwrapped: Unwrapped, resolver: Resolver, base: readonly JsonObject[]): Unwrapped {
  const schema = effectiveSchema(unwrapped.schema, resolver, base);
  if (schema === unwrapped.schema) return unwrapped;
  const { nullable, ...level } = unwrap(schema);
  // The type has the shortest of several lists.
  const [list] = [...layers(unwrapped.schema, resolver), ...base]
    .filter((layer) => listedValues(layer) !== undefined)
    .sort((one, other) => (listedValues(one)?.length ?? 0) - (listedValues(other)?.length ?? 0));
  const lists = list === undefined ? [schema] : [list];
  return { ...level, lists: level.members.length > 0 ? level.lists : lists, nullable: unwrapped.nullable || nullable };
}

function compareNull(old: boolean, next: boolean, place: Place, { report }: SchemaWalk): void {
  if (!old && next) report.schema('null-allowed', place, 'may be `null`');
  if (old && !next) report.schema('null-refused', place, 'is no longer `null`');
}

function compareContent(old: Unwrapped, next: Unwrapped, place: Place, walk: SchemaWalk): void {
  if (old.members.length > 0 || next.members.length > 0) {
    compareUnions(old, next, place, walk);
    if (old.members.length > 0 && next.members.length > 0) compareRestrictions(old.schema, next.schema, place, walk);
    return;
  }
  const was = kindsIn(old.schema, walk.old);
  const is = kindsIn(next.schema, walk.next);
  const rule = relation(was, is);
  if (rule === undefined) compareValues(old, next, place, walk);
  else {
    const text = `is now ${walk.next.typeText(next.schema)}, was ${walk.old.typeText(old.schema)}`;
    walk.report.schema(rule, place, text);
  }
  if (was.has('array') && is.has('array')) compareItems(old.schema, next.schema, place, walk);
}

/** @param schemas with their references: what both extend is compared separately. */
function compareFields(
  old: Unwrapped,
  next: Unwrapped,
  schemas: readonly [Schema, Schema],
  shared: SchemaPairs,
  place: Place,
  walk: SchemaWalk,
): void {
  const isUnion = old.members.length > 0 || next.members.length > 0;
  const fits = schemas.every((schema, side) => {
    const resolver = side === 0 ? walk.old : walk.next;
    return isUnion ? objectShape(schema, resolver).properties.length > 0 : kindsIn(schema, resolver).has('object');
  });
  if (fits) compareObjects(...schemas, shared, place, walk);
}

/** A list for a tuple, or the other way round, is one change: the worst of those of its items. */
function compareItems(old: Schema, next: Schema, place: Place, walk: SchemaWalk): void {
  const [was, is] = [tupleOf(old), tupleOf(next)];
  const [before, after] = [was ?? listOf(old), is ?? listOf(next)];
  if ((was === undefined) === (is === undefined)) {
    compareTuples(before, after, place, walk);
    return;
  }
  const inner = collect(walk, (scratch) => compareTuples(before, after, place, scratch));
  const worst = SEVERITIES.flatMap((severity) => inner.find((one) => one.severity === severity) ?? [])[0];
  const text = is === undefined ? 'is now a list without fixed items' : 'is now a list with fixed items';
  if (worst !== undefined) walk.report.schema(worst.rule, place, text);
}

function listOf(schema: Schema): Tuple {
  return { items: [], least: 0, rest: itemsOf(schema) };
}

function compareTuples(was: Tuple, is: Tuple, place: Place, walk: SchemaWalk): void {
  const items = itemsPlace(place);
  for (let index = 0; index < Math.max(was.items.length, is.items.length); index += 1) {
    const step = `prefixItems/${index}`;
    const at: Place = { ...memberOf(place, step, step), path: `${place.path}[${index}]` };
    walk.compare(was.items[index] ?? was.rest, is.items[index] ?? is.rest, at);
    // Items of a list are always there.
    const [wasThere, isThere] = [was, is].map((tuple) => index < tuple.least || isOfRest(tuple, index));
    if (wasThere && isThere === false && index < is.items.length)
      walk.report.schema('property-became-optional', at, 'may be missing');
    if (wasThere === false && isThere && index < was.items.length + is.items.length)
      walk.report.schema('property-became-required', at, 'is always there');
  }
  if (was.rest !== false && is.rest === false)
    walk.report.schema('type-narrowed', items, 'is not allowed after the fixed items');
  else if (was.rest === false && is.rest !== false)
    walk.report.schema('type-widened', items, 'is allowed after the fixed items');
  else walk.compare(was.rest, is.rest, items);
}

/** Whether an item follows the fixed ones, and its type does not include `undefined`. */
function isOfRest({ items, rest }: Tuple, index: number): boolean {
  return index >= items.length && isObject(rest) && Object.keys(rest).length > 0;
}

function relation(was: ReadonlySet<string>, is: ReadonlySet<string>): RuleId | undefined {
  const lost = [...was].some((kind) => !is.has(kind));
  const gained = [...is].some((kind) => !was.has(kind));
  if (!lost && !gained) return undefined;
  if (is.has('any')) return 'type-widened';
  if (was.has('any')) return 'type-narrowed';
  return lost && gained ? 'type-changed' : gained ? 'type-widened' : 'type-narrowed';
}
