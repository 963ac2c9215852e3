import { schemaText } from './effective.js';
import {
  get,
  getNumber,
  getString,
  isArray,
  isObject,
  type Json,
  type Schema,
  schemaAt,
  schemaEntries,
  schemasAt,
  stringsAt,
} from './json.js';
import { boundKeywords } from './keywords.js';
import { dereference } from './objects.js';
import type { Resolver } from './references.js';
import { isDateTime, typesAt } from './types.js';
import { isTestChoice } from './unions.js';

const restrictions = [
  ...[...boundKeywords].filter(([, bound]) => bound === 'least'),
  ...[...boundKeywords].filter(([, bound]) => bound === 'most'),
].map(([keyword]) => keyword);
const OTHERS = ['pattern', 'multipleOf', 'uniqueItems', 'dependentRequired', 'minContains', 'maxContains'];
/** Keywords whose schemas all values, or parts of them, must match without an effect on the type. */
const TESTS = ['propertyNames', 'contains', 'unevaluatedItems', 'unevaluatedProperties', 'contentSchema', 'not'];
const NAMED_TESTS = ['patternProperties', 'dependentSchemas'];
const CONDITION = ['if', 'then', 'else'];

type Effect = 'narrowed' | 'widened';

/** A keyword that restricts the values of a type without changing the type, and differs between two schemas. */
export interface RestrictionChange {
  readonly keyword: string;
  readonly old: Json | undefined;
  readonly next: Json | undefined;
  readonly effect: Effect;
}

/** Compares the values that two schemas accept: fewer, or at most more; `undefined` if they are the same. */
export type CompareSchemas = (old: Schema, next: Schema) => Effect | undefined;

/** The restrictions that differ: JSON Schema 2020-12 Validation, section 6, and Core, sections 10.2 and 10.3. */
export function restrictionChanges(old: Schema, next: Schema, compare: CompareSchemas): RestrictionChange[] {
  const found = [...restrictions, ...OTHERS].flatMap((keyword): RestrictionChange[] => {
    // An array must contain one item where any `contains` is; without it, the number is ignored.
    const isIdle = keyword.endsWith('Contains') && [old, next].some((one) => schemaAt(one, 'contains') === undefined);
    if (isIdle) return [];
    const before = restriction(old, keyword);
    const after = restriction(next, keyword);
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ keyword, old: before, next: after, effect: isLooser(keyword, before, after) ? 'widened' : 'narrowed' }];
  });
  const types = [numberTypes(old), numberTypes(next)] as const;
  const [wasInteger, isInteger] = types.map((names) => names.includes('integer') && !names.includes('number'));
  if (wasInteger !== isInteger && types.every((names) => names.length > 0)) {
    const [before, after] = wasInteger ? ['integer', 'number'] : ['number', 'integer'];
    found.push({ keyword: 'type', old: before, next: after, effect: isInteger ? 'narrowed' : 'widened' });
  }
  return [...found, ...testChanges(old, next, compare), ...conditionChanges(old, next), ...choiceChanges(old, next)];
}

/** The alternatives of required fields. */
function choiceChanges(old: Schema, next: Schema): RestrictionChange[] {
  return ['oneOf', 'anyOf'].flatMap((keyword): RestrictionChange[] => {
    const [before, after] = [old, next].map((schema) => {
      return isTestChoice(schema, keyword) ? schemasAt(schema, keyword).map(schemaText).sort() : undefined;
    });
    if (before?.join() === after?.join()) return [];
    const isWider =
      after === undefined || (keyword === 'anyOf' && before?.every((text) => after.includes(text)) === true);
    const values = { old: before && get(old, keyword), next: after && get(next, keyword) };
    return [{ keyword, ...values, effect: isWider ? 'widened' : 'narrowed' }];
  });
}

function testChanges(old: Schema, next: Schema, compare: CompareSchemas): RestrictionChange[] {
  const plain = TESTS.filter((keyword) => {
    // Forbidding all unknown fields is handled with the object's fields.
    return keyword !== 'unevaluatedProperties' || [old, next].every((one) => typeof get(one, keyword) !== 'boolean');
  }).map((keyword) => [keyword, schemaAt(old, keyword), schemaAt(next, keyword)] as const);
  const named = NAMED_TESTS.flatMap((keyword) => {
    const [before, after] = [new Map(schemaEntries(old, keyword)), new Map(schemaEntries(next, keyword))];
    return [...new Set([...before.keys(), ...after.keys()])].map((name) => {
      return [keyword, before.get(name), after.get(name)] as const;
    });
  });
  return [...plain, ...named].flatMap(([keyword, before, after]) => {
    const effect = testEffect(keyword, before ?? true, after ?? true, compare);
    return effect === undefined ? [] : [{ keyword, old: before, next: after, effect }];
  });
}

function testEffect(keyword: string, before: Schema, after: Schema, compare: CompareSchemas): Effect | undefined {
  if (schemaText(before) === schemaText(after) || (demandsNothing(before) && demandsNothing(after))) return undefined;
  if (keyword === 'not') {
    if (demandsNothing(before)) return 'narrowed';
    return demandsNothing(after) || compare(after, before) === 'widened' ? 'widened' : 'narrowed';
  }
  // An array must contain something where any `contains` is.
  if (keyword === 'contains' && (before === true || after === true)) return before === true ? 'narrowed' : 'widened';
  if (demandsNothing(after) || before === false) return 'widened';
  return demandsNothing(before) || after === false ? 'narrowed' : compare(before, after);
}

function demandsNothing(schema: Schema): boolean {
  return schema === true || schemaText(schema) === '{}';
}

/** Conditions are not compared part by part: another condition may reject values that the old one accepted. */
function conditionChanges(old: Schema, next: Schema): RestrictionChange[] {
  const [before, after] = [old, next].map((schema) => {
    const parts = CONDITION.map((keyword) => schemaAt(schema, keyword) ?? true);
    const isIdle = parts.slice(1).every(demandsNothing) || schemaAt(schema, 'if') === undefined;
    return isIdle ? undefined : parts.map(schemaText).join();
  });
  if (before === after) return [];
  const values = {
    old: schemaAt(old, 'then') ?? schemaAt(old, 'else'),
    next: schemaAt(next, 'then') ?? schemaAt(next, 'else'),
  };
  return [{ keyword: 'if', ...values, effect: after === undefined ? 'widened' : 'narrowed' }];
}

function isLooser(keyword: string, before: Json | undefined, after: Json | undefined): boolean {
  if (isArray(before) || isArray(after)) {
    const all = [before ?? []].flat();
    return [after ?? []].flat().every((value) => all.includes(value));
  }
  if (keyword === 'dependentRequired') {
    const names = isObject(after) ? Object.keys(after) : [];
    return names.every((name) => stringsAt(after, name).every((field) => stringsAt(before, name).includes(field)));
  }
  const bound = keyword === 'minContains' ? 'least' : keyword === 'maxContains' ? 'most' : boundKeywords.get(keyword);
  if (typeof before !== 'number' || typeof after !== 'number') return after === undefined;
  if (bound === undefined) return before % after === 0;
  return bound === 'least' ? after < before : after > before;
}

/** A bound that excludes nothing is treated as absent. */
function restriction(schema: Schema, keyword: string): Json | undefined {
  const value = get(schema, keyword);
  if (keyword === 'minContains') return value ?? 1;
  const isIdle = value === false || (value === 0 && keyword.startsWith('min') && keyword !== 'minimum');
  return isIdle ? undefined : value;
}

function numberTypes(schema: Schema): readonly string[] {
  return (typesAt(schema) ?? []).filter((name) => name === 'integer' || name === 'number');
}

/** The formats and encodings that do not change the type; services may check them. */
export function plainFormat(schema: Schema): string | undefined {
  const names = ['format', 'contentEncoding', 'contentMediaType'].flatMap(
    (keyword) => getString(schema, keyword) ?? [],
  );
  const isOther = (name: string): boolean => name !== 'binary' && !(name === 'date-time' && isDateTime(schema));
  return names.filter(isOther).join(' ') || undefined;
}

/** The largest number that a schema allows; `undefined` if it has no maximum. */
export function greatestValue(schema: Schema, resolver: Resolver): number | undefined {
  return getNumber(dereference(schema, resolver), 'maximum');
}
