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

/** One of the versions that are compared. */
export interface SchemaSide extends Resolver {
  /** A type in a sentence, by its name or the kinds of its values. */
  typeText(schema: Schema): string;
  /** Whether the type of what is received has just the values that some schemas list, and not any other beside them. */
  isExact(lists: readonly Schema[], place: Place): boolean;
}

/** What the parts of a comparison of schemas share: both versions, where changes are reported, and the way further down. */
export interface SchemaWalk {
  readonly old: SchemaSide;
  readonly next: SchemaSide;
  readonly pairs: SchemaPairs;
  /** The extension that lists the fields of filters, where add-ons know one. */
  readonly filterExtension: string | undefined;
  readonly report: Report;
  /** The types, arguments and replies whose texts differ: each is reported once, after all. */
  readonly described: Map<string, Place>;
  /** Pairs on the way down: a recursive schema ends there. */
  readonly open: Map<Schema, Set<Schema>>;
  /** Compares what is at a place, with all that is below it. */
  compare(old: Schema, next: Schema, place: Place): void;
  /** The changes that `compare` would report. */
  changes(old: Schema, next: Schema, place: Place): readonly Change[];
}

/** The key of the named schema that a schema is only a reference to. */
export function keyOf(schema: Schema): string | undefined {
  return referencedName(plainReference(schema));
}

/** Whether both refer to what is one named schema, which is compared by itself. */
export function isPair(old: Schema, next: Schema, pairs: SchemaPairs): boolean {
  const [before, after] = [keyOf(old), keyOf(next)];
  return before !== undefined && after !== undefined && pairs.get(before) === after;
}

/** The kinds of a schema's values, null left out. */
export function kindsIn(schema: Schema, resolver: Resolver): ReadonlySet<string> {
  const kinds = kindsOf(schema, schemaTypes(schema, resolver));
  return new Set([...kinds].filter((kind) => kind !== 'null'));
}
