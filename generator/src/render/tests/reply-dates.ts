import type { Operation } from '../../model/model.js';
import { synthesise } from '../../model/synthesise.js';
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
import { successReplies } from '../reply-type.js';

/**
 * JSON pointers to the date-times of the mock server's complete response to an operation; `undefined` if it can't generate one.
 * Each schema is visited once.
 */
export function completeReplyDates({
  model,
  resolver,
}: RenderContext): (operation: Operation) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  const isInstant = (item: Json): boolean => typeof item === 'string' || model.hooks.dates !== undefined;
  return (operation) => {
    const [reply] = [...successReplies(operation)].sort((left, right) => (left.status < right.status ? -1 : 1));
    if (reply?.kind !== 'json' || reply.stream || reply.schema === undefined) return [];
    const key = JSON.stringify(reply.schema);
    if (!known.has(key)) {
      const [example] = reply.examples;
      const value = synthesise(reply.schema, model, { fill: 'complete', direction: 'reply' }) ?? example?.value;
      known.set(key, value === undefined ? undefined : replyDates(value, reply.schema, resolver, isInstant));
    }
    return known.get(key);
  };
}

/** JSON pointers to the date-times of one response, found by walking the value and its schema together. */
export function replyDates(
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
      replyDates(item, itemSchemaAt(concrete, index), resolver, isInstant, `${pointer}/${index}`),
    );
  }
  if (!isObject(value)) return [];
  const shape = objectShape(concrete, resolver);
  const known = new Map(shape.properties.map((property) => [property.name, property.schema]));
  return Object.entries(value).flatMap(([name, item]) => {
    const property = known.get(name) ?? schemaByPattern(concrete, name) ?? shape.additional;
    return property === undefined
      ? []
      : replyDates(item, property, resolver, isInstant, `${pointer}/${pointerToken(name)}`);
  });
}
