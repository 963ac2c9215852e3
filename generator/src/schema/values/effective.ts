import {
  canonical,
  get,
  getObject,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type Schema,
  schemasAt,
  stringsAt,
} from '../json.js';
import { boundKeywords, isAnnotation, keywords, layers, mapSubschemas } from '../keywords.js';
import type { Resolver } from '../references.js';
import { listedValues, typesAt } from '../types.js';
import { branchesOf } from '../unions.js';

/** The references that a schema extends: its `$ref`, and those in its `allOf`. */
export function partReferences(schema: Schema): readonly string[] {
  const ref = get(schema, '$ref');
  return [...(typeof ref === 'string' ? [ref] : []), ...schemasAt(schema, 'allOf').flatMap(partReferences)];
}

/**
 * Merges a schema into one without `$ref` and `allOf`: each keyword is as strict as all its occurrences together.
 *
 * @param base further constraints; only those without schemas are used.
 */
export function effectiveSchema(schema: Schema, resolver: Resolver, base: readonly JsonObject[] = []): Schema {
  const own = layers(schema, resolver);
  if (own.length <= 1 && base.length === 0) return schema;
  const merged = new Map<string, Json>();
  for (const layer of own) addLayer(merged, layer, () => true);
  for (const layer of base) addLayer(merged, layer, (keyword) => keywords.get(keyword)?.kind === 'data');
  return Object.fromEntries(merged);
}

function addLayer(merged: Map<string, Json>, layer: JsonObject, counts: (keyword: string) => boolean): void {
  for (const [keyword, value] of Object.entries(layer)) {
    if (keyword === '$ref' || keyword === 'allOf' || !counts(keyword)) continue;
    const values = keyword === 'const' ? listedValues(layer) : undefined;
    const name = values === undefined ? keyword : 'enum';
    const before = merged.get(name);
    merged.set(name, before === undefined ? (values ?? value) : together(name, before, values ?? value));
  }
}

function together(keyword: string, one: Json, other: Json): Json {
  if (isAnnotation(keyword) || canonical(one) === canonical(other)) return one;
  if (keyword === 'type') return commonTypes(one, other);
  const bound = boundKeywords.get(keyword);
  if (bound !== undefined && typeof one === 'number' && typeof other === 'number') {
    return (bound === 'least' ? Math.max : Math.min)(one, other);
  }
  if (keyword === 'enum' && isArray(one) && isArray(other)) {
    const texts = new Set(other.map(canonical));
    return one.filter((value) => texts.has(canonical(value)));
  }
  if (keyword === 'required' && isArray(one) && isArray(other)) return [...new Set([...one, ...other])];
  const kind = keywords.get(keyword)?.kind;
  if (kind === 'schema') return { allOf: [one, other] };
  if (isObject(one) && isObject(other) && (kind === 'map' || keyword === 'dependentRequired')) {
    return { ...other, ...one };
  }
  if (keyword !== 'pattern' && keyword !== 'multipleOf') return one;
  return [...new Set([one, other].flat())].sort();
}

function commonTypes(one: Json, other: Json): Json {
  const [before, after] = [one, other].map((type) => typesAt({ type }) ?? []);
  const admits = (types: readonly string[] = [], type: string): boolean =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const common = [
    ...(before ?? []).filter((type) => admits(after, type)),
    ...(after ?? []).filter((type) => admits(before, type)),
  ];
  return [...new Set(common)];
}

/** The same text for schemas that differ only in annotations and the order of keywords. */
export function schemaText(schema: Schema): string {
  return canonical(withoutRemarks(schema));
}

function withoutRemarks(schema: Schema): Json {
  if (typeof schema === 'boolean') return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword));
  return mapSubschemas(Object.fromEntries(kept), (part) => withoutRemarks(part));
}

/** The names of the fields required by a schema or its parts. */
export function requiredNames(schema: Schema, resolver: Resolver): readonly string[] {
  return [...new Set(layers(schema, resolver).flatMap((layer) => stringsAt(layer, 'required')))];
}

/** The value used if a value is omitted: the outermost `default`. */
export function defaultOf(schema: Schema, resolver: Resolver): Json | undefined {
  return [...layers(schema, resolver), ...branchesOf(schema)]
    .map((layer) => get(layer, 'default'))
    .find((value) => value !== undefined);
}

/** Whether the schema as a whole forbids fields that neither it nor its parts define. */
export function refusesUnknownFields(schema: Schema, resolver: Resolver): boolean {
  return layers(schema, resolver).some((layer) => get(layer, 'unevaluatedProperties') === false);
}

/** A schema without some of its inline fields. */
export function withoutFields(schema: Schema, names: ReadonlySet<string>): Schema {
  const properties = getObject(schema, 'properties');
  if (!isObject(schema)) return schema;
  const parts = schemasAt(schema, 'allOf').map((part) => withoutFields(part, names));
  if (parts.length === 0 && !Object.keys(properties ?? {}).some((name) => names.has(name))) return schema;
  const kept = Object.entries(properties ?? {}).filter(([name]) => !names.has(name));
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(kept) }),
    ...(parts.length === 0 ? {} : { allOf: parts }),
    required: stringsAt(schema, 'required').filter((name) => !names.has(name)),
  };
}

/** The schema with the field at a path required. */
export function requiringField(schema: Schema, path: readonly string[]): Schema {
  const required = path.reduceRight<Schema>(
    (inner, name) => ({ required: [name], properties: { [name]: inner } }),
    true,
  );
  return { allOf: [schema, required] };
}
