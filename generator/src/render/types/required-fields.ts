import type { Json, JsonObject } from '../../schema/index.js';
import { getArray, getObject, isReadOnly, isWriteOnly, objectShape, type Resolver } from '../../schema/index.js';

/** Which way the values of a type go. */
export type Way = 'sent' | 'received';

/** The fields that an object demands; not those that have no place on their way. */
export function requiredFields(schema: JsonObject, way: Way, resolver: Resolver): string[] {
  const names = getArray(schema, 'required').filter((name) => typeof name === 'string');
  if (names.length === 0) return names;
  const isHidden = way === 'sent' ? isReadOnly : isWriteOnly;
  const { properties } = objectShape(schema, resolver);
  const hidden = new Set(properties.filter((field) => isHidden(field.schema, resolver)).map(({ name }) => name));
  return names.filter((name) => !hidden.has(name));
}

/** Fields that an object demands and does not describe itself: as its `allOf` has them, or of any type. */
export function fieldsRequiredElsewhere(
  schema: JsonObject,
  required: readonly string[],
  resolver: Resolver,
): [name: string, schema: Json][] {
  const own = getObject(schema, 'properties') ?? {};
  const isObjectSchema = ['properties', 'allOf'].some((key) => Object.hasOwn(schema, key)) || schema.type === 'object';
  const names = required.filter((name) => !Object.hasOwn(own, name));
  if (!isObjectSchema || names.length === 0) return [];
  const described = new Map(
    objectShape(schema, resolver).properties.map((property) => [property.name, property.schema]),
  );
  return names.map((name) => [name, described.get(name) ?? true]);
}
