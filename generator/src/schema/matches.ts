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
  isSchema,
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

/** A check of a number against the keyword's: of the value itself, or of what `measure` counts in it. */
function bound(keyword: string, measure: (value: Json) => number | undefined, fits: (a: number, b: number) => boolean) {
  const check: Check = ({ value, schema }) => {
    const limit = getNumber(schema, keyword);
    const size = limit === undefined ? undefined : measure(value);
    return limit === undefined || size === undefined || fits(size, limit);
  };
  return [keyword, check] as const;
}

const itself = (value: Json): number | undefined => (typeof value === 'number' ? value : undefined);
const length = (value: Json): number | undefined => (typeof value === 'string' ? codePoints(value) : undefined);
const items = (value: Json): number | undefined => (isArray(value) ? value.length : undefined);
const fields = (value: Json): number | undefined => (isObject(value) ? Object.keys(value).length : undefined);
const atLeast = (size: number, limit: number): boolean => size >= limit;
const atMost = (size: number, limit: number): boolean => size <= limit;

const format: Check = ({ value, schema }) => {
  return (
    (typeof value !== 'string' && typeof value !== 'number') || hasFormat(value, getString(schema, 'format') ?? '')
  );
};

const oneOf: Check = ({ value, schema, context, check }) => {
  if (!isArray(get(schema, 'oneOf'))) return true;
  const count = schemasAt(schema, 'oneOf').filter((part) => check(value, part)).length;
  return count === 1 || (count > 1 && context.tagDecides && getObject(schema, 'discriminator') !== undefined);
};

const listed: Check = ({ value, schema }) => {
  const values = get(schema, 'enum');
  if (!isArray(values)) return true;
  const text = canonical(value);
  return values.some((one) => canonical(one) === text);
};

const itemsFit: Check = ({ value, schema, check }) => {
  if (!isArray(value)) return true;
  const prefix = schemasAt(schema, 'prefixItems');
  const rest = schemaAt(schema, 'items') ?? true;
  return value.every((item, index) => check(item, prefix[index] ?? rest));
};

const contains: Check = ({ value, schema, check }) => {
  const contained = schemaAt(schema, 'contains');
  if (!isArray(value) || contained === undefined) return true;
  const count = value.filter((item) => check(item, contained)).length;
  return count >= (getNumber(schema, 'minContains') ?? 1) && count <= (getNumber(schema, 'maxContains') ?? count);
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
    if (schemas.length === 0) schemas.push(additional);
    return schemas.every((part) => check(item, part));
  });
};

const required: Check = ({ value, schema, context }) => {
  if (!isObject(value)) return true;
  const missing = stringsAt(schema, 'required').filter((name) => !Object.hasOwn(value, name));
  const declared = getObject(schema, 'properties');
  return missing.every((name) => context.isHidden(schemaAt(declared, name) ?? true));
};

const dependentRequired: Check = ({ value, schema }) => {
  if (!isObject(value)) return true;
  const dependents = getObject(schema, 'dependentRequired') ?? {};
  return Object.keys(dependents).every((name) => {
    return !Object.hasOwn(value, name) || stringsAt(dependents, name).every((other) => Object.hasOwn(value, other));
  });
};

/** Groups of keywords that are one check have it under the first one that is there; a second run would only cost time. */
function first(keyword: string, others: readonly string[], check: Check): (readonly [string, Check])[] {
  return [keyword, ...others].map((own, index, all) => {
    const before = all.slice(0, index);
    return [own, (frame) => before.some((one) => Object.hasOwn(frame.schema, one)) || check(frame)] as const;
  });
}

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  [
    'type',
    ({ value, schema }) => {
      const types = typesAt(schema);
      return (
        types === undefined || types.includes(typeOf(value)) || (types.includes('integer') && Number.isInteger(value))
      );
    },
  ],
  ['enum', listed],
  ['const', ({ value, schema }) => canonical(get(schema, 'const') ?? null) === canonical(value)],
  [
    '$ref',
    ({ value, schema, context, check }) => {
      const ref = getString(schema, '$ref');
      return ref === undefined || check(value, context.resolve(ref) ?? true);
    },
  ],
  ['allOf', ({ value, schema, check }) => schemasAt(schema, 'allOf').every((part) => check(value, part))],
  [
    'anyOf',
    ({ value, schema, check }) => {
      return !isArray(get(schema, 'anyOf')) || schemasAt(schema, 'anyOf').some((part) => check(value, part));
    },
  ],
  ['oneOf', oneOf],
  [
    'not',
    ({ value, schema, check }) => !isSchema(get(schema, 'not')) || !check(value, schemaAt(schema, 'not') ?? true),
  ],
  [
    'if',
    ({ value, schema, check }) => {
      const condition = schemaAt(schema, 'if');
      return (
        condition === undefined || check(value, schemaAt(schema, check(value, condition) ? 'then' : 'else') ?? true)
      );
    },
  ],
  bound('minimum', itself, atLeast),
  bound('maximum', itself, atMost),
  bound('exclusiveMinimum', itself, (size, limit) => size > limit),
  bound('exclusiveMaximum', itself, (size, limit) => size < limit),
  bound('multipleOf', itself, (size, step) => Number.isInteger(size / step)),
  bound('minLength', length, atLeast),
  bound('maxLength', length, atMost),
  [
    'pattern',
    ({ value, schema }) => {
      return typeof value !== 'string' || regularExpression(getString(schema, 'pattern') ?? '')?.test(value) !== false;
    },
  ],
  ['format', format],
  bound('minItems', items, atLeast),
  bound('maxItems', items, atMost),
  [
    'uniqueItems',
    ({ value, schema }) => {
      if (!isArray(value) || get(schema, 'uniqueItems') !== true) return true;
      return new Set(value.map(canonical)).size === value.length;
    },
  ],
  ...first('items', ['prefixItems'], itemsFit),
  ['contains', contains],
  bound('minProperties', fields, atLeast),
  bound('maxProperties', fields, atMost),
  ['required', required],
  ...first('properties', ['patternProperties', 'additionalProperties'], fieldsFit),
  [
    'propertyNames',
    ({ value, schema, check }) => {
      const naming = schemaAt(schema, 'propertyNames') ?? true;
      return !isObject(value) || Object.keys(value).every((name) => check(name, naming));
    },
  ],
  ['dependentRequired', dependentRequired],
  [
    'dependentSchemas',
    ({ value, schema, check }) => {
      return schemaEntries(schema, 'dependentSchemas').every(([name, part]) => {
        return !isObject(value) || !Object.hasOwn(value, name) || check(value, part);
      });
    },
  ],
]);
