import type { Json, JsonObject, Schema } from '../schema/index.js';
import {
  get,
  getArray,
  getObject,
  getString,
  isObject,
  objectShape,
  type Resolver,
  reach,
  schemaTypes,
} from '../schema/index.js';
import type { SchemaDirections } from './directions.js';
import type { Model } from './model.js';

/** A kind of values that an enum may be open to. */
export type OpenKind = 'string' | 'number';

/**
 * Tells the enums that accept values which they do not know yet: those of what arrives, since a service adds values without
 * asking. Values that tell the members of a union apart stay as they are, and so does what has no choice anyway.
 */
export class OpenEnums {
  readonly #directions: SchemaDirections;
  readonly #telling: ReadonlySet<Json>;

  constructor(model: Pick<Model, 'operations' | 'resolve' | 'schemas'>, directions: SchemaDirections) {
    this.#directions = directions;
    this.#telling = tellingSchemas(
      reach([...model.schemas.map(({ schema }) => schema), ...directions.received], model),
      model,
    );
  }

  /** Whether the values of a schema tell the members of a union apart. */
  tells(schema: Json): boolean {
    return this.#telling.has(schema);
  }

  /** The kinds of other values that may stand beside those of an enum; empty when it stays exact. */
  opens(schema: JsonObject): readonly OpenKind[] {
    const values = getArray(schema, 'enum').filter((value) => value !== null);
    const isPlain = ['oneOf', 'anyOf', 'allOf', 'const', 'properties'].every((key) => !Object.hasOwn(schema, key));
    if (values.length < 2 || !isPlain || this.tells(schema) || !this.#directions.received.has(schema)) return [];
    const kinds = [...new Set(values.map((value) => typeof value))].sort().reverse();
    return kinds.every((kind) => kind === 'string' || kind === 'number') ? kinds : [];
  }
}

/** The schemas of fields by whose values a union is told apart: a discriminator's, or an enum in every branch. */
function tellingSchemas(schemas: ReadonlySet<JsonObject>, resolver: Resolver): ReadonlySet<Json> {
  const telling = new Set<Json>();
  const mark = (schema: Json, depth = 0): void => {
    if (!isObject(schema) || depth > 20) return;
    telling.add(schema);
    const ref = getString(schema, '$ref');
    if (ref !== undefined) mark(resolver.resolve(ref) ?? true, depth + 1);
    for (const part of getArray(schema, 'allOf')) mark(part, depth + 1);
  };
  const markFields = (schema: Schema, names: ReadonlySet<string>): void => {
    for (const part of [schema, ...layers(schema, resolver)]) {
      for (const [name, field] of Object.entries(getObject(part, 'properties') ?? {})) if (names.has(name)) mark(field);
    }
  };
  for (const schema of schemas) {
    const branches = [...getArray(schema, 'oneOf'), ...getArray(schema, 'anyOf')].filter(isObject);
    const own = discriminatorOf(schema);
    const inherited = layers(schema, resolver).flatMap((layer) => discriminatorOf(layer) ?? []);
    const names = new Set([...(own === undefined ? [] : [own]), ...inherited, ...sharedChoices(branches, resolver)]);
    if (names.size > 0) for (const part of [schema, ...branches]) markFields(part, names);
  }
  return telling;
}

/** What a schema is made of: where its references and its `allOf` lead. */
function layers(schema: Json, resolver: Resolver): JsonObject[] {
  const found = new Set<JsonObject>();
  const waiting: Json[] = [schema];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isObject(next) || found.has(next)) continue;
    found.add(next);
    const ref = getString(next, '$ref');
    if (ref !== undefined) waiting.push(resolver.resolve(ref) ?? true);
    waiting.push(...getArray(next, 'allOf'));
  }
  return [...found];
}

function discriminatorOf(schema: Json): string | undefined {
  return getString(getObject(schema, 'discriminator'), 'propertyName');
}

/** The fields that have an enum or a constant in every branch. */
function sharedChoices(branches: readonly JsonObject[], resolver: Resolver): string[] {
  const objects = branches.filter((branch) => schemaTypes(branch, resolver).includes('object'));
  if (objects.length < 2) return [];
  const [first = [], ...others] = objects.map((branch) =>
    objectShape(branch, resolver)
      .properties.filter(({ schema }) => isChoice(schema, resolver))
      .map(({ name }) => name),
  );
  const rest = others.map((names) => new Set(names));
  return first.filter((name) => rest.every((names) => names.has(name)));
}

function isChoice(schema: Schema, resolver: Resolver): boolean {
  return layers(schema, resolver).some(
    (layer) => get(layer, 'const') !== undefined || getArray(layer, 'enum').length > 0,
  );
}
