import { isObject } from '../../model/json.js';
import type { Schema } from '../../model/model.js';
import { objectShape, type SchemaResolver, schemaTypes } from '../../model/shape.js';
import { memberOf, type Place } from '../place.js';
import { namedKey } from '../reach.js';
import { typeText } from '../texts.js';
import { kindsOf, valuesOfEnum } from './facets.js';
import { plainReference, type Simple, simplify } from './simplify.js';
import { follow, isPair, type SchemaWalk } from './walk.js';

/** Kinds that are one type to the compiler, whatever else a schema says of their values. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'null']);

/** Compares the members of two unions, each with the one that it is now; a schema without a choice is a union of one. */
export function compareUnions(old: Simple, next: Simple, place: Place, walk: SchemaWalk): void {
  const before = old.members.length > 0 ? old.members : [old.schema];
  const after = next.members.length > 0 ? next.members : [next.schema];
  const free = new Set(after.keys());
  const take = (index: number, fits: (candidate: Schema) => boolean): boolean => {
    const found = [...free].find((candidate) => fits(after[candidate] ?? true));
    if (found === undefined) return false;
    free.delete(found);
    const keyword = Object.hasOwn(Object(next.schema), 'oneOf') ? 'oneOf' : 'anyOf';
    walk.compare(before[index] ?? true, after[found] ?? true, memberOf(place, keyword, index, found));
    return true;
  };
  let open = [...before.keys()];
  const pass = (fits: (left: Schema, right: Schema) => boolean): void => {
    open = open.filter((index) => !take(index, (candidate) => fits(before[index] ?? true, candidate)));
  };
  pass((left, right) => isPair(simplify(left).schema, simplify(right).schema, walk.pairs));
  const keys = new Map<Schema, string>();
  const keyOf = (schema: Schema, resolver: SchemaResolver): string => {
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
    const rule = isCovered(added, walk.next, before, walk.old) ? 'bound-widened' : 'union-member-added';
    walk.report.schema(rule, place, `may also be ${typeText(added)}`, 'next');
  }
  for (const index of open) {
    const removed = before[index] ?? true;
    const rule = isCovered(removed, walk.old, after, walk.next) ? 'bound-narrowed' : 'union-member-removed';
    walk.report.schema(rule, place, `is no longer ${typeText(removed)}`, 'old');
  }
}

/** Whether all values of a member, plain ones, are of kinds that members of the other side take without a list of values. */
function isCovered(
  member: Schema,
  resolver: SchemaResolver,
  others: readonly Schema[],
  otherResolver: SchemaResolver,
): boolean {
  const kindsIn = (schema: Schema, own: SchemaResolver): ReadonlySet<string> => {
    const { schema: inner } = follow(simplify(schema), own);
    return kindsOf(inner, schemaTypes(inner, own));
  };
  const taken = new Set(
    others.flatMap((other) => (valuesOfEnum(other) === undefined ? [...kindsIn(other, otherResolver)] : [])),
  );
  return [...kindsIn(member, resolver)].every((kind) => PLAIN_KINDS.has(kind) && taken.has(kind));
}

function isNamed(schema: Schema): boolean {
  return namedKey(plainReference(simplify(schema).schema)) !== undefined;
}

/** What tells the members of a union apart: kinds of values, constant fields, names of fields. */
function memberKey(schema: Schema, resolver: SchemaResolver): string {
  const { schema: inner } = simplify(schema);
  const kinds = [...kindsOf(inner, schemaTypes(inner, resolver))].sort();
  if (!kinds.includes('object')) return JSON.stringify([kinds, valuesOfEnum(inner) ?? null]);
  const fields = objectShape(inner, resolver).properties;
  const constants = fields.flatMap(({ name, schema: field }) => {
    const values = valuesOfEnum(field);
    return values?.length === 1 ? [[name, values[0]]] : [];
  });
  return JSON.stringify([kinds, constants.length > 0 ? constants : fields.map(({ name }) => name).sort()]);
}
