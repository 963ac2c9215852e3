import { isArray, isObject, type Json } from '../../schema/index.js';
import { fieldsOf, tupleKeyword } from './references.js';

/** Keys of a converted schema that do not affect the type. */
export const commentKeys = new Set(['description', 'deprecated']);

/** Whether a part of an `allOf` adds anything to a type: not if it only requires what other parts define. */
export function affectsType(part: Json): boolean {
  if (!isObject(part)) return part === false;
  return Object.keys(part).some((key) => !commentKeys.has(key) && !(key === 'type' && part.type === 'object'));
}

/** The schema of one value; openapi-typescript has none for arrays and objects. */
export function typeOfValue(value: Json): Json {
  if (value === null) return { type: 'null' };
  if (isArray(value))
    return { type: 'array', [tupleKeyword]: { items: value.map(typeOfValue), least: value.length, rest: false } };
  if (!isObject(value)) return { const: value };
  const fields = Object.entries(value).map(([name, part]) => [name, typeOfValue(part)] as const);
  return fields.length === 0 ? { type: 'object' } : { type: 'object', ...fieldsOf(fields, Object.keys(value)) };
}
