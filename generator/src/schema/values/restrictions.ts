import {
  get,
  getNumber,
  getString,
  isArray,
  isObject,
  type Json,
  type Schema,
  schemaAt,
  schemasAt,
  stringsAt,
} from '../json.js';
import { boundKeywords } from '../keywords.js';
import { dereference } from '../objects.js';
import type { Resolver } from '../references.js';
import { isDateTime, tupleOf, typesAt } from '../types.js';
import { isTestChoice } from '../unions.js';
import { schemaText } from './effective.js';
import { isKnownFormat } from './formats.js';
import { isMultiple } from './matches.js';
import { type CompareSchemas, conditionChanges, type RestrictionChange, testChanges } from './subschema-changes.js';

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

/** The first number of a count by its default or minimum: 0 or 1, or `undefined` if neither is given. */
export function countsFrom(schema: Schema, resolver: Resolver): number | undefined {
  const own = dereference(schema, resolver);
  const first = getNumber(own, 'default') ?? getNumber(own, 'minimum');
  return first === 0 || first === 1 ? first : undefined;
}

/** The largest number that a schema allows; `undefined` if it has no maximum. */
export function greatestValue(schema: Schema, resolver: Resolver): number | undefined {
  return getNumber(dereference(schema, resolver), 'maximum');
}
