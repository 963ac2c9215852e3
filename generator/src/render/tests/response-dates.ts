import type { Operation } from '../../model/model.js';
import { successResponses } from '../../model/results.js';
import { synthesise } from '../../model/synthesise/index.js';
import type { Json, Schema } from '../../schema/index.js';
import {
  concreteSchema,
  isArray,
  isDateTime,
  isObject,
  itemSchemaAt,
  objectShape,
  pointerToken,
  type Resolver,
  schemaByPattern,
} from '../../schema/index.js';
import type { RenderContext } from '../context.js';

/**
 * JSON pointers to the date-times of the mock server's complete response to an operation; `undefined` if it can't generate one.
 * Each schema is visited once.
 */
export function completeResponseDates({
  model,
}: RenderContext): (operation: Operation) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  const isInstant = (item: Json): boolean => typeof item === 'string' || model.hooks.dates !== undefined;
  return (operation) => {
    const [response] = [...successResponses(operation)].sort((left, right) => (left.status < right.status ? -1 : 1));
    if (response?.kind !== 'json' || response.stream || response.schema === undefined) return [];
    const key = JSON.stringify(response.schema);
    if (!known.has(key)) {
      const [example] = response.examples;
      const value = synthesise(response.schema, model, { fill: 'complete', direction: 'reply' }) ?? example?.value;
      known.set(key, value === undefined ? undefined : responseDates(value, response.schema, model, isInstant));
    }
    return known.get(key);
  };
}

/** JSON pointers to the date-times of one response, found by walking the value and its schema together. */
export function responseDates(
  value: Json,
  schema: Schema,
  resolver: Resolver,
  isInstant: (value: Json) => boolean,
  pointer = '',
): string[] {
  const concrete = concreteSchema(schema, value, resolver);
  if (typeof value === 'string' || typeof value === 'number') {
    return isDateTime(concrete) && isInstant(value) ? [pointer] : [];
  }
  if (isArray(value)) {
    return value.flatMap((item, index) =>
      responseDates(item, itemSchemaAt(concrete, index), resolver, isInstant, `${pointer}/${index}`),
    );
  }
  if (!isObject(value)) return [];
  const shape = objectShape(concrete, resolver);
  const known = new Map(shape.properties.map((property) => [property.name, property.schema]));
  return Object.entries(value).flatMap(([name, item]) => {
    const property = known.get(name) ?? schemaByPattern(concrete, name) ?? shape.additional;
    return property === undefined
      ? []
      : responseDates(item, property, resolver, isInstant, `${pointer}/${pointerToken(name)}`);
  });
}
