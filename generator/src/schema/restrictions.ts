import { get, getNumber, getString, type Json, type Schema } from './json.js';
import { boundKeywords } from './keywords.js';
import { dereference } from './objects.js';
import type { Resolver } from './references.js';
import { typesAt } from './types.js';

const OTHERS = ['pattern', 'multipleOf', 'uniqueItems', 'propertyNames', 'contains', 'not'];
const restrictions = [
  ...[...boundKeywords].filter(([, bound]) => bound === 'least'),
  ...[...boundKeywords].filter(([, bound]) => bound === 'most'),
].map(([keyword]) => keyword);

/** A keyword that narrows the values of a type without changing the type, and differs between two schemas. */
export interface RestrictionChange {
  readonly keyword: string;
  readonly old: Json | undefined;
  readonly next: Json | undefined;
  readonly effect: 'narrowed' | 'widened';
}

/** The restrictions that differ: JSON Schema 2020-12 Validation, section 6. */
export function restrictionChanges(old: Schema, next: Schema): RestrictionChange[] {
  const found: RestrictionChange[] = [];
  for (const keyword of [...restrictions, ...OTHERS]) {
    const before = restriction(old, keyword);
    const after = restriction(next, keyword);
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    found.push({
      keyword,
      old: before,
      next: after,
      effect: isLooser(keyword, before, after) ? 'widened' : 'narrowed',
    });
  }
  const types = [numberTypes(old), numberTypes(next)] as const;
  const [wasInteger, isInteger] = types.map((names) => names.includes('integer') && !names.includes('number'));
  if (wasInteger !== isInteger && types.every((names) => names.length > 0)) {
    const [before, after] = wasInteger ? ['integer', 'number'] : ['number', 'integer'];
    found.push({ keyword: 'type', old: before, next: after, effect: isInteger ? 'narrowed' : 'widened' });
  }
  return found;
}

function isLooser(keyword: string, before: Json | undefined, after: Json | undefined): boolean {
  if (typeof before !== 'number' || typeof after !== 'number') return after === undefined;
  const bound = boundKeywords.get(keyword);
  if (bound === undefined) return before % after === 0;
  return bound === 'least' ? after < before : after > before;
}

/** A bound that excludes nothing counts as absent. */
function restriction(schema: Schema, keyword: string): Json | undefined {
  const value = get(schema, keyword);
  const isIdle = value === false || (value === 0 && keyword.startsWith('min') && keyword !== 'minimum');
  return isIdle ? undefined : value;
}

function numberTypes(schema: Schema): readonly string[] {
  return (typesAt(schema) ?? []).filter((name) => name === 'integer' || name === 'number');
}

/** The formats that do not change the type; a service may check them. */
export function plainFormat(schema: Schema): string | undefined {
  const format = getString(schema, 'format');
  return format === 'date-time' || format === 'binary' ? undefined : format;
}

/** The largest number that a schema allows; `undefined` where it does not say. */
export function greatestValue(schema: Schema, resolver: Resolver): number | undefined {
  return getNumber(dereference(schema, resolver), 'maximum');
}
