import {
  get,
  getArray,
  getObject,
  getString,
  isArray,
  isObject,
  isSchema,
  type Json,
  type JsonObject,
  type Schema,
  schemaEntries,
  schemasAt,
  stringsAt,
} from './json.js';
import type { Resolver } from './references.js';
import { typesAt } from './types.js';

const MOST_HOPS = 20;

export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** What an object schema says of its fields, `$ref` and `allOf` merged. */
export interface ObjectShape {
  readonly properties: readonly Property[];
  /** The schema of fields beyond `properties`; `undefined` when the schema does not say. */
  readonly additional: Schema | undefined;
}

/** The fields of an object schema in the order of the spec; a later mention of a field does not move it. */
export function objectShape(schema: Schema, resolver: Resolver): ObjectShape {
  const properties = new Map<string, Schema>();
  const required = new Set<string>();
  let additional: Schema | undefined;
  const seen = new Set<Schema>();
  const visit = (part: Schema): void => {
    if (typeof part === 'boolean' || seen.has(part)) return;
    seen.add(part);
    const ref = getString(part, '$ref');
    if (ref !== undefined) visit(resolver.resolve(ref) ?? true);
    for (const item of schemasAt(part, 'allOf')) visit(item);
    for (const [name, property] of schemaEntries(part, 'properties')) {
      properties.set(name, both(properties.get(name), property));
    }
    for (const name of stringsAt(part, 'required')) required.add(name);
    const more = get(part, 'additionalProperties');
    if (isSchema(more)) additional = more;
  };
  visit(schema);
  // A field may be required and not described anywhere.
  if (properties.size > 0) {
    for (const name of required) if (!properties.has(name)) properties.set(name, additional ?? true);
  }
  return {
    properties: [...properties].map(([name, property]) => ({ name, schema: property, required: required.has(name) })),
    additional,
  };
}

/** A field of two parts: where each describes fields, they count together; else the later one counts. */
function both(before: Schema | undefined, property: Schema): Schema {
  const areObjects = getObject(before, 'properties') && getObject(property, 'properties');
  return areObjects && before !== undefined && before !== property ? { allOf: [before, property] } : property;
}

/** The field of a name, with what it says itself and where its reference leads. */
export function propertySchema(schema: Schema, name: string, resolver: Resolver): Schema | undefined {
  return objectShape(schema, resolver).properties.find((property) => property.name === name)?.schema;
}

/** The names of the fields that a schema itself describes. */
export function ownFieldNames(schema: Schema): readonly string[] {
  return schemaEntries(schema, 'properties').map(([name]) => name);
}

/** The references to schemas that a schema extends: those in its `allOf`. */
export function extendedReferences(schema: Schema): readonly string[] {
  return schemasAt(schema, 'allOf').flatMap((part) => getString(part, '$ref') ?? []);
}

/** Fields that an object requires and does not describe itself: as its `allOf` has them, or of any type. */
export function fieldsRequiredElsewhere(
  schema: Schema,
  required: readonly string[],
  resolver: Resolver,
): [name: string, schema: Json][] {
  const own = getObject(schema, 'properties') ?? {};
  const isObjectSchema =
    ['properties', 'allOf'].some((key) => get(schema, key) !== undefined) || typesAt(schema)?.join() === 'object';
  const names = required.filter((name) => !Object.hasOwn(own, name));
  if (!isObjectSchema || names.length === 0) return [];
  const described = new Map(
    objectShape(schema, resolver).properties.map((property) => [property.name, property.schema]),
  );
  return names.map((name) => [name, described.get(name) ?? true]);
}

/** The schema of an array's item: `prefixItems` by position, then `items`; `true` where neither describes it. */
export function itemSchemaAt(schema: Schema, index: number): Schema {
  const item = getArray(schema, 'prefixItems')[index] ?? get(schema, 'items');
  return isSchema(item) ? item : true;
}

/** The schemas of the first items, one for each place. */
export function tupleItems(schema: Schema): readonly Schema[] {
  return schemasAt(schema, 'prefixItems');
}

/** The schema of the items that have no place in `prefixItems`; `true` where there is none. */
export function itemsOf(schema: Schema): Schema {
  return itemSchemaAt(schema, Number.POSITIVE_INFINITY);
}

/** The schema that a reference leads to, or the schema itself. */
export function dereference(schema: Schema, resolver: Resolver): Schema | undefined {
  const ref = getString(schema, '$ref');
  return ref === undefined ? schema : resolver.resolve(ref);
}

/** A copy with `format: binary` on some of the fields, or on the items of those that are lists. */
export function withBinaryFields(schema: Schema, names: ReadonlySet<string>): Schema {
  const properties = getObject(schema, 'properties');
  if (typeof schema === 'boolean' || properties === undefined || names.size === 0) return schema;
  const marked = Object.entries(properties).map(([name, property]): [string, Json] => {
    return [name, names.has(name) ? asBytes(property) : property];
  });
  return { ...schema, properties: Object.fromEntries(marked) };
}

function asBytes(property: Json): Json {
  if (!isObject(property)) return property;
  for (const keyword of ['anyOf', 'oneOf']) {
    const members = get(property, keyword);
    if (isArray(members)) return { ...property, [keyword]: members.map(asBytes) };
  }
  const items = getObject(property, 'items');
  if (items !== undefined && typesAt(property)?.includes('array') !== false) {
    return { ...property, items: asBytes(items) };
  }
  const types = typesAt(property);
  return types === undefined || (types.join() === 'string' && !isArray(get(property, 'type')))
    ? { ...property, format: 'binary' }
    : property;
}

/** Which way a value travels. */
export type Direction = 'request' | 'reply';

/** Whether a request must not have a field: `readOnly`, also where a reference leads (OpenAPI 3.1, 4.8.24). */
export function isReadOnly(schema: Schema, resolver: Resolver): boolean {
  return isHidden(schema, 'request', resolver);
}

/** Whether a reply must not have a field: `writeOnly`, also where a reference leads (OpenAPI 3.1, 4.8.24). */
export function isWriteOnly(schema: Schema, resolver: Resolver): boolean {
  return isHidden(schema, 'reply', resolver);
}

/** Whether a field is not part of values that travel this way. */
export function isHidden(schema: Schema, direction: Direction, resolver: Resolver): boolean {
  const mark = direction === 'request' ? 'readOnly' : 'writeOnly';
  let current: Schema | undefined = schema;
  for (let hop = 0; hop < MOST_HOPS && typeof current === 'object'; hop += 1) {
    if (get(current, mark) === true) return true;
    const ref = getString(current, '$ref');
    current = ref === undefined ? undefined : resolver.resolve(ref);
  }
  return false;
}

/** The fields that an object itself requires of values that travel this way. */
export function requiredFields(schema: JsonObject, direction: Direction, resolver: Resolver): readonly string[] {
  const names = stringsAt(schema, 'required');
  if (names.length === 0) return names;
  const hidden = new Set(
    objectShape(schema, resolver)
      .properties.filter((field) => isHidden(field.schema, direction, resolver))
      .map(({ name }) => name),
  );
  return names.filter((name) => !hidden.has(name));
}

/** Whether an object itself requires a field that only requests or only replies have. */
export function requiresOneWayField(schema: JsonObject, resolver: Resolver): boolean {
  const { length } = stringsAt(schema, 'required');
  return (['request', 'reply'] as const).some((way) => requiredFields(schema, way, resolver).length < length);
}
