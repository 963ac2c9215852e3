import type { Body, Part, PartKind } from '../operation.js';
import { toJson } from './json.js';
import { type Place, refuse } from './place.js';
import { describe, isAbsent, isPlainObject, presentItems, scalarText } from './scalar.js';

/** How a field is serialised according to the spec; `*` is any other name. */
export function partOf({ parts = {} }: Body, name: string): Part {
  const part = parts[Object.hasOwn(parts, name) ? name : '*'];
  return typeof part === 'string' ? { kind: part } : (part ?? {});
}

/** The texts of a part that is not a file: one, or one per item. */
export function partTexts(kind: PartKind | undefined, value: unknown, place: Place): string[] {
  if (kind === 'json') return [toJson(value, place)];
  if (kind === 'jsons') return itemsOf(value, place).map((item) => toJson(item, place));
  if (kind === 'texts') return presentItems([value].flat(), place);
  return [Array.isArray(value) || isPlainObject(value) ? toJson(value, place) : scalarText(value, place)];
}

/** The fields of an object without those that are absent. */
export function fieldsOf(value: unknown, place: Place): [string, unknown][] {
  if (!isPlainObject(value)) refuse(place, `must be an object, not ${describe(value)}`);
  return Object.entries(value).filter((entry) => !isAbsent(entry[1]));
}

export function itemsOf(value: unknown, place: Place): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(place, 'must be an array');
}
