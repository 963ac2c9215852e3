import {
  getArray,
  getObject,
  getString,
  isArray,
  isObject,
  isSchema,
  type Json,
  type JsonObject,
  optional,
  type Schema,
  type TypeName,
} from './json.js';
import { type Resolver, referencedName } from './references.js';

/** A keyword of JSON Schema 2020-12 or of the Schema Object of OpenAPI 3.0 and 3.1. */
export interface Keyword {
  /** The type of its value: a schema, a list or map of schemas, or data in which a `$ref` is an ordinary key. */
  readonly kind: 'schema' | 'list' | 'map' | 'data';
  /**
   * What its schemas describe: the same value, a part of the value, or nothing. A schema that only tests a value, such as that of
   * `not`, describes nothing.
   */
  readonly describes?: 'value' | 'part';
  /** The type of the values that it restricts. A schema without `type` is meant for values of this type. */
  readonly about?: TypeName;
  /** Whether its number is a minimum or a maximum. */
  readonly bound?: 'least' | 'most';
  /** Whether it does not restrict values. */
  readonly annotation?: true;
  /** Set if only one version of OpenAPI has it. */
  readonly dialect?: '3.0' | '3.1';
}

const text = { kind: 'data', about: 'string' } as const;
const remark = { kind: 'data', annotation: true } as const;

const table: readonly (readonly [keyword: string, Keyword])[] = [
  // Core 8 and 10.2: schemas for the same value.
  ['$ref', { kind: 'data' }],
  ['$dynamicRef', { kind: 'data', dialect: '3.1' }],
  ['$anchor', { kind: 'data', dialect: '3.1' }],
  ['$dynamicAnchor', { kind: 'data', dialect: '3.1' }],
  ['$defs', { kind: 'map', dialect: '3.1' }],
  ['definitions', { kind: 'map' }],
  ['allOf', { kind: 'list', describes: 'value' }],
  ['anyOf', { kind: 'list', describes: 'value' }],
  ['oneOf', { kind: 'list', describes: 'value' }],
  ['not', { kind: 'schema' }],
  ['if', { kind: 'schema', dialect: '3.1' }],
  ['then', { kind: 'schema', describes: 'value', dialect: '3.1' }],
  ['else', { kind: 'schema', describes: 'value', dialect: '3.1' }],
  ['dependentSchemas', { kind: 'map', describes: 'value', dialect: '3.1' }],
  // Core 10.3 and 11: schemas for parts of the value.
  ['prefixItems', { kind: 'list', describes: 'part', about: 'array', dialect: '3.1' }],
  ['items', { kind: 'schema', describes: 'part', about: 'array' }],
  ['contains', { kind: 'schema', about: 'array', dialect: '3.1' }],
  ['unevaluatedItems', { kind: 'schema', describes: 'part', dialect: '3.1' }],
  ['properties', { kind: 'map', describes: 'part', about: 'object' }],
  ['patternProperties', { kind: 'map', describes: 'part', about: 'object', dialect: '3.1' }],
  ['additionalProperties', { kind: 'schema', describes: 'part', about: 'object' }],
  ['propertyNames', { kind: 'schema', about: 'object', dialect: '3.1' }],
  ['unevaluatedProperties', { kind: 'schema', describes: 'part', dialect: '3.1' }],
  // Validation 6: restrictions of the value itself.
  ['type', { kind: 'data' }],
  ['enum', { kind: 'data' }],
  ['const', { kind: 'data', dialect: '3.1' }],
  ['nullable', { kind: 'data', dialect: '3.0' }],
  ['minimum', { kind: 'data', about: 'number', bound: 'least' }],
  ['exclusiveMinimum', { kind: 'data', about: 'number', bound: 'least' }],
  ['maximum', { kind: 'data', about: 'number', bound: 'most' }],
  ['exclusiveMaximum', { kind: 'data', about: 'number', bound: 'most' }],
  ['multipleOf', { kind: 'data', about: 'number' }],
  ['minLength', { ...text, bound: 'least' }],
  ['maxLength', { ...text, bound: 'most' }],
  ['pattern', text],
  ['format', text],
  ['contentEncoding', text],
  ['contentMediaType', { kind: 'data' }],
  ['contentSchema', { kind: 'schema', dialect: '3.1' }],
  ['minItems', { kind: 'data', about: 'array', bound: 'least' }],
  ['maxItems', { kind: 'data', about: 'array', bound: 'most' }],
  ['uniqueItems', { kind: 'data', about: 'array' }],
  ['minContains', { kind: 'data', dialect: '3.1' }],
  ['maxContains', { kind: 'data', dialect: '3.1' }],
  ['minProperties', { kind: 'data', about: 'object', bound: 'least' }],
  ['maxProperties', { kind: 'data', about: 'object', bound: 'most' }],
  ['required', { kind: 'data', about: 'object' }],
  ['dependentRequired', { kind: 'data', about: 'object', dialect: '3.1' }],
  ['discriminator', { kind: 'data' }],
  // Validation 9 and OpenAPI: annotations.
  ...['title', 'description', 'summary', 'default', 'example', 'examples', 'deprecated', 'readOnly', 'writeOnly'].map(
    (keyword) => [keyword, remark] as const,
  ),
  ...['externalDocs', 'xml', '$comment'].map((keyword) => [keyword, remark] as const),
];

export const keywords: ReadonlyMap<string, Keyword> = new Map(table);

/** Whether a keyword does not restrict values: annotations and specification extensions. */
export function isAnnotation(keyword: string): boolean {
  return keyword.startsWith('x-') || keywords.get(keyword)?.annotation === true;
}

/** Whether a keyword concerns a field alone, so that authors of 3.0 put it beside the `$ref` of a field. */
export function isOfField(keyword: string): boolean {
  return ['nullable', 'readOnly', 'writeOnly', 'deprecated'].includes(keyword);
}

/** The keywords that state a bound, in the order of the specification. */
export const boundKeywords: ReadonlyMap<string, 'least' | 'most'> = new Map(
  table.flatMap(([keyword, { bound }]) => (bound === undefined ? [] : [[keyword, bound] as const])),
);

/** A schema directly below another one. */
export interface Subschema {
  readonly describes: Keyword['describes'];
  /** The tokens of the pointer from the outer schema, such as `properties`, `name`. */
  readonly tokens: readonly string[];
  /** The name of a field in `properties`. */
  readonly field?: string;
  readonly schema: Schema;
}

/** All schemas directly below a schema, without following references. */
export function subschemas(schema: Schema): Subschema[] {
  const found: Subschema[] = [];
  if (typeof schema === 'boolean') return found;
  // A loop, since this takes much of the time of a comparison.
  for (const keyword of Object.keys(schema)) {
    const { describes, kind = 'data' } = keywords.get(keyword) ?? {};
    const value = schema[keyword];
    if (kind === 'data' || value === undefined) continue;
    if (kind === 'schema') {
      if (isSchema(value)) found.push({ describes, tokens: [keyword], schema: value });
    } else if (kind === 'list' ? isArray(value) : isObject(value)) {
      for (const [key, part] of Object.entries(value ?? {})) {
        if (!isSchema(part)) continue;
        const one = { describes, tokens: [keyword, key], schema: part };
        found.push(keyword === 'properties' ? { ...one, field: key } : one);
      }
    }
  }
  return found;
}

/** The schemas directly below a schema that describe its values or parts of them, without those that only test a value. */
export function partsOf(schema: JsonObject): Schema[] {
  return subschemas(schema).flatMap(({ describes, schema: part }) => (describes === undefined ? [] : [part]));
}

/** All schema objects below some schemas, including themselves, following references. */
export function reach(roots: Iterable<Json>, resolver: Resolver): ReadonlySet<JsonObject> {
  return closure(roots, partsOf, resolver);
}

/**
 * The schema itself and its references and `allOf` parts: everything that all its values must match.
 *
 * @param most the maximum number.
 */
export function layers(schema: Json, resolver: Resolver, most = Number.POSITIVE_INFINITY): JsonObject[] {
  return [...closure([schema], (layer) => getArray(layer, 'allOf'), resolver, most)];
}

function closure(
  roots: Iterable<Json>,
  next: (schema: JsonObject) => readonly Json[],
  resolver: Resolver,
  most = Number.POSITIVE_INFINITY,
): Set<JsonObject> {
  const found = new Set<JsonObject>();
  const waiting = [...roots];
  for (let schema = waiting.pop(); schema !== undefined && found.size < most; schema = waiting.pop()) {
    if (!isObject(schema) || found.has(schema)) continue;
    found.add(schema);
    const ref = getString(schema, '$ref');
    if (ref !== undefined) waiting.push(resolver.resolve(ref) ?? true);
    waiting.push(...next(schema));
  }
  return found;
}

/** The target of a schema that only consists of a reference and annotations. */
export function plainReference(schema: Schema): string | undefined {
  const ref = getString(schema, '$ref');
  return ref !== undefined && isObject(schema) && onlyHas(schema, '$ref') ? ref : undefined;
}

const texts: ReadonlySet<string> = new Set(['$ref', 'description', 'summary', 'title', 'deprecated']);

/** The target of a reference with only text beside it: no example and no default either. */
export function bareReference(schema: JsonObject): string | undefined {
  const isBare = Object.keys(schema).every((keyword) => texts.has(keyword) || keyword.startsWith('x-'));
  return isBare ? getString(schema, '$ref') : undefined;
}

/** Whether no other schema contributes to a schema. */
export function isSelfContained(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => {
    return keyword !== '$ref' && keyword !== 'discriminator' && (keywords.get(keyword)?.kind ?? 'data') === 'data';
  });
}

/** The name of the schema that a schema refers to, if it has no other keyword. */
export function referencedKey(schema: Schema | undefined): string | undefined {
  const isReference = isObject(schema) && Object.keys(schema).join() === '$ref';
  return isReference ? referencedName(getString(schema, '$ref')) : undefined;
}

/** Whether a schema has only some keywords, apart from annotations. */
export function onlyHas(schema: JsonObject, ...allowed: readonly string[]): boolean {
  return Object.keys(schema).every((keyword) => allowed.includes(keyword) || isAnnotation(keyword));
}

/** A copy in which `change` has replaced the schemas directly below. */
export function mapSubschemas(schema: JsonObject, change: (part: Schema, keyword: string) => Json): JsonObject {
  const result = new Map<string, Json>(Object.entries(schema));
  for (const [keyword, value] of result) {
    const kind = keywords.get(keyword)?.kind;
    const changed = (part: Json): Json => (isSchema(part) ? change(part, keyword) : part);
    if (kind === 'schema') result.set(keyword, changed(value));
    else if (kind === 'list' && isArray(value)) result.set(keyword, value.map(changed));
    else if (kind === 'map' && isObject(value)) {
      result.set(keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, changed(part)])));
    }
  }
  return Object.fromEntries(result);
}

/** A page elsewhere (External Documentation Object). */
export interface FurtherReading {
  readonly url: string;
  readonly description?: string;
}

/** The External Documentation Object of any object (OpenAPI 3.1, 4.8.11). */
export function furtherReading(object: Json): FurtherReading | undefined {
  const found = getObject(object, 'externalDocs');
  const url = getString(found, 'url');
  return url === undefined ? undefined : { url, ...optional('description', getString(found, 'description')) };
}
