import { isReadOnly, isWriteOnly } from '../directions.js';
import {
  canonical,
  codePoints,
  get,
  getArray,
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
  type TypeName,
  typeOf,
} from '../json.js';
import { boundKeywords, keywords } from '../keywords.js';
import type { Resolver } from '../references.js';
import { typesAt } from '../types.js';
import { hasFormat } from './formats.js';
import { type Around, type Check, type Frame, isHiddenField, type MatchContext } from './match-frame.js';
import { regularExpression } from './regular-expressions.js';

const DEEPEST = 200;
/** Decimal places in which a quotient must be an integer. */
export const MULTIPLE_DIGITS = 9;
/** The number of schemas that one check tries: enough for any example, and a limit for hostile input. */
const MOST_STEPS = 100_000;

/**
 * Whether a value is valid against a schema: the applicator and validation vocabularies of JSON Schema 2020-12, without dynamic
 * references and annotations. Much cheaper than compiling a validator for a single check.
 */
export function matches(
  value: Json,
  schema: Schema,
  context: MatchContext,
  depth = 0,
  outer: Around | undefined = undefined,
): boolean {
  if (typeof schema === 'boolean') return schema;
  context.steps -= 1;
  if (context.steps < 0 || depth > DEEPEST) return false;
  const check = (item: Json, part: Schema): boolean => {
    return matches(item, part, context, depth + 1, item === value ? { schema, outer } : undefined);
  };
  const frame: Frame = { value, schema, outer, context, check };
  const asked = new Set(Object.keys(schema).flatMap((keyword) => checks.get(keyword) ?? []));
  return [...asked].every((fits) => fits(frame));
}

/** Whether a value is valid against a schema. `readOnly` and `writeOnly` fields may be missing: the direction is unknown here. */
export function conforms(value: Json, schema: Schema, resolver: Resolver): boolean {
  const resolve = (ref: string): Schema | undefined => resolver.resolve(ref);
  const hides = (field: Schema): boolean => isReadOnly(field, resolver) || isWriteOnly(field, resolver);
  return matches(value, schema, { resolve, isHidden: hides, overlap: 'tagged', steps: MOST_STEPS, known: new Map() });
}

/** The number that bounds apply to: the value itself, or a length. */
const measures: { readonly [type in TypeName]?: (value: Json) => number | undefined } = {
  number: (value) => (typeof value === 'number' ? value : undefined),
  string: (value) => (typeof value === 'string' ? codePoints(value) : undefined),
  array: (value) => (isArray(value) ? value.length : undefined),
  object: (value) => (isObject(value) ? Object.keys(value).length : undefined),
};

const bounds = [...boundKeywords].map(([keyword, bound]): [string, Check] => {
  const about = keywords.get(keyword)?.about;
  const measure = about && measures[about];
  const isExclusive = keyword.startsWith('exclusive');
  const check: Check = ({ value, schema }) => {
    const limit = getNumber(schema, keyword);
    const size = limit === undefined ? undefined : measure?.(value);
    if (limit === undefined || size === undefined) return true;
    if (size === limit) return !isExclusive;
    return bound === 'least' ? size > limit : size < limit;
  };
  return [keyword, check];
});

const itemsFit: Check = ({ value, schema, check }) => {
  if (!isArray(value)) return true;
  const prefix = schemasAt(schema, 'prefixItems');
  const rest = schemaAt(schema, 'items') ?? true;
  return value.every((item, index) => check(item, prefix[index] ?? rest));
};

/** The schema of additional fields. @param isLenient whether other parts may define some although it excludes them */
export function furtherSchema(schema: JsonObject, isLenient: boolean): Schema | undefined {
  const further = schemaAt(schema, 'additionalProperties');
  const hasParts = ['allOf', '$ref'].some((keyword) => Object.hasOwn(schema, keyword));
  return isLenient && hasParts && further === false ? undefined : further;
}

/** `properties`, `patternProperties` and `additionalProperties` depend on each other. */
const fieldsFit: Check = ({ value, schema, context, check }) => {
  if (!isObject(value)) return true;
  const declared = getObject(schema, 'properties') ?? {};
  const patterns = schemaEntries(schema, 'patternProperties');
  const additional = furtherSchema(schema, context.overlap === 'any') ?? true;
  return Object.entries(value).every(([name, item]) => {
    const schemas = patterns.filter(([pattern]) => regularExpression(pattern)?.test(name)).map(([, part]) => part);
    const own = schemaAt(declared, name);
    if (own !== undefined) schemas.push(own);
    return (schemas.length === 0 ? [additional] : schemas).every((part) => check(item, part));
  });
};

/** The checks of keywords; keywords that are read together share a function, which runs once. */
const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ...bounds,
  ...Object.entries<Check>({
    type: ({ value, schema }) => {
      const types = typesAt(schema);
      if (types === undefined || types.includes(typeOf(value))) return true;
      return types.includes('integer') && Number.isInteger(value);
    },
    enum: ({ value, schema }) => {
      const values = getArray(schema, 'enum');
      const text = canonical(value);
      return values.length === 0 || values.some((listed) => canonical(listed) === text);
    },
    const: ({ value, schema }) => canonical(get(schema, 'const') ?? null) === canonical(value),
    $ref: ({ value, schema, context, check }) => {
      const ref = getString(schema, '$ref');
      if (ref === undefined) return true;
      const known = context.known.get(ref)?.get(value);
      if (known !== undefined) return known;
      const fits = check(value, context.resolve(ref) ?? true);
      // A schema that exceeds the limits may be valid elsewhere.
      if (context.steps < 0) return fits;
      const results = context.known.get(ref) ?? new Map<Json, boolean>();
      context.known.set(ref, results.set(value, fits));
      return fits;
    },
    allOf: ({ value, schema, check }) => schemasAt(schema, 'allOf').every((part) => check(value, part)),
    anyOf: ({ value, schema, check }) => {
      const branches = schemasAt(schema, 'anyOf');
      return branches.length === 0 || branches.some((part) => check(value, part));
    },
    oneOf: ({ value, schema, context, check }) => {
      const branches = schemasAt(schema, 'oneOf');
      if (branches.length === 0) return true;
      const count = branches.filter((part) => check(value, part)).length;
      const isTagged = context.overlap === 'tagged' && getObject(schema, 'discriminator') !== undefined;
      return count === 1 || (count > 1 && (isTagged || context.overlap === 'any'));
    },
    not: ({ value, schema, check }) => !check(value, schemaAt(schema, 'not') ?? false),
    if: ({ value, schema, check }) => {
      const condition = schemaAt(schema, 'if');
      return (
        condition === undefined || check(value, schemaAt(schema, check(value, condition) ? 'then' : 'else') ?? true)
      );
    },
    multipleOf: ({ value, schema }) => {
      const step = getNumber(schema, 'multipleOf');
      return typeof value !== 'number' || step === undefined || isMultiple(value, step);
    },
    pattern: ({ value, schema }) => {
      return typeof value !== 'string' || regularExpression(getString(schema, 'pattern') ?? '')?.test(value) !== false;
    },
    format: ({ value, schema }) => {
      return hasFormat(value, getString(schema, 'format') ?? '');
    },
    contentEncoding: ({ value, schema }) => {
      return typeof value !== 'string' || getString(schema, 'contentEncoding') !== 'base64' || hasFormat(value, 'byte');
    },
    uniqueItems: ({ value, schema }) => {
      if (!isArray(value) || get(schema, 'uniqueItems') !== true) return true;
      return new Set(value.map(canonical)).size === value.length;
    },
    items: itemsFit,
    prefixItems: itemsFit,
    contains: ({ value, schema, check }) => {
      const contained = schemaAt(schema, 'contains');
      if (!isArray(value) || contained === undefined) return true;
      const count = value.filter((item) => check(item, contained)).length;
      return count >= (getNumber(schema, 'minContains') ?? 1) && count <= (getNumber(schema, 'maxContains') ?? count);
    },
    required: ({ value, schema, outer, context }) => {
      if (!isObject(value)) return true;
      return stringsAt(schema, 'required').every((name) => {
        return Object.hasOwn(value, name) || isHiddenField(name, { schema, outer }, context);
      });
    },
    properties: fieldsFit,
    patternProperties: fieldsFit,
    additionalProperties: fieldsFit,
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
]);

/** Compared as decimals: 19.99 is a multiple of 0.01, although neither is exact in binary. */
export function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Number.isInteger(quotient) || Math.abs(quotient - Math.round(quotient)) < 10 ** -MULTIPLE_DIGITS;
}

function has(value: Json, name: string): boolean {
  return get(value, name) !== undefined;
}
