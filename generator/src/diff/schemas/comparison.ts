import { schemaDirections } from '../../model/directions.js';
import type { Names } from '../../naming/index.js';
import type { Schema } from '../../schema/index.js';
import {
  get,
  isObject,
  itemsOf,
  kindsOf,
  listedValues,
  OpenEnums,
  objectShape,
  ownFieldNames,
  plainReference,
  type Resolver,
  referencedName,
  schemaTypes,
  tupleItems,
  type Unwrapped,
  unwrap,
  unwrapReferences,
} from '../../schema/index.js';
import type { Change, Version } from '../change.js';
import { itemsOf as itemsPlace, memberOf, type Place } from '../place.js';
import { Report } from '../report.js';
import { typeText } from '../texts.js';
import { compareObjects } from './objects.js';
import { compareUnions } from './unions.js';
import { compareValues } from './values.js';
import { isPair, type SchemaPairs, type SchemaWalk } from './walk.js';

/** Compares schemas by what they mean. Named schemas are compared once, by themselves, and not where they are referred to. */
export class SchemaComparison implements SchemaWalk {
  readonly old: Resolver;
  readonly next: Resolver;
  readonly pairs: SchemaPairs;
  readonly filterExtension: string | undefined;
  readonly #names: { readonly old: Names; readonly next: Names };
  readonly #enums: { readonly old: () => OpenEnums; readonly next: () => OpenEnums };
  #report: Report;
  /** Pairs on the way down: a recursive schema ends there. */
  readonly #open = new Map<Schema, Set<Schema>>();
  /** The roots whose texts differ, so that each is told once. */
  #described = new Map<string, Place>();

  constructor(old: Version, next: Version, pairs: SchemaPairs, report: Report) {
    this.old = old.model;
    this.next = next.model;
    this.pairs = pairs;
    this.filterExtension = next.model.hooks.filters?.extension;
    this.#report = report;
    this.#names = { old: old.names, next: next.names };
    this.#enums = { old: openEnumsOf(old), next: openEnumsOf(next) };
  }

  get report(): Report {
    return this.#report;
  }

  compare(old: Schema, next: Schema, place: Place): void {
    this.#compareTexts(old, next, place);
    const before = unwrap(old);
    const after = unwrap(next);
    if (isPair(before.schema, after.schema, this.pairs)) {
      this.#compareNull(before.nullable, after.nullable, place);
      return;
    }
    if (this.#isExchanged(before.schema, after.schema)) this.#compareExchanged(before, after, place);
    else this.#compareInner(before, after, place);
  }

  changes(old: Schema, next: Schema, place: Place): readonly Change[] {
    const described = this.#described;
    this.#described = new Map();
    const found = this.#scratch(() => this.compare(old, next, place));
    this.#described = described;
    return found;
  }

  typeText(schema: Schema, side: 'old' | 'next', kinds?: ReadonlySet<string>): string {
    return typeText(schema, (key) => this.#names[side].schema(key)?.exported ?? key, kinds);
  }

  isExact(schema: Schema, side: 'old' | 'next'): boolean {
    const values = (listedValues(schema) ?? []).filter((value) => value !== null);
    const isOpenKind = values.every((value) => typeof value === 'string' || typeof value === 'number');
    return values.length === 1 || !isOpenKind || this.#enums[side]().distinguishes(schema);
  }

  /** The changes that something tells. */
  #scratch(tell: () => void): readonly Change[] {
    const report = this.#report;
    const scratch = new Report();
    this.#report = scratch;
    tell();
    this.#report = report;
    return scratch.changes;
  }

  #compareInner(before: Unwrapped, after: Unwrapped, place: Place): void {
    const beforeInner = unwrapReferences(before, this.old);
    const afterInner = unwrapReferences(after, this.next);
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
    return referencedName(plainReference(old)) !== undefined && referencedName(plainReference(next)) !== undefined;
  }

  /** Another type in a type's place: field by field where they are alike, else one change. */
  #compareExchanged(old: Unwrapped, next: Unwrapped, place: Place): void {
    const inner = this.#scratch(() => this.#compareInner(old, next, place));
    const removed = inner.filter(({ rule }) => rule === 'property-removed').length;
    const before = objectShape(old.schema, this.old).properties.length;
    if (removed * 2 <= before || removed === 0) this.#report.addAll(inner);
    else
      this.#report.schema(
        'type-changed',
        place,
        `is now ${this.typeText(next.schema, 'next')}, was ${this.typeText(old.schema, 'old')}`,
      );
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

  #compareContent(old: Unwrapped, next: Unwrapped, place: Place): void {
    if (old.members.length > 0 || next.members.length > 0) {
      compareUnions(old, next, place, this);
      if (ownFieldNames(old.schema).length > 0 && ownFieldNames(next.schema).length > 0)
        compareObjects(old.schema, next.schema, place, this);
      return;
    }
    const before = kindsOf(old.schema, schemaTypes(old.schema, this.old));
    const after = kindsOf(next.schema, schemaTypes(next.schema, this.next));
    const was = new Set([...before].filter((kind) => kind !== 'null'));
    const is = new Set([...after].filter((kind) => kind !== 'null'));
    const rule = relation(was, is);
    if (rule !== undefined) {
      const text = `is now ${this.typeText(next.schema, 'next', is)}, was ${this.typeText(old.schema, 'old', was)}`;
      this.#report.schema(rule, place, text);
    } else {
      compareValues(old, next, place, this);
    }
    if (was.has('object') && is.has('object')) compareObjects(old.schema, next.schema, place, this);
    if (was.has('array') && is.has('array')) this.#compareItems(old.schema, next.schema, place);
  }

  #compareItems(old: Schema, next: Schema, place: Place): void {
    const before = tupleItems(old);
    const after = tupleItems(next);
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
      const step = `prefixItems/${index}`;
      if (partner !== undefined)
        this.compare(item, partner, { ...memberOf(place, step, step), path: itemsPlace(place).path });
    }
    this.compare(itemsOf(old), itemsOf(next), itemsPlace(place));
  }
}

/** Made when it is asked for: most comparisons meet no enum that differs. */
function openEnumsOf({ model }: Version): () => OpenEnums {
  let known: OpenEnums | undefined;
  return () => {
    known ??= new OpenEnums(model, schemaDirections(model).received);
    return known;
  };
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
