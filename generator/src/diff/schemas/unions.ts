import type { Schema } from '../../schema/index.js';
import {
  isObject,
  listedValues,
  objectShape,
  pointerToken,
  type Resolver,
  tagOfBranch,
  type Unwrapped,
  unwrap,
  unwrapFully,
  withoutNull,
} from '../../schema/index.js';
import type { Change } from '../change.js';
import { pairUp } from '../match.js';
import { memberOf, type Place } from '../place.js';
import { RULES, type RuleId } from '../rules.js';
import { compareBranchTags, compareDiscriminators } from './tags.js';
import { isPair, keyOf, kindsIn, type SchemaWalk } from './walk.js';

/** Kinds that are one type to the compiler, whatever restrictions their values have. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'date']);

/** A member of a union, at a place such as `oneOf/1`. */
interface Member {
  readonly schema: Schema;
  readonly step: string;
  /** Identifies it in the other version: kinds of values, constant fields, names of fields. */
  readonly likeness: string;
}

/** Compares the members of two unions in pairs; a schema without a choice is a union of one. */
export function compareUnions(old: Unwrapped, next: Unwrapped, place: Place, walk: SchemaWalk): void {
  const [before, after] = [alternativesOf(old), alternativesOf(next)];
  compareDiscriminators(old.schema, next.schema, place, walk);
  const found = pairUp(
    membersOf(before, old.steps, walk.old),
    membersOf(after, next.steps, walk.next),
    (was, is) => isPair(unwrap(was.schema).schema, unwrap(is.schema).schema, walk.pairs),
    (was, is) => was.likeness === is.likeness,
  );
  const isOneLeft =
    found.removed.length === 1 &&
    found.added.length === 1 &&
    !found.removed.some((was) => isCovered(was.schema, walk.old, after, walk.next)) &&
    !found.added.some((is) => isCovered(is.schema, walk.next, before, walk.old));
  const last =
    isOneLeft && old.members.length > 0 === next.members.length > 0
      ? pairUp(found.removed, found.added, (was, is) => !isNamed(was) && !isNamed(is))
      : { ...found, pairs: [] };
  for (const [was, is] of [...found.pairs, ...last.pairs]) {
    const member = memberOf(place, was.step, is.step);
    const sides = [
      { union: old.schema, branch: was.schema },
      { union: next.schema, branch: is.schema },
    ] as const;
    compareBranchTags(sides, member, walk);
    walk.compare(was.schema, is.schema, member);
  }
  for (const { schema } of last.added) {
    const rule = addedRule(schema, next.schema, before, place, walk);
    walk.report.schema(rule, place, `may also be ${walk.next.typeText(schema)}`, 'next');
  }
  for (const { schema } of last.removed) {
    const rule = removedRule(schema, after, place, walk);
    walk.report.schema(rule, place, `is no longer ${walk.old.typeText(schema)}`, 'old');
  }
}

/** The alternatives except null, which is compared separately. */
function alternativesOf({ schema, members }: Unwrapped): readonly Schema[] {
  return members.length > 0 ? members : [withoutNull(schema)];
}

function membersOf(schemas: readonly Schema[], steps: readonly string[], resolver: Resolver): Member[] {
  return schemas.map((schema, at) => ({ schema, step: steps[at] ?? '', likeness: likenessOf(schema, resolver) }));
}

function addedRule(added: Schema, union: Schema, before: readonly Schema[], place: Place, walk: SchemaWalk): RuleId {
  if (isCovered(added, walk.next, before, walk.old)) return 'bound-widened';
  // The discriminator of each alternative has a strict type.
  if (isObject(union) && tagOfBranch(union, added, walk.next) !== undefined) return 'union-member-added';
  return place.ways.reply && isFitting(added, before, place, walk) ? 'union-member-fitting' : 'union-member-added';
}

function removedRule(removed: Schema, after: readonly Schema[], place: Place, walk: SchemaWalk): RuleId {
  const sent = { ...place, ways: { request: true, reply: false } };
  if (isCovered(removed, walk.old, after, walk.next)) {
    const isKept = (member: Schema) =>
      !walk.changes(removed, member, sent).some(({ severity }) => severity === 'breaking');
    return after.some(isKept) ? 'union-member-merged' : 'bound-narrowed';
  }
  const isTaken =
    place.ways.request &&
    after.some(
      (member) => demands(member, removed, walk.next, walk.old) && !walk.changes(removed, member, sent).some(breaks),
    );
  return isTaken ? 'union-member-merged' : 'union-member-removed';
}

/**
 * Whether code that reads some alternatives also reads an added one: the type of one accepts its values, and it has the fields
 * common to all.
 */
export function isFitting(added: Schema, before: readonly Schema[], place: Place, walk: SchemaWalk): boolean {
  const received = { ...place, ways: { request: false, reply: true } };
  const [first = [], ...others] = before.map((member) => fieldNames(member, walk.old));
  const has = fieldNames(added, walk.next);
  if (first.some((name) => !has.includes(name) && others.every((names) => names.includes(name)))) return false;
  return before.some((member) => {
    if (!demands(member, added, walk.old, walk.next)) return false;
    // Code that handles all alternatives reads such a field only after checking which one it is.
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

function fieldNames(schema: Schema, resolver: Resolver): string[] {
  return objectShape(schema, resolver).properties.map(({ name }) => name);
}

function breaks({ severity, rule }: Change): boolean {
  return severity === 'breaking' && RULES[rule].seenBy === 'compiler';
}

/** Whether a schema has the fields that another one requires: if not, no further comparison is needed. */
function demands(demanding: Schema, schema: Schema, its: Resolver, own: Resolver): boolean {
  const has = new Set(fieldNames(schema, own));
  return objectShape(demanding, its).properties.every(({ name, required }) => !required || has.has(name));
}

/** Whether all values of a member, if plain, are of kinds that members of the other side accept without an enum. */
function isCovered(member: Schema, resolver: Resolver, others: readonly Schema[], otherResolver: Resolver): boolean {
  const kindsOf = (schema: Schema, own: Resolver) => kindsIn(unwrapFully(schema, own).schema, own);
  const open = others.filter((other) => listedValues(other) === undefined);
  const taken = new Set(open.flatMap((other) => [...kindsOf(other, otherResolver)]));
  return [...kindsOf(member, resolver)].every((kind) => PLAIN_KINDS.has(kind) && taken.has(kind));
}

function isNamed({ schema }: Member): boolean {
  return keyOf(unwrap(schema).schema) !== undefined;
}

function likenessOf(schema: Schema, resolver: Resolver): string {
  const { schema: inner } = unwrap(schema);
  const kinds = [...kindsIn(inner, resolver)].sort();
  if (!kinds.includes('object')) return JSON.stringify([kinds, listedValues(inner) ?? null]);
  const fields = objectShape(inner, resolver).properties;
  const constants = fields.flatMap(({ name, schema: field }) => {
    const values = listedValues(field);
    return values?.length === 1 ? [[name, values[0]]] : [];
  });
  return JSON.stringify([kinds, constants.length > 0 ? constants : fields.map(({ name }) => name).sort()]);
}
