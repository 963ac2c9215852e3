import type { Json, JsonObject, Schema } from '../schema/index.js';
import {
  discriminatorOf,
  discriminatorValue,
  get,
  getArray,
  getObject,
  getString,
  isArray,
  isObject,
  isSchema,
} from '../schema/index.js';
import type { Resolver } from './outline.js';

const single = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'];
const singles = new Set([...single, 'unevaluatedItems', 'unevaluatedProperties']);
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas']);
const numbers = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength'];
const counts = ['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties'];
const kept = new Set(['type', 'enum', 'const', 'pattern', 'format', 'dependentRequired', ...numbers, ...counts]);

/**
 * Schemas of a description as a validator of JSON Schema takes them for requests: what OpenAPI says beyond JSON Schema
 * put in its words, annotations and foreign keywords left out, and each reference made to a definition of its own, so
 * that a validator compiles what a request needs and nothing else.
 */
export class Definitions {
  readonly #resolver: Resolver;
  readonly #define: (id: string, schema: JsonObject) => void;
  readonly #ids = new Map<string, string>();
  #count = 0;

  /** @param define Takes a definition under the `$id` that references use. */
  constructor(resolver: Resolver, define: (id: string, schema: JsonObject) => void) {
    this.#resolver = resolver;
    this.#define = define;
  }

  /** A reference to the schema in a validator's terms. */
  refer(schema: Schema): JsonObject {
    const id = `urn:schema:${this.#count}`;
    this.#count += 1;
    this.#define(id, this.prepare(schema));
    return { $ref: id };
  }

  /** The schema in a validator's terms. */
  prepare(schema: Schema): JsonObject {
    if (typeof schema === 'boolean') return schema ? {} : { not: {} };
    const result = new Map<string, Json>();
    for (const [key, value] of Object.entries(schema)) {
      const prepared = this.#keyword(key, value);
      if (prepared !== undefined) result.set(key, prepared);
    }
    const required = this.#required(schema);
    if (required.length > 0) result.set('required', required);
    return this.#withDiscriminator(schema, Object.fromEntries(result));
  }

  #keyword(key: string, value: Json): Json | undefined {
    if (key === '$ref' && typeof value === 'string') return this.#reference(value);
    if (kept.has(key)) return value;
    if (singles.has(key) && isSchema(value)) return this.prepare(value);
    if (lists.has(key) && isArray(value)) return value.filter(isSchema).map((item) => this.prepare(item));
    if (!maps.has(key) || !isObject(value)) return undefined;
    const entries = Object.entries(value).flatMap(([name, item]) => (isSchema(item) ? [[name, item] as const] : []));
    return Object.fromEntries(entries.map(([name, item]) => [name, this.prepare(item)] as const));
  }

  #reference(ref: string): string {
    const known = this.#ids.get(ref);
    if (known !== undefined) return known;
    const id = `urn:definition:${this.#ids.size}`;
    this.#ids.set(ref, id);
    this.#define(id, this.prepare(this.#resolver.resolve(ref) ?? true));
    return id;
  }

  /** A property that is `readOnly` has no place in a request, whatever `required` says. */
  #required(schema: JsonObject): readonly string[] {
    const properties = getObject(schema, 'properties');
    const names = getArray(schema, 'required').filter((name) => typeof name === 'string');
    return names.filter((name) => {
      const property = get(properties, name);
      const ref = getString(property, '$ref');
      const target = ref === undefined ? property : this.#resolver.resolve(ref);
      return get(property, 'readOnly') !== true && get(target, 'readOnly') !== true;
    });
  }

  /**
   * Discriminator Object (OpenAPI 3.1, 4.8.25): the property decides which branch of a `oneOf` counts, also where the
   * value would match others.
   */
  #withDiscriminator(schema: JsonObject, prepared: JsonObject): JsonObject {
    const discriminator = discriminatorOf(schema);
    const branches = prepared.oneOf;
    if (discriminator === undefined || branches === undefined) return prepared;
    const { property } = discriminator;
    const conditions = getArray(schema, 'oneOf').flatMap((branch): JsonObject[] => {
      const ref = getString(branch, '$ref');
      if (ref === undefined) return [];
      const constant = { const: discriminatorValue(discriminator, ref) };
      const isMeant = { properties: { [property]: constant }, required: [property] };
      return [
        Object.fromEntries<Json>([
          ['if', isMeant],
          ['then', { $ref: this.#reference(ref) }],
        ]),
      ];
    });
    const { oneOf: _, ...others } = prepared;
    const any: Json = isArray(prepared.anyOf) ? [{ anyOf: prepared.anyOf }] : [];
    return { ...others, anyOf: branches, allOf: [...getArray(prepared, 'allOf'), ...any, ...conditions] };
  }
}
