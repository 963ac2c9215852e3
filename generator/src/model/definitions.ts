import type { Json, JsonObject, Resolver, Schema } from '../schema/index.js';
import {
  discriminatorOf,
  discriminatorValue,
  getArray,
  getString,
  isAnnotation,
  isArray,
  isObject,
  keywords,
  mapSubschemas,
  referencedName,
  requiredFields,
} from '../schema/index.js';

/** Keywords that are omitted, or converted separately. */
const omitted = new Set(
  '$defs definitions $anchor $dynamicAnchor $dynamicRef discriminator required nullable'.split(' '),
);

/**
 * Converts schemas for a JSON Schema validator of requests: OpenAPI extensions are expressed in JSON Schema, annotations and
 * unknown keywords are removed, and each reference becomes a definition, so that a validator compiles only what a request needs.
 */
export class Definitions {
  readonly #resolver: Resolver;
  readonly #define: (id: string, schema: JsonObject) => void;
  readonly #takesPattern: (pattern: string) => boolean;
  readonly #ids = new Map<string, string>();

  /**
   * @param define Receives a definition with the `$id` used by references.
   * @param takesPattern Whether the validator can read a pattern; others are left out.
   */
  constructor(
    resolver: Resolver,
    define: (id: string, schema: JsonObject) => void,
    takesPattern: (pattern: string) => boolean = () => true,
  ) {
    this.#resolver = resolver;
    this.#define = define;
    this.#takesPattern = takesPattern;
  }

  /** @param whole the schema in whose `allOf` the schema is, if any. */
  prepare(schema: Schema, whole: Schema = schema): JsonObject {
    if (typeof schema === 'boolean') return schema ? {} : { not: {} };
    // Empty lists of values or branches, which validators reject, are ignored.
    const known = Object.entries(schema).filter(([keyword, value]) => {
      const isEmpty = isArray(value) && value.length === 0;
      if (keyword === 'pattern' && typeof value === 'string' && !this.#takesPattern(value)) return false;
      if (keyword === 'patternProperties' && !Object.keys(Object(value)).every(this.#takesPattern)) return false;
      return keywords.has(keyword) && !isAnnotation(keyword) && !omitted.has(keyword) && !isEmpty;
    });
    const prepared = mapSubschemas(Object.fromEntries(known), (part, keyword) => {
      return this.prepare(part, keyword === 'allOf' ? whole : part);
    });
    const ref = getString(schema, '$ref');
    const isBase64 = getString(schema, 'contentEncoding') === 'base64' && prepared.format === undefined;
    const required = requiredFields(schema, 'request', this.#resolver, isObject(whole) ? whole : schema);
    return this.#withDiscriminator(schema, {
      ...prepared,
      ...(isBase64 ? { format: 'byte' } : {}),
      ...(ref === undefined ? {} : { $ref: this.#reference(ref) }),
      ...(required.length === 0 ? {} : { required }),
    });
  }

  #reference(ref: string): string {
    const known = this.#ids.get(ref);
    if (known !== undefined) return known;
    // Identified by name, so that changing another schema does not change it.
    const name = referencedName(ref);
    // Other pointers contain characters that an id can't contain, escaped or not.
    const id = `urn:definition:${name === undefined ? `at-${Buffer.from(ref).toString('hex')}` : encodeURIComponent(name)}`;
    this.#ids.set(ref, id);
    this.#define(id, this.prepare(this.#resolver.resolve(ref) ?? true));
    return id;
  }

  /**
   * Discriminator Object (OpenAPI 3.1, 4.8.25): the property selects the branch of a `oneOf`, even if the value matches others.
   */
  #withDiscriminator(schema: JsonObject, prepared: JsonObject): JsonObject {
    const discriminator = discriminatorOf(schema);
    const { oneOf, anyOf, ...others } = prepared;
    if (discriminator === undefined || oneOf === undefined) return prepared;
    const { property } = discriminator;
    const conditions = getArray(schema, 'oneOf').flatMap((branch): JsonObject[] => {
      const ref = getString(branch, '$ref');
      if (ref === undefined) return [];
      const constant = { const: discriminatorValue(discriminator, ref) };
      const isMeant = { properties: { [property]: constant }, required: [property] };
      const entries: [string, Json][] = [
        ['if', isMeant],
        ['then', { $ref: this.#reference(ref) }],
      ];
      return [Object.fromEntries(entries)];
    });
    const any: Json = isArray(anyOf) ? [{ anyOf }] : [];
    return { ...others, anyOf: oneOf, allOf: [...getArray(prepared, 'allOf'), ...any, ...conditions] };
  }
}
