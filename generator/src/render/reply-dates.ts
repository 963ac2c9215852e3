import type { Json } from '../load/document.js';
import { isArray, isObject, pointerToken } from '../model/json.js';
import type { Schema } from '../model/model.js';
import { isDateTime, itemSchemaAt, objectShape, type SchemaResolver } from '../model/shape.js';
import { concreteSchema } from './literals.js';

/** JSON pointers to the date-times of one reply, found by walking the value and its schema side by side. */
export function replyDates(
  value: Json,
  schema: Schema,
  resolver: SchemaResolver,
  isInstant: (value: Json) => boolean,
  pointer = '',
): string[] {
  const concrete = concreteSchema(schema, value, resolver);
  if (typeof value === 'string' || typeof value === 'number') {
    return isDateTime(concrete) && isInstant(value) ? [pointer] : [];
  }
  if (isArray(value)) {
    return value.flatMap((item, index) =>
      replyDates(item, itemSchemaAt(concrete, index), resolver, isInstant, `${pointer}/${index}`),
    );
  }
  if (!isObject(value)) return [];
  const shape = objectShape(concrete, resolver);
  const known = new Map(shape.properties.map((property) => [property.name, property.schema]));
  return Object.entries(value).flatMap(([name, item]) => {
    const property = known.get(name) ?? shape.additional;
    return property === undefined
      ? []
      : replyDates(item, property, resolver, isInstant, `${pointer}/${pointerToken(name)}`);
  });
}
