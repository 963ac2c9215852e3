import type { Json } from '../load/document.js';
import { get, getArray, getObject, getString, isObject } from '../model/json.js';
import type { Schema } from '../model/model.js';
import { isReadOnly, isSchema, isWriteOnly, objectShape, type SchemaResolver, schemaTypes } from '../model/shape.js';
import type { Version } from './change.js';
import { boundChanges, kindsOf, plainFormat, valuesOfEnum } from './facets.js';
import { compareFilters } from './filters.js';
import { fieldOf, itemsOf, memberOf, type Place, valuesOf } from './place.js';
import { namedKey } from './reach.js';
import { Report } from './report.js';
import { plainReference, type Simple, simplify } from './simplify.js';
import { typeText, valueText } from './texts.js';

/** Old key of a named schema -> the key of what it is now. */
export type SchemaPairs = ReadonlyMap<string, string>;

/** Compares schemas by what they mean. Named schemas are compared once, by themselves, and not where they are referred to. */
export class SchemaComparison {
  readonly #old: SchemaResolver;
  readonly #next: SchemaResolver;
  readonly #pairs: SchemaPairs;
  #report: Report;
  /** Pairs on the way down: a recursive schema ends there. */
  readonly #open = new Map<Schema, Set<Schema>>();
  /** The roots whose texts differ, so that each is told once. */
  readonly #described = new Map<string, Place>();

  constructor(old: Version, next: Version, pairs: SchemaPairs, report: Report) {
    this.#old = { schema: (ref) => old.model.resolve(ref) };
    this.#next = { schema: (ref) => next.model.resolve(ref) };
    this.#pairs = pairs;
    this.#report = report;
  }

  /** Compares what stands at a place, with all that is below it. */
  compare(old: Schema, next: Schema, place: Place): void {
    this.#compareTexts(old, next, place);
    const before = simplify(old);
    const after = simplify(next);
    if (this.#isPair(before.schema, after.schema)) {
      this.#compareNull(before.nullable, after.nullable, place);
      return;
    }
    if (this.#isExchanged(before.schema, after.schema)) this.#compareExchanged(before, after, place);
    else this.#compareInner(before, after, place);
  }

  #compareInner(before: Simple, after: Simple, place: Place): void {
    const beforeInner = this.#follow(before, this.#old);
    const afterInner = this.#follow(after, this.#next);
    if (this.#isOpen(beforeInner.schema, afterInner.schema)) return;
    this.#compareNull(beforeInner.nullable, afterInner.nullable, place);
    this.#compareContent(beforeInner, afterInner, place);
    this.#open.get(beforeInner.schema)?.delete(afterInner.schema);
  }

  /** Tells the texts that differ, one change for each root. */
  reportTexts(): void {
    for (const place of this.#described.values()) this.#report.schema('schema-described', place, 'reads otherwise');
  }

  #compareTexts(old: Schema, next: Schema, place: Place): void {
    const differ = ['title', 'description', 'example', 'examples', 'externalDocs'].some(
      (key) => JSON.stringify(get(old, key)) !== JSON.stringify(get(next, key)),
    );
    if (differ) {
      const root = place.operation === undefined ? { ...place, path: '' } : place;
      const key = `${place.operation?.id ?? ''} ${place.owner}`;
      if (!this.#described.has(key)) this.#described.set(key, root);
    }
    if (get(next, 'deprecated') === true && get(old, 'deprecated') !== true) {
      const rule = place.path === '' && place.operation === undefined ? 'type-deprecated' : 'property-deprecated';
      this.#report.schema(rule, place, 'is deprecated');
    }
  }

  /** Whether another named schema is referred to, which was there before or is there in both. */
  #isExchanged(old: Schema, next: Schema): boolean {
    return namedKey(plainReference(old)) !== undefined && namedKey(plainReference(next)) !== undefined;
  }

  /** Another type in a type's place: field by field where they are alike, else one change. */
  #compareExchanged(old: Simple, next: Simple, place: Place): void {
    const report = this.#report;
    const inner = new Report();
    this.#report = inner;
    this.#compareInner(old, next, place);
    this.#report = report;
    const removed = inner.changes.filter(({ rule }) => rule === 'property-removed').length;
    const before = objectShape(old.schema, this.#old).properties.length;
    if (removed * 2 <= before || removed === 0) report.addAll(inner.changes);
    else report.schema('type-changed', place, `is now ${typeText(next.schema)}, was ${typeText(old.schema)}`);
  }

  #isPair(old: Schema, next: Schema): boolean {
    const before = namedKey(plainReference(old));
    const after = namedKey(plainReference(next));
    return before !== undefined && after !== undefined && this.#pairs.get(before) === after;
  }

  /** What a reference leads to in the end, null counted on the way. */
  #follow(simple: Simple, resolver: SchemaResolver): Simple {
    let current = simple;
    for (let hop = 0; hop < 50; hop += 1) {
      const ref = plainReference(current.schema);
      const target = ref === undefined ? undefined : resolver.schema(ref);
      if (target === undefined) return current;
      const inner = simplify(target);
      current = { ...inner, nullable: current.nullable || inner.nullable };
    }
    return current;
  }

  #isOpen(old: Schema, next: Schema): boolean {
    if (!isObject(old) || !isObject(next)) return false;
    const partners = this.#open.get(old) ?? new Set();
    if (partners.has(next)) return true;
    this.#open.set(old, partners.add(next));
    return false;
  }

  #compareNull(old: boolean, next: boolean, place: Place): void {
    if (!old && next) this.#report.schema('null-allowed', place, 'may be `null`');
    if (old && !next) this.#report.schema('null-refused', place, 'is no longer `null`');
  }

  #compareContent(old: Simple, next: Simple, place: Place): void {
    if (old.members.length > 0 || next.members.length > 0) {
      this.#compareUnions(old, next, place);
      const isObjectToo = [old, next].every(
        ({ schema }) => Object.keys(getObject(schema, 'properties') ?? {}).length > 0,
      );
      if (isObjectToo) this.#compareObjects(old.schema, next.schema, place);
      return;
    }
    const before = kindsOf(old.schema, schemaTypes(old.schema, this.#old));
    const after = kindsOf(next.schema, schemaTypes(next.schema, this.#next));
    const was = new Set([...before].filter((kind) => kind !== 'null'));
    const is = new Set([...after].filter((kind) => kind !== 'null'));
    const rule = relation(was, is);
    if (rule !== undefined) {
      const text = `is now ${typeText(next.schema, is)}, was ${typeText(old.schema, was)}`;
      this.#report.schema(rule, place, text);
    } else {
      this.#compareValues(old.schema, next.schema, place);
    }
    if (was.has('object') && is.has('object')) this.#compareObjects(old.schema, next.schema, place);
    if (was.has('array') && is.has('array')) this.#compareItems(old.schema, next.schema, place);
  }

  #compareUnions(old: Simple, next: Simple, place: Place): void {
    const before = old.members.length > 0 ? old.members : [old.schema];
    const after = next.members.length > 0 ? next.members : [next.schema];
    const free = new Set(after.keys());
    const take = (index: number, fits: (candidate: Schema) => boolean): boolean => {
      const found = [...free].find((candidate) => fits(after[candidate] ?? true));
      if (found === undefined) return false;
      free.delete(found);
      const keyword = Object.hasOwn(Object(next.schema), 'oneOf') ? 'oneOf' : 'anyOf';
      this.compare(before[index] ?? true, after[found] ?? true, memberOf(place, keyword, index, found));
      return true;
    };
    let open = [...before.keys()];
    const pass = (fits: (left: Schema, right: Schema) => boolean): void => {
      open = open.filter((index) => !take(index, (candidate) => fits(before[index] ?? true, candidate)));
    };
    pass((left, right) => this.#isPair(simplify(left).schema, simplify(right).schema));
    const keys = new Map<Schema, string>();
    const keyOf = (schema: Schema, resolver: SchemaResolver): string => {
      const known = keys.get(schema) ?? memberKey(schema, resolver);
      if (isObject(schema)) keys.set(schema, known);
      return known;
    };
    pass((left, right) => keyOf(left, this.#old) === keyOf(right, this.#next));
    if (open.length === 1 && free.size === 1 && old.members.length > 0 === next.members.length > 0) {
      pass((left, right) => isNamed(left) === isNamed(right) && !isNamed(left));
    }
    for (const index of free) {
      const added = after[index] ?? true;
      const rule = this.#isCovered(added, this.#next, before, this.#old) ? 'bound-widened' : 'union-member-added';
      this.#report.schema(rule, place, `may also be ${typeText(added)}`, 'next');
    }
    for (const index of open) {
      const removed = before[index] ?? true;
      const rule = this.#isCovered(removed, this.#old, after, this.#next) ? 'bound-narrowed' : 'union-member-removed';
      this.#report.schema(rule, place, `is no longer ${typeText(removed)}`, 'old');
    }
  }

  /** Whether all values of a member, plain ones, are of kinds that members of the other side take without a list of values. */
  #isCovered(
    member: Schema,
    resolver: SchemaResolver,
    others: readonly Schema[],
    otherResolver: SchemaResolver,
  ): boolean {
    const kindsIn = (schema: Schema, own: SchemaResolver): ReadonlySet<string> => {
      const { schema: inner } = this.#follow(simplify(schema), own);
      return kindsOf(inner, schemaTypes(inner, own));
    };
    const taken = new Set(
      others.flatMap((other) => (valuesOfEnum(other) === undefined ? [...kindsIn(other, otherResolver)] : [])),
    );
    return [...kindsIn(member, resolver)].every((kind) => PLAIN_KINDS.has(kind) && taken.has(kind));
  }

  #compareValues(old: Schema, next: Schema, place: Place): void {
    const before = valuesOfEnum(old)?.filter((value) => value !== null);
    const after = valuesOfEnum(next)?.filter((value) => value !== null);
    if (before !== undefined && after !== undefined) this.#compareEnums(before, after, place);
    else if (after !== undefined) this.#report.schema('enum-set', place, `takes only ${listText(after)}`);
    else if (before !== undefined) this.#report.schema('enum-lifted', place, 'takes any value');
    for (const { keyword, old: was, next: is, effect } of boundChanges(old, next)) {
      const values = `${was === undefined ? '' : `, was ${valueText(was)}`}`;
      const text = is === undefined ? `has no \`${keyword}\` any more` : `has \`${keyword}\` ${valueText(is)}`;
      this.#report.schema(effect === 'narrowed' ? 'bound-narrowed' : 'bound-widened', place, text + values);
    }
    const format = plainFormat(next);
    if (plainFormat(old) !== format) {
      const text = format === undefined ? 'has no format any more' : `has the format ${valueText(format)}`;
      this.#report.schema('format-changed', place, text);
    }
    this.#compareDefault(old, next, place);
  }

  #compareEnums(old: readonly Json[], next: readonly Json[], place: Place): void {
    const was = new Map(old.map((value) => [JSON.stringify(value), value]));
    const is = new Map(next.map((value) => [JSON.stringify(value), value]));
    const added = [...is].filter(([key]) => !was.has(key)).map(([, value]) => value);
    const removed = [...was].filter(([key]) => !is.has(key)).map(([, value]) => value);
    if (added.length === is.size && removed.length === was.size) {
      this.#report.schema('type-changed', place, `is now ${listText(next)}, was ${listText(old)}`);
      return;
    }
    for (const value of added) this.#report.schema('enum-value-added', place, `has the new value ${valueText(value)}`);
    for (const value of removed) {
      this.#report.schema('enum-value-removed', place, `no longer has the value ${valueText(value)}`);
    }
  }

  #compareDefault(old: Schema, next: Schema, place: Place): void {
    const before = get(old, 'default');
    const after = get(next, 'default');
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const text = after === undefined ? 'has no default any more' : `has the default ${valueText(after)}`;
    this.#report.schema('default-changed', place, before === undefined ? text : `${text}, was ${valueText(before)}`);
  }

  #compareItems(old: Schema, next: Schema, place: Place): void {
    const before = getArray(old, 'prefixItems');
    const after = getArray(next, 'prefixItems');
    if (before.length !== after.length) {
      this.#report.schema(
        'type-changed',
        place,
        `is now a list of ${after.length} places, was one of ${before.length}`,
      );
      return;
    }
    for (const [index, item] of before.entries()) {
      const partner = after[index];
      if (isSchema(item) && isSchema(partner))
        this.compare(item, partner, memberOf(itemsOf(place), 'prefixItems', index, index));
    }
    this.compare(itemSchema(old), itemSchema(next), itemsOf(place));
  }

  #compareObjects(old: Schema, next: Schema, place: Place): void {
    compareFilters(old, next, place, this.#report);
    const shared = sharedParts(old, next, this.#pairs);
    const before = this.#ownFields(old, shared.old, this.#old);
    const after = this.#ownFields(next, shared.next, this.#next);
    // A field may have moved between an object and what it extends.
    const wholeBefore = new Map(objectShape(old, this.#old).properties.map((property) => [property.name, property]));
    const wholeAfter = new Map(objectShape(next, this.#next).properties.map((property) => [property.name, property]));
    for (const name of new Set([...before, ...after])) {
      const was = wholeBefore.get(name);
      const is = wholeAfter.get(name);
      const field = fieldOf(place, name);
      if (is === undefined) this.#report.schema('property-removed', field, 'is gone', 'old');
      else if (was === undefined) this.#reportAdded(is.schema, is.required, field);
      else {
        this.#compareRequired(was, is, field);
        this.compare(was.schema, is.schema, field);
      }
    }
    this.#compareMaps(old, next, place);
  }

  /** The names of the fields that an object has beside what it extends in both descriptions. */
  #ownFields(schema: Schema, shared: ReadonlySet<string>, resolver: SchemaResolver): string[] {
    const own: SchemaResolver = { schema: (ref) => (shared.has(ref) ? true : resolver.schema(ref)) };
    const names = objectShape(schema, own).properties.map(({ name }) => name);
    const demanded = getArray(schema, 'required').filter((name) => typeof name === 'string');
    return [...new Set([...names, ...demanded])];
  }

  #reportAdded(schema: Schema, required: boolean, field: Place): void {
    const demanded = required && !(isReadOnly(schema, this.#next) && !field.ways.reply);
    if (demanded && !isReadOnly(schema, this.#next)) {
      const text = field.ways.request ? 'is new and must be given' : 'is new';
      this.#report.schema('required-property-added', field, text, 'next');
    } else {
      this.#report.schema('property-added', field, 'is new', 'next');
    }
  }

  #compareRequired(
    old: { readonly schema: Schema; readonly required: boolean },
    next: { readonly schema: Schema; readonly required: boolean },
    field: Place,
  ): void {
    // A field that is only read is not demanded of a request, nor one that is only written of a reply.
    const sent = [
      old.required && !isReadOnly(old.schema, this.#old),
      next.required && !isReadOnly(next.schema, this.#next),
    ] as const;
    const received = [
      old.required && !isWriteOnly(old.schema, this.#old),
      next.required && !isWriteOnly(next.schema, this.#next),
    ] as const;
    const inRequest = { ...field, ways: { request: field.ways.request, reply: false } };
    const inReply = { ...field, ways: { request: false, reply: field.ways.reply } };
    if (sent[0] === received[0] && sent[1] === received[1]) this.#reportRequired(...sent, field);
    else {
      if (field.ways.request) this.#reportRequired(...sent, inRequest);
      if (field.ways.reply) this.#reportRequired(...received, inReply);
    }
  }

  #reportRequired(was: boolean, is: boolean, field: Place): void {
    const sentOnly = field.ways.request && !field.ways.reply;
    if (!was && is) {
      this.#report.schema(
        'property-became-required',
        field,
        sentOnly || field.ways.request ? 'must be given' : 'is always there',
      );
    } else if (was && !is) {
      this.#report.schema('property-became-optional', field, sentOnly ? 'may be left out' : 'may be missing');
    }
  }

  #compareMaps(old: Schema, next: Schema, place: Place): void {
    const before = mapOf(old, this.#old);
    const after = mapOf(next, this.#next);
    if (before === undefined && after === undefined) return;
    if (before === undefined) this.#report.schema('map-opened', place, 'takes further fields', 'next');
    else if (after === undefined) this.#report.schema('map-closed', place, 'takes no further fields', 'old');
    else if (!hasFields(old) && !hasFields(next)) this.compare(before, after, valuesOf(place));
    else if (JSON.stringify(before) !== JSON.stringify(after)) {
      this.#report.schema('map-changed', place, 'takes other values in further fields');
    }
  }
}

/** Kinds that are one type to the compiler, whatever else a schema says of their values. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'null']);

function hasFields(schema: Schema): boolean {
  return Object.keys(getObject(schema, 'properties') ?? {}).length > 0;
}

/** What further fields hold: anything where an object has no field of its own and nothing is said of others. */
function mapOf(schema: Schema, resolver: SchemaResolver): Schema | undefined {
  const { additional, properties } = objectShape(schema, resolver);
  if (additional === undefined && properties.length === 0) return true;
  return additional === false ? undefined : additional;
}

function relation(
  was: ReadonlySet<string>,
  is: ReadonlySet<string>,
): 'type-widened' | 'type-narrowed' | 'type-changed' | undefined {
  const lost = [...was].some((kind) => !is.has(kind));
  const gained = [...is].some((kind) => !was.has(kind));
  if (!lost && !gained) return undefined;
  if (is.has('any')) return 'type-widened';
  if (was.has('any')) return 'type-narrowed';
  return lost && gained ? 'type-changed' : gained ? 'type-widened' : 'type-narrowed';
}

function itemSchema(schema: Schema): Schema {
  const items = get(schema, 'items');
  return isSchema(items) ? items : true;
}

/** The references in `allOf` that both have: what they lead to is compared by itself. */
function sharedParts(
  old: Schema,
  next: Schema,
  pairs: SchemaPairs,
): { readonly old: ReadonlySet<string>; readonly next: ReadonlySet<string> } {
  const refsOf = (schema: Schema): string[] =>
    getArray(schema, 'allOf').flatMap((part) => getString(part, '$ref') ?? []);
  const after = new Map(refsOf(next).map((ref) => [namedKey(ref), ref] as const));
  const shared = { old: new Set<string>(), next: new Set<string>() };
  for (const ref of refsOf(old)) {
    const key = namedKey(ref);
    const partner = key === undefined ? undefined : after.get(pairs.get(key));
    if (partner === undefined) continue;
    shared.old.add(ref);
    shared.next.add(partner);
  }
  return shared;
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

function listText(values: readonly Json[]): string {
  const shown = values.slice(0, 8).map(valueText).join(', ');
  return values.length > 8 ? `${shown} and ${values.length - 8} more` : shown;
}
