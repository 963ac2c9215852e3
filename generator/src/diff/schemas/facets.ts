import type { Json, Schema } from '../../schema/index.js';
import { get, getArray, getString, isArray, isBinarySchema, isDateTime } from '../../schema/index.js';

/** What the values of a schema are in TypeScript, at its outermost level. */
export type Kind = 'any' | 'string' | 'date' | 'binary' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** The kinds of values that a schema takes by itself; null is a kind. Without a word about it: `any`. */
export function kindsOf(schema: Schema, types: readonly string[]): ReadonlySet<Kind> {
  if (typeof schema === 'boolean') return new Set<Kind>(['any']);
  const kinds = new Set<Kind>();
  for (const type of types) {
    if (type === 'integer' || type === 'number') kinds.add('number');
    else if (type === 'string' || type === 'boolean' || type === 'object' || type === 'array' || type === 'null')
      kinds.add(type);
  }
  if (kinds.size === 0) for (const value of valuesOfEnum(schema) ?? []) kinds.add(kindOfValue(value));
  if (isDateTime(schema)) {
    kinds.delete('string');
    kinds.delete('number');
    kinds.add('date');
  } else if (isBinarySchema(schema)) {
    kinds.delete('string');
    kinds.add('binary');
  }
  if (kinds.size === 0 || (kinds.size === 1 && kinds.has('null') && types.length === 0)) kinds.add('any');
  return kinds;
}

function kindOfValue(value: Json): Kind {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}

/** The values of `enum` or `const`; `undefined` where neither restricts them. */
export function valuesOfEnum(schema: Schema): readonly Json[] | undefined {
  const constant = get(schema, 'const');
  if (constant !== undefined) return [constant];
  const values = getArray(schema, 'enum');
  return values.length > 0 ? values : undefined;
}

/** What narrows the values of a kind without changing it. */
export interface Bound {
  readonly keyword: string;
  readonly old: Json | undefined;
  readonly next: Json | undefined;
  readonly effect: 'narrowed' | 'widened';
}

const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const PLAIN = ['pattern', 'multipleOf', 'uniqueItems', 'propertyNames', 'contains', 'not'];

/** The bounds that differ: JSON Schema 2020-12 Validation, section 6. */
export function boundChanges(old: Schema, next: Schema): Bound[] {
  const found: Bound[] = [];
  for (const keyword of [...LEAST, ...MOST, ...PLAIN]) {
    const before = boundOf(old, keyword);
    const after = boundOf(next, keyword);
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    const isLooser =
      after === undefined ||
      (typeof before === 'number' &&
        typeof after === 'number' &&
        (LEAST.includes(keyword) ? after < before : MOST.includes(keyword) ? after > before : before % after === 0));
    found.push({ keyword, old: before, next: after, effect: isLooser ? 'widened' : 'narrowed' });
  }
  if (isInteger(old) !== isInteger(next) && isNumeric(old) && isNumeric(next)) {
    const [before, after] = isInteger(old) ? ['integer', 'number'] : ['number', 'integer'];
    found.push({ keyword: 'type', old: before, next: after, effect: isInteger(next) ? 'narrowed' : 'widened' });
  }
  return found;
}

/** A bound that excludes nothing is none. */
function boundOf(schema: Schema, keyword: string): Json | undefined {
  const value = get(schema, keyword);
  const isIdle = value === false || (value === 0 && keyword.startsWith('min') && keyword !== 'minimum');
  return isIdle ? undefined : value;
}

function isInteger(schema: Schema): boolean {
  const type = get(schema, 'type');
  return type === 'integer' || (isArray(type) && type.includes('integer') && !type.includes('number'));
}

function isNumeric(schema: Schema): boolean {
  const type = get(schema, 'type');
  return [type].flat().some((name) => name === 'integer' || name === 'number');
}

/** The formats that make no other type, which a service may check. */
export function plainFormat(schema: Schema): string | undefined {
  const format = getString(schema, 'format');
  return format === 'date-time' || format === 'binary' ? undefined : format;
}
