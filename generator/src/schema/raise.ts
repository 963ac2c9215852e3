import { isArray, isObject, type Json, type JsonObject } from './json.js';
import { isAnnotation, keywords } from './keywords.js';

/** A schema or another object of a document under construction. */
export interface MutableObject {
  [key: string]: Json;
}

/** Without a prototype: `__proto__`, `constructor` and `hasOwnProperty` are ordinary names. */
export function emptyObject(): MutableObject {
  return Object.create(null);
}

/** How a schema was restructured to allow `null`: where its keywords are now. */
export type Wrap = 'all' | 'only-allOf';

const combining = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'const', 'if', 'then', 'else'];

/**
 * Converts the keywords of a schema from OpenAPI 3.0 to JSON Schema 2020-12, in place: `nullable` and boolean `exclusiveMinimum`
 * and `exclusiveMaximum`.
 *
 * `nullable: true` beside `$ref`, `allOf`, `anyOf` or `oneOf` means that the whole schema or null is valid. 3.0.3 defines it more
 * narrowly, but authors and servers use it this way.
 */
export function raiseSchema(schema: MutableObject): Wrap | undefined {
  raiseExclusive(schema, 'exclusiveMinimum', 'minimum');
  raiseExclusive(schema, 'exclusiveMaximum', 'maximum');
  const nullable = schema.nullable === true;
  if (typeof schema.nullable === 'boolean') delete schema.nullable;
  return nullable ? admitNull(schema) : undefined;
}

/** Keywords that add fields or items to a schema. */
const evaluating = [...combining, '$dynamicRef', 'dependentSchemas'];

/** Replaces `unevaluatedProperties` and `unevaluatedItems` by their equivalents if no other schema contributes, in place. */
export function nameUnevaluated(schema: MutableObject): void {
  if (evaluating.some((keyword) => Object.hasOwn(schema, keyword))) return;
  for (const [unevaluated, plain] of [
    ['unevaluatedProperties', 'additionalProperties'],
    ['unevaluatedItems', 'items'],
  ] as const) {
    const value = schema[unevaluated];
    if (value === undefined || (plain === 'items' && Object.hasOwn(schema, 'contains'))) continue;
    delete schema[unevaluated];
    schema[plain] ??= value;
  }
}

/** Allows date-times that are defined as numbers to be strings too, in place: as a plain number it would not be a `Date`. */
export function admitDateTimeText(schema: MutableObject): void {
  if (schema.format !== 'date-time' || Object.hasOwn(schema, 'enum')) return;
  const types = isArray(schema.type) ? schema.type : [schema.type ?? null];
  const isNumber = types.includes('number') || types.includes('integer');
  if (isNumber && !types.includes('string')) schema.type = [...types, 'string'];
}

/** Whether the format is `datetime`, `dateTime` or another misspelling of `date-time`. */
export function hasMisspelledDateTime({ format }: JsonObject): boolean {
  return typeof format === 'string' && format !== 'date-time' && /^date[^a-z]?time$/i.test(format);
}

/** Whether a schema allows integers that a number of JavaScript cannot represent: those with the format `int64`. */
export function isLongInteger({ type, format, enum: values, maximum }: JsonObject): boolean {
  const types = isArray(type) ? type : [type];
  const isNumber = types.includes('integer') || types.includes('number');
  if (!isNumber || types.includes('string') || values !== undefined) return false;
  return (format === 'int64' || format === 'uint64') && !Number.isSafeInteger(maximum);
}

/** Allows strings too, in place. */
export function admitText(schema: MutableObject): void {
  const { type = [] } = schema;
  schema.type = [...(isArray(type) ? type : [type]), 'string'];
}

/** Restricts date-times to strings if a value may be a number too, in place: the unit of the number is unknown. */
export function splitDateTime(schema: MutableObject): void {
  const { type } = schema;
  if (schema.format !== 'date-time' || !isArray(type) || !type.includes('string')) return;
  if (!type.includes('number') && !type.includes('integer')) return;
  if (['enum', ...combining].some((keyword) => Object.hasOwn(schema, keyword))) return;
  delete schema.type;
  delete schema.format;
  const others = type.filter((name) => name !== 'string').map((name) => ({ type: name }));
  schema.anyOf = [{ type: 'string', format: 'date-time' }, ...others];
}

function raiseExclusive(schema: MutableObject, keyword: string, bound: string): void {
  const exclusive = schema[keyword];
  if (typeof exclusive !== 'boolean') return;
  delete schema[keyword];
  const value = schema[bound];
  if (!exclusive || typeof value !== 'number') return;
  delete schema[bound];
  schema[keyword] = value;
}

function admitNull(schema: MutableObject): Wrap | undefined {
  if (combining.some((keyword) => Object.hasOwn(schema, keyword))) return wrap(schema);
  const { type = typeMeant(schema) ?? null } = schema;
  if (typeof type === 'string' && type !== 'null') schema.type = [type, 'null'];
  else if (isArray(type) && !type.includes('null')) schema.type = [...type, 'null'];
  const values = schema.enum;
  if (isArray(values) && !values.includes(null)) schema.enum = [...values, null];
  return undefined;
}

/** The type that the keywords of a schema apply to, if there is one. */
function typeMeant(schema: JsonObject): string | undefined {
  const [only, ...others] = new Set(Object.keys(schema).flatMap((keyword) => keywords.get(keyword)?.about ?? []));
  return others.length === 0 && !Object.hasOwn(schema, 'enum') ? only : undefined;
}

/**
 * Adds the type of a scalar, in place, to the branches of its unions without a type: keywords beside a union apply to all
 * branches.
 */
export function distributeType(schema: MutableObject): void {
  const { type } = schema;
  const types = isArray(type) ? type : [type];
  if (type === undefined || types.includes('object') || types.includes('array')) return;
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = schema[keyword];
    if (!isArray(branches)) continue;
    schema[keyword] = branches.map((branch) => {
      const isPlain = isObject(branch) && ['type', 'enum', ...combining].every((key) => !Object.hasOwn(branch, key));
      return isPlain ? { ...branch, type } : branch;
    });
  }
}

function wrap(schema: MutableObject): Wrap {
  const inner = emptyObject();
  for (const keyword of Object.keys(schema)) {
    if (isAnnotation(keyword)) continue;
    const value = schema[keyword];
    if (value !== undefined) inner[keyword] = value;
    delete schema[keyword];
  }
  const only = onlyMember(inner);
  schema.anyOf = [only ?? inner, { type: 'null' }];
  return only === undefined ? 'all' : 'only-allOf';
}

/** `allOf` of one schema and nothing else: 3.0's way to put `nullable` beside a `$ref`. */
function onlyMember(schema: JsonObject): Json | undefined {
  const members = schema.allOf;
  if (!isArray(members) || members.length !== 1 || Object.keys(schema).length !== 1) return undefined;
  return isObject(members[0]) ? members[0] : undefined;
}
