import {
  get,
  getArray,
  getObject,
  getString,
  isSchema,
  type Json,
  type Schema,
  schemaEntries,
  schemasAt,
  stringsAt,
} from './json.js';
import type { Resolver } from './references.js';
import { typesAt } from './types.js';

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

/** A field of two parts: where each describes fields of its own, they count together; else the later one counts. */
function both(before: Schema | undefined, property: Schema): Schema {
  const areObjects = getObject(before, 'properties') && getObject(property, 'properties');
  return areObjects && before !== undefined && before !== property ? { allOf: [before, property] } : property;
}

/** The field of a name, with what it says itself and where its reference leads. */
export function propertySchema(schema: Schema, name: string, resolver: Resolver): Schema | undefined {
  return objectShape(schema, resolver).properties.find((property) => property.name === name)?.schema;
}

/** Whether a schema itself describes fields by name. */
export function describesFields(schema: Schema): boolean {
  return schemaEntries(schema, 'properties').length > 0;
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

/** The schema of the items that have no place of their own in `prefixItems`; `true` where there is none. */
export function itemsOf(schema: Schema): Schema {
  return itemSchemaAt(schema, Number.POSITIVE_INFINITY);
}

/** The schema that a reference leads to, or the schema itself. */
export function dereference(schema: Schema, resolver: Resolver): Schema | undefined {
  const ref = getString(schema, '$ref');
  return ref === undefined ? schema : resolver.resolve(ref);
}
