import { plainReference, type Resolver, referencedName, type Schema } from '../../schema/index.js';
import type { Change } from '../change.js';
import type { Place } from '../place.js';
import type { Report } from '../report.js';

/** Old key of a named schema -> the key of what it is now. */
export type SchemaPairs = ReadonlyMap<string, string>;

/** What the parts of a comparison of schemas share: both descriptions, where changes are told, and the way further down. */
export interface SchemaWalk {
  readonly old: Resolver;
  readonly next: Resolver;
  readonly pairs: SchemaPairs;
  /** The extension that lists the fields of filters, where add-ons know one. */
  readonly filterExtension: string | undefined;
  readonly report: Report;
  /** Compares what stands at a place, with all that is below it. */
  compare(old: Schema, next: Schema, place: Place): void;
  /** The changes that `compare` would tell, without telling them. */
  changes(old: Schema, next: Schema, place: Place): readonly Change[];
  /** A type of either description in a sentence, by its name or the kinds of its values. */
  typeText(schema: Schema, side: 'old' | 'next', kinds?: ReadonlySet<string>): string;
  /** Whether the type of what arrives has just the values of an enum, and not any other beside them. */
  isExact(schema: Schema, side: 'old' | 'next'): boolean;
}

/** Whether both refer to what is one named schema, which is compared by itself. */
export function isPair(old: Schema, next: Schema, pairs: SchemaPairs): boolean {
  const before = referencedName(plainReference(old));
  const after = referencedName(plainReference(next));
  return before !== undefined && after !== undefined && pairs.get(before) === after;
}
