import type { Schema } from '../../schema/index.js';
import {
  isObject,
  kindsOf,
  listedValues,
  objectShape,
  plainReference,
  pointerToken,
  type Resolver,
  referencedName,
  schemaTypes,
  type Unwrapped,
  unwrap,
  unwrapReferences,
  withoutNull,
} from '../../schema/index.js';
import type { Change } from '../change.js';
import { memberOf, type Place } from '../place.js';
import type { RuleId } from '../rules.js';
import { isPair, type SchemaWalk } from './walk.js';

/** Kinds that are one type to the compiler, whatever else a schema says of their values. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'null']);

/** Compares the members of two unions, each with the one that it is now; a schema without a choice is a union of one. */
export function compareUnions(old: Unwrapped, next: Unwrapped, place: Place, walk: SchemaWalk): void {
  const before = membersOf(old);
  const after = membersOf(next);
  const free = new Set(after.keys());
  const take = (index: number, fits: (candidate: Schema) => boolean): boolean => {
    const found = [...free].find((candidate) => fits(after[candidate] ?? true));
    if (found === undefined) return false;
    free.delete(found);
    const member = memberOf(place, old.steps[index] ?? '', next.steps[found] ?? '');
    walk.compare(before[index] ?? true, after[found] ?? true, member);
    return true;
  };
  let open = [...before.keys()];
  const pass = (fits: (left: Schema, right: Schema) => boolean): void => {
    open = open.filter((index) => !take(index, (candidate) => fits(before[index] ?? true, candidate)));
  };
  pass((left, right) => isPair(unwrap(left).schema, unwrap(right).schema, walk.pairs));
  const keys = new Map<Schema, string>();
  const keyOf = (schema: Schema, resolver: Resolver): string => {
    const known = keys.get(schema) ?? memberKey(schema, resolver);
    if (isObject(schema)) keys.set(schema, known);
    return known;
  };
  pass((left, right) => keyOf(left, walk.old) === keyOf(right, walk.next));
  if (open.length === 1 && free.size === 1 && old.members.length > 0 === next.members.length > 0) {
    pass((left, right) => isNamed(left) === isNamed(right) && !isNamed(left));
  }
  for (const index of free) {
    const added = after[index] ?? true;
    const rule = addedRule(added, before, place, walk);
    walk.report.schema(rule, place, `may also be ${walk.typeText(added, 'next')}`, 'next');
  }
  for (const index of open) {
    const removed = before[index] ?? true;
    const rule = removedRule(removed, after, place, walk);
    walk.report.schema(rule, place, `is no longer ${walk.typeText(removed, 'old')}`, 'old');
  }
}

/** The alternatives, null left out: whether it is one, is compared by itself. */
function membersOf({ schema, members }: Unwrapped): readonly Schema[] {
  return members.length > 0 ? members : [withoutNull(schema)];
}

function addedRule(added: Schema, before: readonly Schema[], place: Place, walk: SchemaWalk): RuleId {
  if (isCovered(added, walk.next, before, walk.old)) return 'bound-widened';
  return place.ways.reply && isFitting(added, before, place, walk) ? 'union-member-fitting' : 'union-member-added';
}

function removedRule(removed: Schema, after: readonly Schema[], place: Place, walk: SchemaWalk): RuleId {
  if (isCovered(removed, walk.old, after, walk.next)) return 'bound-narrowed';
  const sent = { ...place, ways: { request: true, reply: false } };
  const isTaken =
    place.ways.request &&
    after.some(
      (member) => demands(member, removed, walk.next, walk.old) && !walk.changes(removed, member, sent).some(breaks),
    );
  return isTaken ? 'union-member-merged' : 'union-member-removed';
}

/**
 * Whether code that reads some alternatives reads a further one as well: the type of one takes its values, and it has the
 * fields that all of them have.
 */
export function isFitting(added: Schema, before: readonly Schema[], place: Place, walk: SchemaWalk): boolean {
  const received = { ...place, ways: { request: false, reply: true } };
  const fieldsOf = (schema: Schema, resolver: Resolver): string[] =>
    objectShape(schema, resolver).properties.map(({ name }) => name);
  const [first = [], ...others] = before.map((member) => fieldsOf(member, walk.old));
  const has = new Set(fieldsOf(added, walk.next));
  if (first.some((name) => !has.has(name) && others.every((names) => names.includes(name)))) return false;
  return before.some((member) => {
    if (!demands(member, added, walk.old, walk.next)) return false;
    // No reader of all alternatives reads such a field without asking which one it is.
    const optional = new Set(
      objectShape(member, walk.old).properties.flatMap(({ name, required }) =>
        required ? [] : [`${received.old}/properties/${pointerToken(name)}`],
      ),
    );
    return !walk
      .changes(member, added, received)
      .some((change) => breaks(change) && !(change.rule === 'property-removed' && optional.has(change.old ?? '')));
  });
}

function breaks({ severity, seenBy }: Change): boolean {
  return severity === 'breaking' && seenBy === 'compiler';
}

/** Whether a schema has the fields that another one demands: if not, it need not be compared any further. */
function demands(demanding: Schema, schema: Schema, its: Resolver, own: Resolver): boolean {
  const has = new Set(objectShape(schema, own).properties.map(({ name }) => name));
  return objectShape(demanding, its).properties.every(({ name, required }) => !required || has.has(name));
}

/** Whether all values of a member, plain ones, are of kinds that members of the other side take without a list of values. */
function isCovered(member: Schema, resolver: Resolver, others: readonly Schema[], otherResolver: Resolver): boolean {
  const kindsIn = (schema: Schema, own: Resolver): ReadonlySet<string> => {
    const { schema: inner } = unwrapReferences(unwrap(schema), own);
    return kindsOf(inner, schemaTypes(inner, own));
  };
  const taken = new Set(
    others.flatMap((other) => (listedValues(other) === undefined ? [...kindsIn(other, otherResolver)] : [])),
  );
  const kinds = [...kindsIn(member, resolver)].filter((kind) => kind !== 'null');
  return kinds.every((kind) => PLAIN_KINDS.has(kind) && taken.has(kind));
}

function isNamed(schema: Schema): boolean {
  return referencedName(plainReference(unwrap(schema).schema)) !== undefined;
}

/** What tells the members of a union apart: kinds of values, constant fields, names of fields. */
function memberKey(schema: Schema, resolver: Resolver): string {
  const { schema: inner } = unwrap(schema);
  const kinds = [...kindsOf(inner, schemaTypes(inner, resolver))].filter((kind) => kind !== 'null').sort();
  if (!kinds.includes('object')) return JSON.stringify([kinds, listedValues(inner) ?? null]);
  const fields = objectShape(inner, resolver).properties;
  const constants = fields.flatMap(({ name, schema: field }) => {
    const values = listedValues(field);
    return values?.length === 1 ? [[name, values[0]]] : [];
  });
  return JSON.stringify([kinds, constants.length > 0 ? constants : fields.map(({ name }) => name).sort()]);
}
