import { hasFormat } from './formats.js';
import {
  canonical,
  codePoints,
  get,
  getNumber,
  getObject,
  getString,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type Schema,
  schemaAt,
  schemaEntries,
  schemasAt,
  stringsAt,
  typeOf,
} from './json.js';
import type { Resolver } from './references.js';
import { regularExpression } from './regular-expressions.js';
import { typesAt } from './types.js';

const DEEPEST = 200;

export interface MatchContext extends Resolver {
  /** Whether a property is not part of values that travel in this direction (`readOnly` in a request). */
  readonly isHidden: (schema: Schema) => boolean;
  /** Whether a discriminator alone picks the branch of a `oneOf`, even where other branches would match as well. */
  readonly tagDecides: boolean;
  /** How many schemas may still be tried; at zero nothing is valid any more. */
  steps: number;
}

/** The value and the schema that are looked at, and the way to look at parts. */
interface Frame {
  readonly value: Json;
  readonly schema: JsonObject;
  readonly context: MatchContext;
  readonly check: (value: Json, schema: Schema) => boolean;
}

/**
 * Whether a value is valid against a schema: the applicator and validation vocabularies of JSON Schema 2020-12, without
 * dynamic references and annotations. Far cheaper than compiling a validator for values that are looked at once.
 */
export function matches(value: Json, schema: Schema, context: MatchContext, depth = 0): boolean {
  if (typeof schema === 'boolean') return schema;
  context.steps -= 1;
  if (context.steps < 0 || depth > DEEPEST) return false;
  const check = (item: Json, part: Schema): boolean => matches(item, part, context, depth + 1);
  const frame: Frame = { value, schema, context, check };
  for (const keyword of Object.keys(schema)) if (checks.get(keyword)?.(frame) === false) return false;
  return true;
}

type Check = (frame: Frame) => boolean;

/** A check of a number against the keyword's: of what `measure` finds in the value. */
function bound(keyword: string, measure: (value: Json) => number | undefined, fits: (a: number, b: number) => boolean) {
  const check: Check = ({ value, schema }) => {
    const limit = getNumber(schema, keyword);
    const size = limit === undefined ? undefined : measure(value);
    return limit === undefined || size === undefined || fits(size, limit);
  };
  return { [keyword]: check };
}

const itself = (value: Json): number | undefined => (typeof value === 'number' ? value : undefined);
const length = (value: Json): number | undefined => (typeof value === 'string' ? codePoints(value) : undefined);
const items = (value: Json): number | undefined => (isArray(value) ? value.length : undefined);
const fields = (value: Json): number | undefined => (isObject(value) ? Object.keys(value).length : undefined);
const atLeast = (size: number, limit: number): boolean => size >= limit;
const atMost = (size: number, limit: number): boolean => size <= limit;

const itemsFit: Check = ({ value, schema, check }) => {
  if (!isArray(value)) return true;
  const prefix = schemasAt(schema, 'prefixItems');
  const rest = schemaAt(schema, 'items') ?? true;
  return value.every((item, index) => check(item, prefix[index] ?? rest));
};

/** `properties`, `patternProperties` and `additionalProperties` refer to each other. */
const fieldsFit: Check = ({ value, schema, check }) => {
  if (!isObject(value)) return true;
  const declared = getObject(schema, 'properties') ?? {};
  const patterns = schemaEntries(schema, 'patternProperties');
  const additional = schemaAt(schema, 'additionalProperties') ?? true;
  return Object.entries(value).every(([name, item]) => {
    const schemas = patterns.filter(([pattern]) => regularExpression(pattern)?.test(name)).map(([, part]) => part);
    const own = schemaAt(declared, name);
    if (own !== undefined) schemas.push(own);
    return (schemas.length === 0 ? [additional] : schemas).every((part) => check(item, part));
  });
};

/** One check for several keywords: only the first of them that a schema has runs it. */
function shared(keywords: readonly string[], check: Check): Record<string, Check> {
  const entries = keywords.map((keyword, index): [string, Check] => {
    const before = keywords.slice(0, index);
    return [keyword, (frame) => before.some((one) => Object.hasOwn(frame.schema, one)) || check(frame)];
  });
  return Object.fromEntries(entries);
}

const checks: ReadonlyMap<string, Check> = new Map<string, Check>(
  Object.entries<Check>({
    type: ({ value, schema }) => {
      const types = typesAt(schema);
      if (types === undefined || types.includes(typeOf(value))) return true;
      return types.includes('integer') && Number.isInteger(value);
    },
    enum: ({ value, schema }) => {
      const values = get(schema, 'enum');
      const text = canonical(value);
      return !isArray(values) || values.some((listed) => canonical(listed) === text);
    },
    const: ({ value, schema }) => canonical(get(schema, 'const') ?? null) === canonical(value),
    $ref: ({ value, schema, context, check }) => {
      const ref = getString(schema, '$ref');
      return ref === undefined || check(value, context.resolve(ref) ?? true);
    },
    allOf: ({ value, schema, check }) => schemasAt(schema, 'allOf').every((part) => check(value, part)),
    anyOf: ({ value, schema, check }) => {
      return !isArray(get(schema, 'anyOf')) || schemasAt(schema, 'anyOf').some((part) => check(value, part));
    },
    oneOf: ({ value, schema, context, check }) => {
      if (!isArray(get(schema, 'oneOf'))) return true;
      const count = schemasAt(schema, 'oneOf').filter((part) => check(value, part)).length;
      return count === 1 || (count > 1 && context.tagDecides && getObject(schema, 'discriminator') !== undefined);
    },
    not: ({ value, schema, check }) => !check(value, schemaAt(schema, 'not') ?? false),
    if: ({ value, schema, check }) => {
      const condition = schemaAt(schema, 'if');
      return (
        condition === undefined || check(value, schemaAt(schema, check(value, condition) ? 'then' : 'else') ?? true)
      );
    },
    ...bound('minimum', itself, atLeast),
    ...bound('maximum', itself, atMost),
    ...bound('exclusiveMinimum', itself, (size, limit) => size > limit),
    ...bound('exclusiveMaximum', itself, (size, limit) => size < limit),
    ...bound('multipleOf', itself, (size, step) => Number.isInteger(size / step)),
    ...bound('minLength', length, atLeast),
    ...bound('maxLength', length, atMost),
    pattern: ({ value, schema }) => {
      return typeof value !== 'string' || regularExpression(getString(schema, 'pattern') ?? '')?.test(value) !== false;
    },
    format: ({ value, schema }) => {
      const isScalar = typeof value === 'string' || typeof value === 'number';
      return !isScalar || hasFormat(value, getString(schema, 'format') ?? '');
    },
    ...bound('minItems', items, atLeast),
    ...bound('maxItems', items, atMost),
    uniqueItems: ({ value, schema }) => {
      if (!isArray(value) || get(schema, 'uniqueItems') !== true) return true;
      return new Set(value.map(canonical)).size === value.length;
    },
    ...shared(['items', 'prefixItems'], itemsFit),
    contains: ({ value, schema, check }) => {
      const contained = schemaAt(schema, 'contains');
      if (!isArray(value) || contained === undefined) return true;
      const count = value.filter((item) => check(item, contained)).length;
      return count >= (getNumber(schema, 'minContains') ?? 1) && count <= (getNumber(schema, 'maxContains') ?? count);
    },
    ...bound('minProperties', fields, atLeast),
    ...bound('maxProperties', fields, atMost),
    required: ({ value, schema, context }) => {
      if (!isObject(value)) return true;
      const declared = getObject(schema, 'properties');
      return stringsAt(schema, 'required').every((name) => {
        return Object.hasOwn(value, name) || context.isHidden(schemaAt(declared, name) ?? true);
      });
    },
    ...shared(['properties', 'patternProperties', 'additionalProperties'], fieldsFit),
    propertyNames: ({ value, schema, check }) => {
      const naming = schemaAt(schema, 'propertyNames') ?? true;
      return !isObject(value) || Object.keys(value).every((name) => check(name, naming));
    },
    dependentRequired: ({ value, schema }) => {
      const dependents = getObject(schema, 'dependentRequired') ?? {};
      return Object.keys(isObject(value) ? dependents : {}).every((name) => {
        return get(value, name) === undefined || stringsAt(dependents, name).every((other) => has(value, other));
      });
    },
    dependentSchemas: ({ value, schema, check }) => {
      return schemaEntries(schema, 'dependentSchemas').every(([name, part]) => !has(value, name) || check(value, part));
    },
  }),
);

function has(value: Json, name: string): boolean {
  return get(value, name) !== undefined;
}
