import {
  kindsOf,
  plainReference,
  type Resolver,
  referencedName,
  type Schema,
  schemaTypes,
} from '../../schema/index.js';
import type { Change } from '../change.js';
import type { Place } from '../place.js';
import type { Report } from '../report.js';

/** Old key of a named schema -> the key of what it is now. */
export type SchemaPairs = ReadonlyMap<string, string>;

/** One of the compared versions. */
export interface SchemaSide extends Resolver {
  /** A type in a sentence, by its name or the kinds of its values. */
  typeText(schema: Schema): string;
  /** Whether the type of received values is strict for some lists of values. */
  isExact(lists: readonly Schema[], place: Place): boolean;
}

/** The shared state of a comparison of schemas: both versions, the report, and the recursion. */
export interface SchemaWalk {
  readonly old: SchemaSide;
  readonly next: SchemaSide;
  readonly pairs: SchemaPairs;
  /** The extension that lists the fields of filters, if an add-on defines one. */
  readonly filterExtension: string | undefined;
  readonly report: Report;
  /** The types, arguments and responses with changed descriptions: each is reported once, at the end. */
  readonly described: Map<string, Place>;
  /** Pairs being compared: a recursive schema ends there. */
  readonly open: Map<Schema, Set<Schema>>;
  /** Compares a place with everything below it. */
  compare(old: Schema, next: Schema, place: Place): void;
  /** The changes that `compare` would report. */
  changes(old: Schema, next: Schema, place: Place): readonly Change[];
}

/** The key of the named schema that a schema only refers to. */
export function keyOf(schema: Schema): string | undefined {
  return referencedName(plainReference(schema));
}

/** Whether both refer to the same named schema, which is compared separately. */
export function isPair(old: Schema, next: Schema, pairs: SchemaPairs): boolean {
  const [before, after] = [keyOf(old), keyOf(next)];
  return before !== undefined && after !== undefined && pairs.get(before) === after;
}

/** The kinds of a schema's values except null. */
export function kindsIn(schema: Schema, resolver: Resolver): ReadonlySet<string> {
  const kinds = kindsOf(schema, schemaTypes(schema, resolver));
  return new Set([...kinds].filter((kind) => kind !== 'null'));
}
