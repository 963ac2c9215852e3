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
import { isKnownFormat, isMultiple } from './matches.js';
import { dereference, ownFieldNames } from './objects.js';
import type { Resolver } from './references.js';
import { isDateTime, listedValues, tupleOf, typesAt } from './types.js';
import { isTestChoice } from './unions.js';

/** An inclusive bound, and the exclusive one of the same side: the narrower of the two counts. */
const LIMITS = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
] as const;
const limits: ReadonlySet<string> = new Set(LIMITS.flat());
const restrictions = [
  ...[...boundKeywords].filter(([, bound]) => bound === 'least'),
  ...[...boundKeywords].filter(([, bound]) => bound === 'most'),
].flatMap(([keyword]) => (limits.has(keyword) ? [] : [keyword]));
const OTHERS = ['pattern', 'multipleOf', 'uniqueItems', 'dependentRequired', 'minContains', 'maxContains'];
/** Keywords whose schemas all values, or parts of them, must match without an effect on the type. */
const TESTS = ['propertyNames', 'contains', 'unevaluatedItems', 'unevaluatedProperties', 'not'];
const NAMED_TESTS = ['patternProperties', 'dependentSchemas'];
const CONDITION = ['if', 'then', 'else'];

/** Formats that services need not check, or that accept every value. */
const UNCHECKED: ReadonlySet<string> = new Set(['float', 'double', 'password', 'binary', 'date-time']);
/** The formats that include all values of a format. */
const WIDER_FORMATS: ReadonlyMap<string, readonly string[]> = new Map([
  ['int32', ['int64']],
  ['float', ['double']],
  ['email', ['idn-email']],
  ['hostname', ['idn-hostname']],
  ['uri', ['uri-reference', 'iri', 'iri-reference']],
  ['uri-reference', ['iri-reference']],
]);

type Effect = 'narrowed' | 'widened';

/** A keyword that restricts the values of a type without changing the type, and differs between two schemas. */
export interface RestrictionChange {
  readonly keyword: string;
  readonly old: Json | undefined;
  readonly next: Json | undefined;
  /** `unclear`: only the service knows whether it rejects values. */
  readonly effect: Effect | 'unclear';
  /** Fields that require others are part of the type as well. */
  readonly isOfType?: boolean;
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
    const effect = isLooser(keyword, before, after) ? 'widened' : 'narrowed';
    return [{ keyword, old: before, next: after, effect, isOfType: keyword === 'dependentRequired' }];
  });
  return [
    ...LIMITS.flatMap((pair) => limitChanges(old, next, pair)),
    ...found,
    ...integerChanges(old, next),
    ...formatChanges(old, next),
    ...testChanges(old, next, compare),
    ...conditionChanges(old, next, compare),
    ...choiceChanges(old, next),
  ];
}

function integerChanges(old: Schema, next: Schema): RestrictionChange[] {
  const types = [numberTypes(old), numberTypes(next)];
  const [wasInteger, isInteger] = [isWhole(old), isWhole(next)];
  if (wasInteger === isInteger || types.some((names) => names.length === 0)) return [];
  const [before, after] = wasInteger ? ['integer', 'number'] : ['number', 'integer'];
  return [{ keyword: 'type', old: before, next: after, effect: isInteger ? 'narrowed' : 'widened' }];
}

function limitChanges(old: Schema, next: Schema, pair: (typeof LIMITS)[number]): RestrictionChange[] {
  const [was, is] = [limitOf(old, pair), limitOf(next, pair)];
  const change = (is?.rank ?? Number.NEGATIVE_INFINITY) - (was?.rank ?? Number.NEGATIVE_INFINITY);
  const isStricter = change > 0 || (change === 0 && is?.isOpen === true && was?.isOpen === false);
  if (was === is || (change === 0 && was?.isOpen === is?.isOpen)) return [];
  const keyword = is?.keyword ?? was?.keyword ?? '';
  const before = was === undefined || was.keyword === keyword ? was?.value : `${was.keyword} ${was.value}`;
  return [{ keyword, old: before, next: is?.value, effect: isStricter ? 'narrowed' : 'widened' }];
}

/** The narrower of an inclusive and an exclusive bound: the higher its rank, the fewer values it accepts. */
function limitOf(schema: Schema, [inclusive, exclusive]: (typeof LIMITS)[number]) {
  const sign = inclusive === 'minimum' ? 1 : -1;
  const found = [inclusive, exclusive].flatMap((keyword) => {
    const value = getNumber(schema, keyword);
    if (value === undefined) return [];
    const isOpen = keyword === exclusive;
    if (!isWhole(schema)) return [{ keyword, value, rank: sign * value, isOpen }];
    return [{ keyword, value, rank: isOpen ? Math.floor(sign * value) + 1 : Math.ceil(sign * value), isOpen: false }];
  });
  return found.sort((one, other) => other.rank - one.rank || Number(other.isOpen) - Number(one.isOpen))[0];
}

/** Formats and encodings, except those that are a type: services may check them. */
function formatChanges(old: Schema, next: Schema): RestrictionChange[] {
  const found = ['format', 'contentEncoding', 'contentMediaType'].flatMap((keyword): RestrictionChange[] => {
    const [was, is] = [old, next].map((schema) => {
      const name = getString(schema, keyword);
      return (name === 'date-time' && isDateTime(schema)) || name === 'binary' ? undefined : name;
    });
    if (was === is) return [];
    const isWider = is === undefined || (was !== undefined && WIDER_FORMATS.get(was)?.includes(is) === true);
    const isChecked = keyword === 'format' ? isKnownFormat(is ?? '') && !UNCHECKED.has(is ?? '') : is === 'base64';
    return [{ keyword, old: was, next: is, effect: isWider ? 'widened' : isChecked ? 'narrowed' : 'unclear' }];
  });
  const [was, is] = [schemaAt(old, 'contentSchema'), schemaAt(next, 'contentSchema')];
  if (schemaText(was ?? true) === schemaText(is ?? true)) return found;
  const effect = is === undefined ? 'widened' : 'unclear';
  return [...found, { keyword: 'contentSchema', old: was, next: is, effect }];
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
    // Forbidding all unknown fields, and listing their names, is handled with the object's fields.
    if (keyword === 'propertyNames')
      return [old, next].every((one) => listedValues(schemaAt(one, keyword)) === undefined);
    return keyword !== 'unevaluatedProperties' || [old, next].every((one) => typeof get(one, keyword) !== 'boolean');
  }).map((keyword) => [keyword, testAt(old, keyword, next), testAt(next, keyword, old)] as const);
  const named = NAMED_TESTS.flatMap((keyword) => {
    const [before, after] = [new Map(schemaEntries(old, keyword)), new Map(schemaEntries(next, keyword))];
    // Without its pattern, a field is an additional one.
    const [was, is] = [old, next].map((one) => {
      return keyword === 'patternProperties' ? schemaAt(one, 'additionalProperties') : undefined;
    });
    const found = [...new Set([...before.keys(), ...after.keys()])].map((name) => {
      return [keyword, before.get(name) ?? was, after.get(name) ?? is] as const;
    });
    return found.filter((one) => keyword !== 'patternProperties' || !isOfMap(one, old, next));
  });
  return [...plain, ...named].flatMap(([keyword, before, after]) => {
    const effect = testEffect(keyword, before ?? true, after ?? true, compare);
    const [was, is] = [before, after].map((schema) => [...stringsAt(schema, 'required')].sort().join());
    const isOfType = keyword === 'dependentSchemas' && was !== is;
    return effect === undefined ? [] : [{ keyword, old: before, next: after, effect, isOfType }];
  });
}

/** Whether a change of a pattern is one of the type: all patterns are gone, or nothing else is accepted. */
function isOfMap([keyword, was, is]: PatternChange, old: Schema, next: Schema): boolean {
  const isClosed = (schema: Schema) => get(schema, 'additionalProperties') === false;
  if (get(next, keyword) === undefined) return isClosed(next) || get(next, 'additionalProperties') === undefined;
  const areMaps = [old, next].every((schema) => isClosed(schema) && ownFieldNames(schema).length === 0);
  return areMaps && was !== false && is !== false;
}

type PatternChange = readonly [keyword: string, was: Schema | undefined, is: Schema | undefined];

/** Without a minimum or a maximum, an array need not contain anything. */
function testAt(schema: Schema, keyword: string, other: Schema): Schema | undefined {
  const isIdle = keyword === 'contains' && get(schema, 'minContains') === 0 && get(schema, 'maxContains') === undefined;
  return isIdle && schemaAt(other, keyword) === undefined ? undefined : schemaAt(schema, keyword);
}

function testEffect(keyword: string, before: Schema, after: Schema, compare: CompareSchemas): Effect | undefined {
  if (schemaText(before) === schemaText(after) || (demandsNothing(before) && demandsNothing(after))) return undefined;
  if (keyword === 'not') {
    if (demandsNothing(before)) return 'narrowed';
    return demandsNothing(after) || partEffect(after, before, compare) === 'widened' ? 'widened' : 'narrowed';
  }
  // An array must contain something where any `contains` is.
  if (keyword === 'contains' && (before === true || after === true)) return before === true ? 'narrowed' : 'widened';
  if (demandsNothing(after) || before === false) return 'widened';
  return demandsNothing(before) || after === false ? 'narrowed' : partEffect(before, after, compare);
}

/** The required fields of a test need not be described in it. */
function partEffect(before: Schema, after: Schema, compare: CompareSchemas): Effect | undefined {
  const [was, is] = [stringsAt(before, 'required'), stringsAt(after, 'required')];
  if (is.some((name) => !was.includes(name))) return 'narrowed';
  const [old, next] = [before, after].map((schema) => (isObject(schema) ? { ...schema, required: [] } : schema));
  const effect = compare(old ?? true, next ?? true);
  return effect ?? (is.length < was.length ? 'widened' : undefined);
}

function demandsNothing(schema: Schema): boolean {
  return schema === true || schemaText(schema) === '{}';
}

/** The parts are compared if the condition is the same: another one may reject values that the old one accepted. */
function conditionChanges(old: Schema, next: Schema, compare: CompareSchemas): RestrictionChange[] {
  const [before = [], after = []] = [old, next].map((schema) => {
    const parts = CONDITION.map((keyword) => schemaAt(schema, keyword) ?? true);
    const isIdle = parts.slice(1).every(demandsNothing) || schemaAt(schema, 'if') === undefined;
    return isIdle ? [] : parts;
  });
  if (before.map(schemaText).join() === after.map(schemaText).join()) return [];
  const values = {
    old: schemaAt(old, 'then') ?? schemaAt(old, 'else'),
    next: schemaAt(next, 'then') ?? schemaAt(next, 'else'),
  };
  const [condition = true, ...was] = before;
  const [newCondition = true, ...is] = after;
  const isSame = was.length === is.length && schemaText(condition) === schemaText(newCondition);
  const effects = was.map((part, index) => testEffect('then', part, is[index] ?? true, compare));
  const isWider = after.length === 0 || (isSame && !effects.includes('narrowed'));
  return [{ keyword: 'if', ...values, effect: isWider ? 'widened' : 'narrowed' }];
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
  if (bound === undefined) return isMultiple(before, after);
  return bound === 'least' ? after < before : after > before;
}

/** A bound that excludes nothing is treated as absent. */
function restriction(schema: Schema, keyword: string): Json | undefined {
  const value = get(schema, keyword);
  if (keyword === 'minContains') return value ?? 1;
  // The number of items that a tuple has by itself is part of its type.
  const isOfTuple = /^(min|max)Items$/.test(keyword) && Number(value) <= (tupleOf(schema)?.items.length ?? -1);
  const isIdle = value === false || (value === 0 && keyword.startsWith('min'));
  const isOfType = keyword === 'multipleOf' && value === 1 && isWhole(schema);
  return isIdle || isOfTuple || isOfType ? undefined : value;
}

function isWhole(schema: Schema): boolean {
  return numberTypes(schema).join() === 'integer';
}

function numberTypes(schema: Schema): readonly string[] {
  return (typesAt(schema) ?? []).filter((name) => name === 'integer' || name === 'number');
}

/** The largest number that a schema allows; `undefined` if it has no maximum. */
export function greatestValue(schema: Schema, resolver: Resolver): number | undefined {
  return getNumber(dereference(schema, resolver), 'maximum');
}
