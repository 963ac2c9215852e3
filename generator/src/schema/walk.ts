import { getArray, getString, isArray, isObject, isSchema, type Json, type JsonObject, type Schema } from './json.js';
import { isAnnotation, type Keyword, keywords } from './keywords.js';
import type { Resolver } from './references.js';

/** A schema directly below another one. */
export interface Subschema {
  readonly describes: Keyword['describes'];
  /** The tokens of the pointer from the outer schema, such as `properties`, `name`. */
  readonly tokens: readonly string[];
  /** The name of a field that `properties` describes. */
  readonly field?: string;
  readonly schema: Schema;
}

/** Every schema directly below a schema, references not followed. */
export function subschemas(schema: Schema): Subschema[] {
  if (typeof schema === 'boolean') return [];
  return Object.keys(schema).flatMap((keyword): Subschema[] => {
    const known = keywords.get(keyword);
    const value = schema[keyword];
    if (known === undefined || known.holds === 'data' || value === undefined) return [];
    const { describes, holds } = known;
    if (holds === 'schema') return isSchema(value) ? [{ describes, tokens: [keyword], schema: value }] : [];
    if (!(holds === 'list' ? isArray(value) : isObject(value))) return [];
    return Object.entries(value ?? {}).flatMap(([key, part]) => {
      if (!isSchema(part)) return [];
      const found = { describes, tokens: [keyword, key], schema: part };
      return [keyword === 'properties' ? { ...found, field: key } : found];
    });
  });
}

/** The schemas directly below a schema that describe its values or parts of them: not those that only test a value. */
export function partsOf(schema: JsonObject): Schema[] {
  return subschemas(schema).flatMap(({ describes, schema: part }) => (describes === undefined ? [] : [part]));
}

/** Every schema object in some schemas, themselves included, references followed. */
export function reach(roots: Iterable<Json>, resolver: Resolver): ReadonlySet<JsonObject> {
  return closure(roots, partsOf, resolver);
}

/** The schema itself and what its references and its `allOf` lead to: all that every one of its values has to fulfil. */
export function layers(schema: Json, resolver: Resolver): JsonObject[] {
  return [...closure([schema], (layer) => getArray(layer, 'allOf'), resolver)];
}

function closure(
  roots: Iterable<Json>,
  next: (schema: JsonObject) => readonly Json[],
  resolver: Resolver,
): Set<JsonObject> {
  const found = new Set<JsonObject>();
  const waiting = [...roots];
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    if (!isObject(schema) || found.has(schema)) continue;
    found.add(schema);
    const ref = getString(schema, '$ref');
    if (ref !== undefined) waiting.push(resolver.resolve(ref) ?? true);
    waiting.push(...next(schema));
  }
  return found;
}

/** What a schema is when it is only a reference to another one, remarks aside; itself otherwise. */
export function plainReference(schema: Schema): string | undefined {
  const ref = getString(schema, '$ref');
  return ref !== undefined && isObject(schema) && onlyHas(schema, '$ref') ? ref : undefined;
}

const texts: ReadonlySet<string> = new Set(['$ref', 'description', 'summary', 'title', 'deprecated']);

/** The same for a reference that has nothing but texts beside it: no example and no default either. */
export function bareReference(schema: JsonObject): string | undefined {
  const isBare = Object.keys(schema).every((keyword) => texts.has(keyword) || keyword.startsWith('x-'));
  return isBare ? getString(schema, '$ref') : undefined;
}

/** Whether no other schema takes part in what a schema says. */
export function isSelfContained(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => {
    return keyword !== '$ref' && keyword !== 'discriminator' && (keywords.get(keyword)?.holds ?? 'data') === 'data';
  });
}

/** Whether a schema says nothing beside some keywords, remarks aside. */
export function onlyHas(schema: JsonObject, ...allowed: readonly string[]): boolean {
  return Object.keys(schema).every((keyword) => allowed.includes(keyword) || isAnnotation(keyword));
}

/** A copy in which `change` has replaced the schemas directly below. */
export function mapSubschemas(schema: JsonObject, change: (part: Schema, keyword: string) => Json): JsonObject {
  const result = new Map<string, Json>(Object.entries(schema));
  for (const [keyword, value] of result) {
    const holds = keywords.get(keyword)?.holds;
    const changed = (part: Json): Json => (isSchema(part) ? change(part, keyword) : part);
    if (holds === 'schema') result.set(keyword, changed(value));
    else if (holds === 'list' && isArray(value)) result.set(keyword, value.map(changed));
    else if (holds === 'map' && isObject(value)) {
      result.set(keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, changed(part)])));
    }
  }
  return Object.fromEntries(result);
}
