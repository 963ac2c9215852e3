import { codeSpan } from '../../render/encode.js';
import type { Direction, Schema } from '../../schema/index.js';
import {
  furtherValues,
  getString,
  isObject,
  isReadOnly,
  isWhollyHidden,
  isWriteOnly,
  listedNames,
  objectShape,
  optional,
  ownFieldNames,
  type Property,
  partReferences,
  type Resolver,
  referencedName,
  refusesUnknownFields,
  requiredNames,
  schemaText,
} from '../../schema/index.js';
import type { Change } from '../change.js';
import { pairByLikeness, renamedLikeness } from '../likeness.js';
import { fieldOf, type Place, valuesOf } from '../place.js';
import { compareFilters } from './filters.js';
import type { SchemaPairs, SchemaWalk } from './walk.js';

/** Maximum number of listed names in a message. */
const MOST_NAMES = 8;

/**
 * Compares the fields of two objects, and their additional fields.
 *
 * @param shared the references that both have, old to new: their targets are compared separately.
 */
export function compareObjects(old: Schema, next: Schema, shared: SchemaPairs, place: Place, walk: SchemaWalk): void {
  if (walk.filterExtension !== undefined) compareFilters(walk.filterExtension, old, next, place, walk.report);
  const listed = [namesIn(old, walk.old), namesIn(next, walk.next)];
  const areListed = listed.every((names) => names.length > 0);
  const before = ownFields(old, new Set(shared.keys()), walk.old);
  const after = ownFields(next, new Set(shared.values()), walk.next);
  // A field may have moved between an object and what it extends.
  const [wholeBefore, wholeAfter] = [allFields(old, areListed, walk.old), allFields(next, areListed, walk.next)];
  const names = [...new Set([...before, ...after, ...(areListed ? listed.flat() : [])])];
  const removed = names.flatMap((name) => (wholeAfter.has(name) ? [] : (wholeBefore.get(name) ?? [])));
  const added = names.flatMap((name) => (wholeBefore.has(name) ? [] : (wholeAfter.get(name) ?? [])));
  const renamed = pairByLikeness(removed, added, fieldLikeness);
  const newNames = new Set(renamed.values());
  for (const name of names) {
    const was = wholeBefore.get(name);
    const same = wholeAfter.get(name);
    const is = was === undefined ? same : (renamed.get(was) ?? same);
    const field = fieldOf(place, name);
    if (was === undefined) {
      // Neither one that is required but not defined in both versions, nor one compared under its old name.
      if (is !== undefined && !newNames.has(is)) reportAdded(is, field, walk);
    } else if (is === undefined) reportRemoved(was, next, field, walk);
    else compareField(was, is, next, is === same ? field : { ...field, next: fieldOf(place, is.name).next }, walk);
  }
  compareMaps(old, next, shared, place, walk);
}

/** The fields of an object by name, and those of a map that lists its names. */
function allFields(schema: Schema, isListed: boolean, resolver: Resolver): ReadonlyMap<string, Property> {
  const { properties, additional = true } = objectShape(schema, resolver);
  const listed = isListed ? namesIn(schema, resolver) : [];
  const fields = [...properties, ...listed.map((name) => ({ name, schema: additional, required: false }))];
  return new Map(fields.map((field) => [field.name, field]));
}

/** The names that a map may have, if it lists them: each is an optional field of its type. */
function namesIn(schema: Schema, resolver: Resolver): readonly string[] {
  const isMap = isObject(schema) && ownFieldNames(schema).length === 0 && partReferences(schema).length === 0;
  return isMap ? listedNames(schema, resolver) : [];
}

/** Likelihood that a field was renamed to another one: it has the same meaning, and the same description or a similar name. */
function fieldLikeness(was: Property, is: Property): number {
  if (schemaText(was.schema) !== schemaText(is.schema)) return -1;
  const described = ({ name, schema }: Property) => ({
    name,
    ...optional('description', getString(schema, 'description')),
  });
  return renamedLikeness(described(was), described(is));
}

function compareField(was: Property, is: Property, whole: Schema, field: Place, walk: SchemaWalk): void {
  if (was.name !== is.name) {
    walk.report.schema('property-renamed', field, `is now ${codeSpan(is.name)} (probably renamed)`);
  }
  compareRequired(was, is, field, walk);
  compareMarks(was.schema, is.schema, whole, field, walk);
  walk.compare(was.schema, is.schema, field);
}

/** Compares whether a field of an object is only received, or only sent. */
function compareMarks(old: Schema, next: Schema, whole: Schema, field: Place, walk: SchemaWalk): void {
  const markOf = (schema: Schema, resolver: Resolver) =>
    isReadOnly(schema, resolver) ? 'received' : isWriteOnly(schema, resolver) ? 'sent' : 'both';
  const is = markOf(next, walk.next);
  const isGone = (direction: Direction): boolean => !isWhollyHidden(whole, direction, walk.next);
  if (markOf(old, walk.old) === is) return;
  if (is === 'received' && isGone('request'))
    walk.report.schema('property-became-read-only', field, 'is now only received');
  else if (is === 'sent' && isGone('reply'))
    walk.report.schema('property-became-write-only', field, 'is now only sent');
  else if (is === 'both') walk.report.schema('property-became-two-way', field, 'is now sent and received');
}

/** The names of the fields that an object defines besides what it extends in both versions. */
function ownFields(schema: Schema, shared: ReadonlySet<string>, resolver: Resolver): string[] {
  const names = objectShape(schema, cut(resolver, shared)).properties.map(({ name }) => name);
  return [...new Set([...names, ...requiredNames(schema, cut(resolver, shared))])];
}

/** A field removed from an object that is now a map is one of its additional fields. */
function reportRemoved(was: Property, next: Schema, field: Place, walk: SchemaWalk): void {
  const map = objectShape(next, walk.next);
  const isOpen = map.properties.length === 0 && namesIn(next, walk.next).length === 0;
  const values = isOpen ? map.additional : undefined;
  const fits = values !== undefined && values !== false && !walk.changes(was.schema, values, field).some(isBreaking);
  if (fits) walk.report.schema('property-undescribed', field, 'is now one of the additional fields', 'old');
  else walk.report.schema('property-removed', field, 'was removed', 'old');
}

function reportAdded({ schema, required }: Property, field: Place, { next, report }: SchemaWalk): void {
  if (!required || isReadOnly(schema, next)) report.schema('property-added', field, 'was added', 'next');
  else {
    const text = field.ways.request ? 'was added and is required' : 'was added';
    report.schema('required-property-added', field, text, 'next');
  }
}

/** Compares whether a field is required, and whether it is always present. */
function compareRequired(old: Property, next: Property, field: Place, walk: SchemaWalk): void {
  const demanded = (isHidden: typeof isReadOnly) =>
    [old.required && !isHidden(old.schema, walk.old), next.required && !isHidden(next.schema, walk.next)] as const;
  // A read-only field is not required in requests, nor a write-only one in responses.
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
  if (!was && is) report.schema('property-became-required', field, request ? 'is required' : 'is always there');
  if (was && !is) {
    report.schema('property-became-optional', field, request && !reply ? 'is optional' : 'may be missing');
  }
}

function compareMaps(old: Schema, next: Schema, shared: SchemaPairs, place: Place, walk: SchemaWalk): void {
  const [was, is] = [
    moreFields(old, new Set(shared.keys()), walk.old),
    moreFields(next, new Set(shared.values()), walk.next),
  ];
  // Undefined fields are ignored or accepted; once they are forbidden, calls with them fail.
  if (was === undefined && is === false) walk.report.schema('fields-closed', place, 'no longer accepts unknown fields');
  if (was === false && is === undefined) walk.report.schema('fields-opened', place, 'ignores unknown fields');
  const [before, after] = [was, is].map((schema) => (schema === false ? undefined : schema));
  if (before === undefined && after === undefined) return;
  const shapes = [objectShape(old, walk.old), objectShape(next, walk.next)];
  const [hadPatterns, hasPatterns] = shapes.map(({ patterns }) => patterns.length > 0);
  // Added patterns are compared as restrictions.
  if (before === undefined && !hadPatterns && hasPatterns) return;
  // An object without any fields has the type of one with any.
  if (shapes.every(({ properties }) => properties.length === 0) && (before ?? after) === true && was !== is) {
    if (is === false) walk.report.schema('bound-narrowed', place, 'accepts no fields');
    if (was === false) walk.report.schema('bound-widened', place, 'accepts fields');
    if (was === false || is === false) return;
  }
  const names = namesIn(next, walk.next).slice(0, MOST_NAMES).map(codeSpan).join(', ');
  const closed = names === '' ? 'accepts no additional fields' : `accepts only listed names: ${names}`;
  if (before === undefined) walk.report.schema('map-opened', place, 'accepts additional fields', 'next');
  else if (after === undefined) walk.report.schema('map-closed', place, closed, 'old');
  else if (ownFieldNames(old).length + ownFieldNames(next).length === 0) walk.compare(before, after, valuesOf(place));
  else compareFurther(before, after, place, walk);
}

/** Additional fields beside known ones are `unknown` to the compiler: their changes are only detected at run time. */
function compareFurther(old: Schema, next: Schema, place: Place, walk: SchemaWalk): void {
  const changes = walk.changes(old, next, valuesOf(place));
  const breaking = changes.filter(({ severity }) => severity === 'breaking');
  if (breaking.length === 0) walk.report.changes.push(...changes);
  else {
    const { request } = place.ways;
    const sent =
      request && walk.changes(old, next, { ...place, ways: { request: true, reply: false } }).some(isBreaking);
    const text = `accepts other values in additional fields: ${breaking.map(({ message }) => message).join(' ')}`;
    walk.report.schema('map-changed', { ...place, ways: { request: sent, reply: !sent } }, text.replace(/\.$/, ''));
  }
}

/** The schema of additional fields: anything if an object defines no fields and nothing about others. */
function moreFields(schema: Schema, shared: ReadonlySet<string>, resolver: Resolver): Schema | undefined {
  const shape = objectShape(schema, cut(resolver, shared));
  if (namesIn(schema, resolver).length > 0) return undefined;
  const values = furtherValues(shape);
  if (values === undefined && refusesUnknownFields(schema, cut(resolver, shared))) return false;
  return values === undefined && shape.properties.length === 0 && shared.size === 0 ? true : values;
}

function isBreaking({ severity }: Change): boolean {
  return severity === 'breaking';
}

/** The references that both extend, old to new: their targets are compared separately. */
export function sharedParts(old: Schema, next: Schema, pairs: SchemaPairs): ReadonlyMap<string, string> {
  const shared = new Map<string, string>();
  for (const ref of partReferences(old)) {
    const key = pairs.get(referencedName(ref) ?? '');
    const partner = partReferences(next).find((other) => key !== undefined && referencedName(other) === key);
    if (partner !== undefined) shared.set(ref, partner);
  }
  return shared;
}

/** Follows no reference to what is compared separately. */
export function cut(resolver: Resolver, shared: ReadonlySet<string>): Resolver {
  return { resolve: (ref) => (shared.has(ref) ? true : resolver.resolve(ref)) };
}
