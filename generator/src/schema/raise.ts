import { isArray, isObject, type Json, type JsonObject } from './json.js';
import { isAnnotation } from './keywords.js';

/** A schema or another object of a document that is being built. */
export interface MutableObject {
  [key: string]: Json;
}

/** Without a prototype: `__proto__`, `constructor` and `hasOwnProperty` are names like any other. */
export function emptyObject(): MutableObject {
  return Object.create(null);
}

/** How a schema was taken apart to let `null` in: where its keywords are now. */
export type Wrap = 'all' | 'only-allOf';

const combining = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'const', 'if', 'then', 'else'];

/**
 * Raises the keywords of one schema from OpenAPI 3.0 to JSON Schema 2020-12, in place: `nullable` and boolean
 * `exclusiveMinimum` and `exclusiveMaximum`.
 *
 * `nullable: true` beside `$ref`, `allOf`, `anyOf` or `oneOf` means that the whole schema or null is valid. 3.0.3 reads
 * it more narrowly, but that is what authors mean by it and what servers send.
 */
export function raiseSchema(schema: MutableObject): Wrap | undefined {
  raiseExclusive(schema, 'exclusiveMinimum', 'minimum');
  raiseExclusive(schema, 'exclusiveMaximum', 'maximum');
  const nullable = schema.nullable === true;
  if (typeof schema.nullable === 'boolean') delete schema.nullable;
  return nullable ? admitNull(schema) : undefined;
}

/** Lets an instant that is described as a number alone be a text too, in place: as one it stays a number, and no `Date`. */
export function admitDateTimeText(schema: MutableObject): void {
  if (schema.format !== 'date-time' || Object.hasOwn(schema, 'enum')) return;
  const types = isArray(schema.type) ? schema.type : [schema.type ?? null];
  const isNumber = types.includes('number') || types.includes('integer');
  if (isNumber && !types.includes('string')) schema.type = [...types, 'string'];
}

/**
 * Lets only texts be instants where a value may be a number too, in place: nothing says what the number means, so it
 * stays one.
 */
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
  const { type } = schema;
  if (typeof type === 'string' && type !== 'null') schema.type = [type, 'null'];
  else if (isArray(type) && !type.includes('null')) schema.type = [...type, 'null'];
  const values = schema.enum;
  if (isArray(values) && !values.includes(null)) schema.enum = [...values, null];
  return undefined;
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
