import { get, isObject, type Json, type Schema, schemaAt, schemaEntries, stringsAt } from '../json.js';
import { ownFieldNames } from '../objects.js';
import { listedValues } from '../types.js';
import { schemaText } from './effective.js';

/** Keywords whose schemas all values, or parts of them, must match without an effect on the type. */
const TESTS = ['propertyNames', 'contains', 'unevaluatedItems', 'unevaluatedProperties', 'not'];
const NAMED_TESTS = ['patternProperties', 'dependentSchemas'];
const CONDITION = ['if', 'then', 'else'];

type Effect = 'narrowed' | 'widened';

/** A keyword that restricts the values of a type without changing the type, and differs between two schemas. */
export interface RestrictionChange {
  readonly keyword: string;
  readonly old: Json | undefined;
  readonly next: Json | undefined;
  /** `unclear`: whether values are rejected depends on the service. */
  readonly effect: Effect | 'unclear';
  /** Fields that require others are part of the type as well. */
  readonly isOfType?: boolean;
}

/** Compares the values that two schemas accept: fewer, or at most more; `undefined` if they are the same. */
export type CompareSchemas = (old: Schema, next: Schema) => Effect | undefined;

export function testChanges(old: Schema, next: Schema, compare: CompareSchemas): RestrictionChange[] {
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
  const isMap = (schema: Schema) => isClosed(schema) || get(schema, 'additionalProperties') === undefined;
  const areMaps = [old, next].every((schema) => isMap(schema) && ownFieldNames(schema).length === 0);
  return areMaps && (was ?? false) !== false && (is ?? false) !== false;
}

type PatternChange = readonly [keyword: string, was: Schema | undefined, is: Schema | undefined];

/** Without a minimum or a maximum, an array need not contain anything. */
function testAt(schema: Schema, keyword: string, other: Schema): Schema | undefined {
  const isIdle = keyword === 'contains' && get(schema, 'minContains') === 0 && get(schema, 'maxContains') === undefined;
  return isIdle && schemaAt(other, keyword) === undefined ? undefined : schemaAt(schema, keyword);
}

function testEffect(keyword: string, before: Schema, after: Schema, compare: CompareSchemas): Effect | undefined {
  if (schemaText(before) === schemaText(after) || (acceptsEverything(before) && acceptsEverything(after)))
    return undefined;
  if (keyword === 'not') {
    if (acceptsEverything(before)) return 'narrowed';
    return acceptsEverything(after) || partEffect(after, before, compare) === 'widened' ? 'widened' : 'narrowed';
  }
  // An array must contain something where any `contains` is.
  if (keyword === 'contains' && (before === true || after === true)) return before === true ? 'narrowed' : 'widened';
  if (acceptsEverything(after) || before === false) return 'widened';
  return acceptsEverything(before) || after === false ? 'narrowed' : partEffect(before, after, compare);
}

/** A test need not define the fields that it requires. */
function partEffect(before: Schema, after: Schema, compare: CompareSchemas): Effect | undefined {
  const [was, is] = [stringsAt(before, 'required'), stringsAt(after, 'required')];
  if (is.some((name) => !was.includes(name))) return 'narrowed';
  const [old, next] = [before, after].map((schema) => (isObject(schema) ? { ...schema, required: [] } : schema));
  const effect = compare(old ?? true, next ?? true);
  return effect ?? (is.length < was.length ? 'widened' : undefined);
}

function acceptsEverything(schema: Schema): boolean {
  return schema === true || schemaText(schema) === '{}';
}

/** The parts are compared if the condition is unchanged: another condition may reject values that the old one accepted. */
export function conditionChanges(old: Schema, next: Schema, compare: CompareSchemas): RestrictionChange[] {
  const [before = [], after = []] = [old, next].map((schema) => {
    const parts = CONDITION.map((keyword) => schemaAt(schema, keyword) ?? true);
    const isIdle = parts.slice(1).every(acceptsEverything) || schemaAt(schema, 'if') === undefined;
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
