import {
  get,
  getArray,
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
  schemasAt,
  stringsAt,
} from './json.js';
import { layers } from './keywords.js';
import type { Resolver } from './references.js';
import { regularExpression } from './values/regular-expressions.js';

/** The `type` keyword as a list; `undefined` if absent. */
export function typesAt(schema: Json | undefined): readonly string[] | undefined {
  const type = get(schema, 'type');
  if (typeof type === 'string') return [type];
  return isArray(type) ? stringsAt(schema, 'type') : undefined;
}

/** The JSON types that a schema allows, through `$ref` and `allOf`; empty if unrestricted. */
export function schemaTypes(
  schema: Schema,
  resolver: Resolver,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] {
  if (typeof schema === 'boolean') return [];
  const types = typesAt(schema);
  if (types !== undefined) return types;
  const ref = getString(schema, '$ref');
  if (ref !== undefined && !seen.has(ref)) {
    return schemaTypes(resolver.resolve(ref) ?? true, resolver, new Set([...seen, ref]));
  }
  if (getObject(schema, 'properties') ?? getObject(schema, 'additionalProperties')) return ['object'];
  if (get(schema, 'items') !== undefined || getArray(schema, 'prefixItems').length > 0) return ['array'];
  for (const part of schemasAt(schema, 'allOf')) {
    const found = schemaTypes(part, resolver, seen);
    if (found.length > 0) return found;
  }
  return [];
}

/** The values of `const` or `enum`; `undefined` if there is neither. */
export function listedValues(schema: Json | undefined): readonly Json[] | undefined {
  const constant = get(schema, 'const');
  if (constant !== undefined) return [constant];
  const values = getArray(schema, 'enum');
  return values.length > 0 ? values : undefined;
}

/** The strings among the values of `const` or `enum`. */
export function listedStrings(schema: Json | undefined): readonly string[] {
  return (listedValues(schema) ?? []).filter((value) => typeof value === 'string');
}

/** A copy of a list of values without one of them; `undefined` if the schema does not list it, or only it. */
export function withoutValue(schema: Schema, value: Json): Schema | undefined {
  if (!isObject(schema)) return undefined;
  const values = getArray(schema, 'enum');
  const left = values.filter((listed) => listed !== value);
  return left.length === values.length || left.length === 0 ? undefined : { ...schema, enum: left };
}

/** Whether a schema allows null and nothing else. */
export function isNullSchema(schema: Schema): boolean {
  const values = listedValues(schema);
  return get(schema, 'type') === 'null' || (values?.length === 1 && values[0] === null);
}

/** Whether the `type` of a schema includes null and other types, and its enum does not exclude null. */
export function admitsNull(schema: Schema): boolean {
  const values = getArray(schema, 'enum');
  return (
    isArray(get(schema, 'type')) &&
    typesAt(schema)?.includes('null') === true &&
    (values.length === 0 || values.includes(null))
  );
}

/** How a `Date` is sent. */
const SENT_DATE = '2026-01-02T03:04:05.678Z';

/**
 * Whether a schema is a date-time: `format: date-time` of a string, or of a number that may be a string too; not if its pattern or
 * length excludes the text that is sent for a `Date`.
 */
export function isDateTime(schema: Schema): schema is JsonObject {
  if (getString(schema, 'format') !== 'date-time' || listedValues(schema) !== undefined) return false;
  const { length } = SENT_DATE;
  if (length < (getNumber(schema, 'minLength') ?? 0) || length > (getNumber(schema, 'maxLength') ?? length))
    return false;
  if (regularExpression(getString(schema, 'pattern') ?? '')?.test(SENT_DATE) === false) return false;
  return typesAt(schema)?.includes('string') ?? get(schema, 'type') === undefined;
}

/** Whether a schema is binary: `format: binary` (3.0); a `contentMediaType` without a text encoding, or with `binary` (3.1). */
export function isBinarySchema(schema: Schema | undefined): boolean {
  if (!isObject(schema)) return false;
  const encoding = getString(schema, 'contentEncoding');
  if (getString(schema, 'format') === 'binary' || encoding === 'binary') return true;
  const mediaType = getString(schema, 'contentMediaType');
  return mediaType !== undefined && encoding === undefined && isBinaryMediaType(mediaType);
}

/** The TypeScript kind of a schema's values, at its outermost level. */
export type Kind = 'any' | 'string' | 'date' | 'binary' | 'number' | 'boolean' | 'object' | 'array' | 'null';

const kindOfType: ReadonlyMap<string, Kind> = new Map([
  ['integer', 'number'],
  ...(['string', 'number', 'boolean', 'object', 'array', 'null'] as const).map((type) => [type, type] as const),
]);

/** The kinds of values that a schema allows by itself, including null. `any` if unrestricted. */
export function kindsOf(schema: Schema, types: readonly string[]): ReadonlySet<Kind> {
  if (typeof schema === 'boolean') return new Set<Kind>(['any']);
  const kinds = new Set<Kind>(types.flatMap((type) => kindOfType.get(type) ?? []));
  if (kinds.size === 0) for (const value of listedValues(schema) ?? []) kinds.add(kindOfValue(value));
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
  return isArray(value) ? 'array' : (kindOfType.get(typeof value) ?? 'object');
}

/** Whether a schema itself defines objects or arrays. */
export function isStructured(schema: Schema): boolean {
  const types = typesAt(schema) ?? [];
  return types.join() === 'object' || types.join() === 'array' || get(schema, 'properties') !== undefined;
}

/** Whether the values are free strings: neither an enum, nor a date-time, nor a URI. */
export function isFreeText(schema: Schema, resolver: Resolver): boolean {
  return (
    layers(schema, resolver).every((layer) => {
      const isUrl = [get(layer, 'example'), ...getArray(layer, 'examples')].some((one) => /^https?:/.test(String(one)));
      return (
        listedValues(layer) === undefined && !isUrl && !/^(date|uri|url|iri)/.test(getString(layer, 'format') ?? '')
      );
    }) && schemaTypes(schema, resolver).includes('string')
  );
}

const jsonTypes = /^(application|text)\/([^;]*\+)?json\s*(;|$)/i;
const textTypes = /^(text\/|application\/([^;]*\+)?(xml|yaml|javascript)\b)/i;

export function isJsonMediaType(mediaType: string): boolean {
  return jsonTypes.test(mediaType);
}

export function isTextMediaType(mediaType: string): boolean {
  return textTypes.test(mediaType);
}

export type StreamKind = 'events' | 'lines';

/** The format of a streamed response: events, or one JSON text per line. */
export function streamKind(mediaType: string): StreamKind | undefined {
  if (/^text\/event-stream\b/i.test(mediaType)) return 'events';
  const isLines = /^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines|stream\+json|json-stream)\b/i.test(mediaType);
  return isLines ? 'lines' : undefined;
}

/** `application/octet-stream`, `image/*` and their like: not text, not JSON. */
export function isBinaryMediaType(mediaType: string): boolean {
  return !isJsonMediaType(mediaType) && !isTextMediaType(mediaType);
}

/** The schema of an array's item: `prefixItems` by position, then `items`; `true` if neither defines it. */
export function itemSchemaAt(schema: Schema, index: number): Schema {
  const item = getArray(schema, 'prefixItems')[index] ?? get(schema, 'items');
  return isSchema(item) ? item : true;
}

/** The schemas of the first items, by position. */
export function tupleItems(schema: Schema): readonly Schema[] {
  return schemasAt(schema, 'prefixItems');
}

/** An array with a schema for each position. */
export interface Tuple {
  readonly items: readonly Schema[];
  /** The minimum number of items. */
  readonly least: number;
  /** The schema of the remaining items; `false` if there are none. */
  readonly rest: Schema;
}

export function tupleOf(schema: Schema): Tuple | undefined {
  const items = schemasAt(schema, 'prefixItems');
  if (items.length === 0 && (get(schema, 'items') !== false || get(schema, 'contains') !== undefined)) return undefined;
  const longest = getNumber(schema, 'maxItems') ?? Number.POSITIVE_INFINITY;
  const rest = schemaAt(schema, 'items') ?? true;
  return {
    items: items.slice(0, longest),
    least: Math.min(getNumber(schema, 'minItems') ?? 0, items.length),
    rest: longest > items.length ? rest : false,
  };
}

/** Up to this `maxItems`, each further item of a tuple is a place of its type. */
const MOST_PLACES = 8;

/** The tuple as it is printed. */
export function placesOf(schema: Schema): Tuple | undefined {
  const tuple = tupleOf(schema);
  const longest = getNumber(schema, 'maxItems') ?? Number.POSITIVE_INFINITY;
  if (tuple === undefined || tuple.rest === false || longest > MOST_PLACES) return tuple;
  const { rest } = tuple;
  const items = [...tuple.items, ...Array.from({ length: longest - tuple.items.length }, () => rest)];
  return { items, least: Math.min(getNumber(schema, 'minItems') ?? 0, items.length), rest: false };
}

/** The schema of the JSON in a string; `undefined` if it is not defined. */
export function encodedJson(schema: Schema): Schema | undefined {
  return isJsonMediaType(getString(schema, 'contentMediaType') ?? '') ? schemaAt(schema, 'contentSchema') : undefined;
}

/** The schema of the items after `prefixItems`; `true` if there is none. */
export function itemsOf(schema: Schema): Schema {
  return itemSchemaAt(schema, Number.POSITIVE_INFINITY);
}
