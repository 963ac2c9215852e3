import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json, JsonObject } from '../load/document.js';
import { get, getArray, getObject, getString, isArray, isObject } from './json.js';
import type { Schema } from './model.js';
import { isSchema, type SchemaResolver } from './shape.js';

const formats = new Map(Object.entries(fullFormats));

/**
 * Whether a value is valid against a schema (JSON Schema 2020-12: types, enums, bounds, formats, objects, arrays and
 * compositions). Quick and without compiling, unlike a full validator: it serves to choose between branches and to
 * find examples that need mending.
 */
export function conforms(value: Json, schema: Schema, resolver: SchemaResolver, depth = 0): boolean {
  if (typeof schema === 'boolean') return schema;
  if (depth > 64) return true;
  const also = (part: Json | undefined): boolean => !isSchema(part) || conforms(value, part, resolver, depth + 1);
  const ref = getString(schema, '$ref');
  if (ref !== undefined && !also(resolver.schema(ref))) return false;
  if (!getArray(schema, 'allOf').every(also)) return false;
  const anyOf = getArray(schema, 'anyOf');
  if (anyOf.length > 0 && !anyOf.some(also)) return false;
  const oneOf = getArray(schema, 'oneOf');
  if (oneOf.length > 0 && oneOf.filter(also).length !== 1) return false;
  const not = get(schema, 'not');
  if (isSchema(not) && conforms(value, not, resolver, depth + 1)) return false;
  if (!hasType(value, schema) || !isListed(value, schema)) return false;
  if (typeof value === 'string') return fitsString(value, schema);
  if (typeof value === 'number') return fitsNumber(value, schema);
  if (isArray(value)) return fitsArray(value, schema, resolver, depth);
  if (isObject(value)) return fitsObject(value, schema, resolver, depth);
  return true;
}

function hasType(value: Json, schema: JsonObject): boolean {
  const declared = get(schema, 'type');
  if (declared === undefined) return true;
  const types = isArray(declared) ? declared : [declared];
  return types.some((type) => {
    if (type === 'integer') return Number.isInteger(value);
    if (type === 'array') return isArray(value);
    if (type === 'object') return isObject(value);
    if (type === 'null') return value === null;
    return typeof value === type;
  });
}

function isListed(value: Json, schema: JsonObject): boolean {
  const constant = get(schema, 'const');
  if (constant !== undefined && !sameJson(value, constant)) return false;
  const list = get(schema, 'enum');
  return !isArray(list) || list.some((item) => sameJson(value, item));
}

function sameJson(left: Json, right: Json): boolean {
  return left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right));
}

function fitsString(value: string, schema: JsonObject): boolean {
  const length = lengthOf(value, schema);
  if (length < bound(schema, 'minLength', 0) || length > bound(schema, 'maxLength', Infinity)) return false;
  return fitsPattern(value, getString(schema, 'pattern')) && fitsFormat(value, getString(schema, 'format'));
}

/** JSON Schema counts code points; counting them only where a bound exists keeps long texts cheap. */
function lengthOf(value: string, schema: JsonObject): number {
  return Object.hasOwn(schema, 'minLength') || Object.hasOwn(schema, 'maxLength') ? [...value].length : 0;
}

function fitsPattern(value: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true; // Not a pattern of ECMA-262: nothing to hold the value to.
  }
}

function fitsFormat(value: string, format: string | undefined): boolean {
  const known = formats.get(format ?? '');
  if (known instanceof RegExp) return known.test(value);
  const validate = typeof known === 'object' ? known.validate : known;
  if (validate instanceof RegExp) return validate.test(value);
  if (typeof validate !== 'function') return true;
  return stringValidator(validate)(value);
}

function stringValidator(validate: (...values: never[]) => unknown): (value: string) => boolean {
  return (value) => Boolean(Reflect.apply(validate, undefined, [value]));
}

function fitsNumber(value: number, schema: JsonObject): boolean {
  if (!Number.isFinite(value)) return false;
  if (value < bound(schema, 'minimum', -Infinity) || value > bound(schema, 'maximum', Infinity)) return false;
  if (value <= bound(schema, 'exclusiveMinimum', -Infinity)) return false;
  if (value >= bound(schema, 'exclusiveMaximum', Infinity)) return false;
  const step = bound(schema, 'multipleOf', 0);
  return step <= 0 || Math.abs(value / step - Math.round(value / step)) < 1e-9;
}

function fitsArray(value: readonly Json[], schema: JsonObject, resolver: SchemaResolver, depth: number): boolean {
  if (value.length < bound(schema, 'minItems', 0) || value.length > bound(schema, 'maxItems', Infinity)) return false;
  if (get(schema, 'uniqueItems') === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length) {
    return false;
  }
  const leading = getArray(schema, 'prefixItems');
  const items = get(schema, 'items');
  return value.every((item, index) => {
    const itemSchema = leading[index] ?? items;
    return !isSchema(itemSchema) || conforms(item, itemSchema, resolver, depth + 1);
  });
}

function fitsObject(value: JsonObject, schema: JsonObject, resolver: SchemaResolver, depth: number): boolean {
  const names = Object.keys(value);
  if (names.length < bound(schema, 'minProperties', 0)) return false;
  if (names.length > bound(schema, 'maxProperties', Infinity)) return false;
  if (!getArray(schema, 'required').every((name) => typeof name !== 'string' || Object.hasOwn(value, name))) {
    return false;
  }
  const properties = getObject(schema, 'properties');
  const patterns = Object.entries(getObject(schema, 'patternProperties') ?? {});
  const additional = get(schema, 'additionalProperties');
  return names.every((name) => {
    const item = value[name] ?? null;
    const own = get(properties, name);
    if (isSchema(own)) return conforms(item, own, resolver, depth + 1);
    const matching = patterns.filter(([pattern]) => fitsPattern(name, pattern));
    if (matching.length > 0)
      return matching.every(([, part]) => !isSchema(part) || conforms(item, part, resolver, depth + 1));
    return !isSchema(additional) || conforms(item, additional, resolver, depth + 1);
  });
}

function bound(schema: JsonObject, keyword: string, otherwise: number): number {
  const value = get(schema, keyword);
  return typeof value === 'number' ? value : otherwise;
}
