import type { Json, JsonObject, Schema } from '../../schema/index.js';
import {
  canonical,
  codePoints,
  isArray,
  isObject,
  isSchema,
  numberAt,
  own,
  schemaAt,
  schemaEntries,
  schemasAt,
  stringAt,
  stringsAt,
  typeOf,
  typesAt,
} from '../../schema/index.js';
import type { Resolve } from './demand.js';
import { hasFormat } from './formats.js';
import { regularExpression } from './regular-expressions.js';

const DEEPEST = 200;

/** What a check needs to know, and how much it may still do. */
export interface CheckContext {
  readonly resolve: Resolve;
  /** Whether a property has no place in this direction (`readOnly` in a request). */
  readonly isHidden: (schema: Schema) => boolean;
  /** Whether a discriminator alone picks the branch of a `oneOf`, even where other branches would match as well. */
  readonly tagDecides: boolean;
  /** Counts down; at zero nothing is valid any more. */
  steps: number;
}

/**
 * Whether a value is valid against a schema: the applicator and validation vocabularies of JSON Schema 2020-12, without
 * dynamic references and annotations. Far cheaper than compiling a validator for values that are looked at once.
 */
export function matches(value: Json, schema: Schema, context: CheckContext, depth = 0): boolean {
  if (typeof schema === 'boolean') return schema;
  context.steps -= 1;
  if (context.steps < 0 || depth > DEEPEST) return false;
  const check = (part: Schema): boolean => matches(value, part, context, depth + 1);
  if (!hasType(value, schema) || !isListed(value, schema)) return false;
  if (Object.keys(schema).some((keyword) => applicators.has(keyword)) && !areMet(schema, check, context)) return false;
  if (typeof value === 'number') return numberMatches(value, schema);
  if (typeof value === 'string') return stringMatches(value, schema);
  if (isArray(value)) return arrayMatches(value, schema, context, depth);
  return !isObject(value) || objectMatches(value, schema, context, depth);
}

/** The keywords that put other schemas to the same value. */
const applicators: ReadonlySet<string> = new Set(['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if']);

function areMet(schema: JsonObject, check: (part: Schema) => boolean, context: CheckContext): boolean {
  const ref = stringAt(schema, '$ref');
  if (ref !== undefined && !check(context.resolve(ref) ?? true)) return false;
  if (!schemasAt(schema, 'allOf').every(check)) return false;
  if (Array.isArray(own(schema, 'anyOf')) && !schemasAt(schema, 'anyOf').some(check)) return false;
  if (Array.isArray(own(schema, 'oneOf'))) {
    const count = schemasAt(schema, 'oneOf').filter(check).length;
    if (count !== 1 && !(count > 1 && context.tagDecides && isObject(own(schema, 'discriminator')))) return false;
  }
  const forbidden = schemaAt(schema, 'not');
  if (forbidden !== undefined && check(forbidden)) return false;
  const condition = schemaAt(schema, 'if');
  return condition === undefined || check(schemaAt(schema, check(condition) ? 'then' : 'else') ?? true);
}

function hasType(value: Json, schema: JsonObject): boolean {
  const types = typesAt(schema);
  if (types === undefined) return true;
  return types.includes(typeOf(value)) || (types.includes('integer') && Number.isInteger(value));
}

function isListed(value: Json, schema: JsonObject): boolean {
  const values = own(schema, 'enum');
  const constant = own(schema, 'const');
  if (constant !== undefined && canonical(constant) !== canonical(value)) return false;
  if (!isArray(values)) return true;
  const text = canonical(value);
  return values.some((listed) => canonical(listed) === text);
}

function numberMatches(value: number, schema: JsonObject): boolean {
  if (value < (numberAt(schema, 'minimum') ?? value) || value > (numberAt(schema, 'maximum') ?? value)) return false;
  if (value <= (numberAt(schema, 'exclusiveMinimum') ?? Number.NEGATIVE_INFINITY)) return false;
  if (value >= (numberAt(schema, 'exclusiveMaximum') ?? Number.POSITIVE_INFINITY)) return false;
  const step = numberAt(schema, 'multipleOf');
  if (step !== undefined && !Number.isInteger(value / step)) return false;
  return hasFormat(value, stringAt(schema, 'format') ?? '');
}

function stringMatches(value: string, schema: JsonObject): boolean {
  const length = codePoints(value);
  if (length < (numberAt(schema, 'minLength') ?? 0)) return false;
  if (length > (numberAt(schema, 'maxLength') ?? length)) return false;
  const pattern = stringAt(schema, 'pattern');
  if (pattern !== undefined && regularExpression(pattern)?.test(value) === false) return false;
  return hasFormat(value, stringAt(schema, 'format') ?? '');
}

function arrayMatches(value: readonly Json[], schema: JsonObject, context: CheckContext, depth: number): boolean {
  if (value.length < (numberAt(schema, 'minItems') ?? 0)) return false;
  if (value.length > (numberAt(schema, 'maxItems') ?? value.length)) return false;
  if (own(schema, 'uniqueItems') === true && new Set(value.map(canonical)).size !== value.length) return false;
  const prefix = schemasAt(schema, 'prefixItems');
  const rest = schemaAt(schema, 'items') ?? true;
  if (!value.every((item, index) => matches(item, prefix[index] ?? rest, context, depth + 1))) return false;
  const contained = schemaAt(schema, 'contains');
  if (contained === undefined) return true;
  const count = value.filter((item) => matches(item, contained, context, depth + 1)).length;
  return count >= (numberAt(schema, 'minContains') ?? 1) && count <= (numberAt(schema, 'maxContains') ?? count);
}

function objectMatches(value: JsonObject, schema: JsonObject, context: CheckContext, depth: number): boolean {
  const names = Object.keys(value);
  if (names.length < (numberAt(schema, 'minProperties') ?? 0)) return false;
  if (names.length > (numberAt(schema, 'maxProperties') ?? names.length)) return false;
  const properties = own(schema, 'properties');
  const declared = isObject(properties) ? properties : {};
  const missing = stringsAt(schema, 'required').filter((name) => !Object.hasOwn(value, name));
  if (missing.some((name) => !context.isHidden(schemaAt(declared, name) ?? true))) return false;
  const patterns = schemaEntries(schema, 'patternProperties');
  const additional = schemaAt(schema, 'additionalProperties') ?? true;
  const naming = schemaAt(schema, 'propertyNames') ?? true;
  for (const name of names) {
    const schemas = patterns.filter(([pattern]) => regularExpression(pattern)?.test(name)).map(([, part]) => part);
    const listed = schemaAt(declared, name);
    if (listed !== undefined) schemas.push(listed);
    if (schemas.length === 0) schemas.push(additional);
    const item = own(value, name) ?? null;
    if (!schemas.every((part) => matches(item, part, context, depth + 1))) return false;
    if (!matches(name, naming, context, depth + 1)) return false;
  }
  return dependenciesMatch(value, schema, context, depth);
}

function dependenciesMatch(value: JsonObject, schema: JsonObject, context: CheckContext, depth: number): boolean {
  const required = own(schema, 'dependentRequired');
  const schemas = own(schema, 'dependentSchemas');
  const names = isObject(required) ? Object.keys(required).filter((name) => Object.hasOwn(value, name)) : [];
  if (isObject(required)) {
    const all = names.flatMap((name) => stringsAt(required, name));
    if (!all.every((name) => Object.hasOwn(value, name))) return false;
  }
  if (!isObject(schemas)) return true;
  return Object.entries(schemas).every(([name, part]) => {
    return !Object.hasOwn(value, name) || !isSchema(part) || matches(value, part, context, depth + 1);
  });
}
