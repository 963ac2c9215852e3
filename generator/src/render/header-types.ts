import type { ReplyHeader } from '../model/model.js';
import {
  isDateTime,
  itemsOf,
  type Resolver,
  type Schema,
  schemaTypes,
  unwrap,
  unwrapReferences,
} from '../schema/index.js';

/** How a header is parsed; `undefined` for a string. */
export type HeaderReading = 'number' | 'boolean' | 'date' | 'json' | readonly ['number' | 'boolean' | 'date' | 'text'];

export function headerReading({ schema, json }: ReplyHeader, resolver: Resolver): HeaderReading | undefined {
  if (json) return 'json';
  const inner = unwrapReferences(unwrap(schema), resolver).schema;
  const types = schemaTypes(inner, resolver);
  if (types.join() === 'array') return [scalarReading(itemsOf(inner), resolver) ?? 'text'];
  return scalarReading(inner, resolver);
}

function scalarReading(schema: Schema, resolver: Resolver): 'number' | 'boolean' | 'date' | undefined {
  const inner = unwrapReferences(unwrap(schema), resolver).schema;
  if (isDateTime(inner)) return 'date';
  const types = schemaTypes(inner, resolver).filter((type) => type !== 'null');
  if (types.length > 0 && types.every((type) => type === 'number' || type === 'integer')) return 'number';
  return types.join() === 'boolean' ? 'boolean' : undefined;
}

/** The schema of the parsed value: a string if it is not parsed, whatever the spec defines. */
export function headerSchema(header: ReplyHeader, resolver: Resolver): Schema {
  const reading = headerReading(header, resolver);
  if (Array.isArray(reading) && reading[0] === 'text') return { type: 'array', items: { type: 'string' } };
  if (reading !== undefined) return header.schema;
  const inner = unwrapReferences(unwrap(header.schema), resolver).schema;
  return schemaTypes(inner, resolver).join() === 'string' ? header.schema : { type: 'string' };
}
