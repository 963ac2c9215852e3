import type { TypeName } from './json.js';

/** What is known of one keyword: JSON Schema 2020-12 and the Schema Object of OpenAPI 3.0 and 3.1. */
export interface Keyword {
  /** What its value is: a schema, a list or a map of schemas, or data in which a `$ref` is a key like any other. */
  readonly holds: 'schema' | 'list' | 'map' | 'data';
  /**
   * What its schemas describe: the same value, a part of the value, or nothing. A schema that only tests a value, such as
   * the one of `not`, describes nothing.
   */
  readonly describes?: 'value' | 'part';
  /** The type of the values that it restricts. A schema without `type` is meant for values of this type. */
  readonly about?: TypeName;
  /** Whether its number is the least or the most that is allowed. */
  readonly bound?: 'least' | 'most';
  /** It says nothing about which values are valid. */
  readonly annotation?: true;
  /** Set where only one version of OpenAPI has it. */
  readonly dialect?: '3.0' | '3.1';
}

const text = { holds: 'data', about: 'string' } as const;
const remark = { holds: 'data', annotation: true } as const;

const table: readonly (readonly [keyword: string, Keyword])[] = [
  // Core 8 and 10.2: schemas for the same value.
  ['$ref', { holds: 'data' }],
  ['$dynamicRef', { holds: 'data', dialect: '3.1' }],
  ['$anchor', { holds: 'data', dialect: '3.1' }],
  ['$dynamicAnchor', { holds: 'data', dialect: '3.1' }],
  ['$defs', { holds: 'map', dialect: '3.1' }],
  ['definitions', { holds: 'map' }],
  ['allOf', { holds: 'list', describes: 'value' }],
  ['anyOf', { holds: 'list', describes: 'value' }],
  ['oneOf', { holds: 'list', describes: 'value' }],
  ['not', { holds: 'schema' }],
  ['if', { holds: 'schema', dialect: '3.1' }],
  ['then', { holds: 'schema', describes: 'value', dialect: '3.1' }],
  ['else', { holds: 'schema', describes: 'value', dialect: '3.1' }],
  ['dependentSchemas', { holds: 'map', describes: 'value', dialect: '3.1' }],
  // Core 10.3 and 11: schemas for parts of the value.
  ['prefixItems', { holds: 'list', describes: 'part', about: 'array', dialect: '3.1' }],
  ['items', { holds: 'schema', describes: 'part', about: 'array' }],
  ['contains', { holds: 'schema', about: 'array', dialect: '3.1' }],
  ['unevaluatedItems', { holds: 'schema', describes: 'part', dialect: '3.1' }],
  ['properties', { holds: 'map', describes: 'part', about: 'object' }],
  ['patternProperties', { holds: 'map', describes: 'part', about: 'object', dialect: '3.1' }],
  ['additionalProperties', { holds: 'schema', describes: 'part', about: 'object' }],
  ['propertyNames', { holds: 'schema', about: 'object', dialect: '3.1' }],
  ['unevaluatedProperties', { holds: 'schema', describes: 'part', dialect: '3.1' }],
  // Validation 6: what restricts a value by itself.
  ['type', { holds: 'data' }],
  ['enum', { holds: 'data' }],
  ['const', { holds: 'data', dialect: '3.1' }],
  ['nullable', { holds: 'data', dialect: '3.0' }],
  ['minimum', { holds: 'data', about: 'number', bound: 'least' }],
  ['exclusiveMinimum', { holds: 'data', about: 'number', bound: 'least' }],
  ['maximum', { holds: 'data', about: 'number', bound: 'most' }],
  ['exclusiveMaximum', { holds: 'data', about: 'number', bound: 'most' }],
  ['multipleOf', { holds: 'data', about: 'number' }],
  ['minLength', { ...text, bound: 'least' }],
  ['maxLength', { ...text, bound: 'most' }],
  ['pattern', text],
  ['format', text],
  ['contentEncoding', text],
  ['contentMediaType', { holds: 'data' }],
  ['contentSchema', { holds: 'schema', dialect: '3.1' }],
  ['minItems', { holds: 'data', about: 'array', bound: 'least' }],
  ['maxItems', { holds: 'data', about: 'array', bound: 'most' }],
  ['uniqueItems', { holds: 'data', about: 'array' }],
  ['minContains', { holds: 'data', dialect: '3.1' }],
  ['maxContains', { holds: 'data', dialect: '3.1' }],
  ['minProperties', { holds: 'data', about: 'object', bound: 'least' }],
  ['maxProperties', { holds: 'data', about: 'object', bound: 'most' }],
  ['required', { holds: 'data', about: 'object' }],
  ['dependentRequired', { holds: 'data', about: 'object', dialect: '3.1' }],
  ['discriminator', { holds: 'data' }],
  // Validation 9 and OpenAPI: remarks.
  ...['title', 'description', 'summary', 'default', 'example', 'examples', 'deprecated', 'readOnly', 'writeOnly'].map(
    (keyword) => [keyword, remark] as const,
  ),
  ...['externalDocs', 'xml', '$comment'].map((keyword) => [keyword, remark] as const),
];

export const keywords: ReadonlyMap<string, Keyword> = new Map(table);

/** Whether a keyword says nothing about which values are valid: remarks and specification extensions. */
export function isAnnotation(keyword: string): boolean {
  return keyword.startsWith('x-') || keywords.get(keyword)?.annotation === true;
}

/** The keywords that state a bound, in the order of the specification. */
export const boundKeywords: ReadonlyMap<string, 'least' | 'most'> = new Map(
  table.flatMap(([keyword, { bound }]) => (bound === undefined ? [] : [[keyword, bound] as const])),
);
