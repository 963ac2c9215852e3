import type { Operation } from '../operation.js';
import { type Place, refuse } from './place.js';
import { isAbsent, percentEncode, scalarText } from './scalar.js';

/** Fills the `{name}` placeholders of the path template. */
export function encodePath(operation: Operation, values: ReadonlyMap<string, string>): string {
  const path = operation.path
    .replace(/\{([^{}]*)\}/g, (_, name: string) => {
      return values.get(name) ?? refuse({ ...operation, argument: name }, 'is in the path but not a parameter');
    })
    .replaceAll('#', '%23');
  // Including literal text next to the values: URL parsers remove such a segment and the one before it.
  const [, dots] = /(?:^|\/)((?:\.|%2e){1,2})(?:\/|$)/i.exec(path) ?? [];
  return dots === undefined ? path : refuse({ ...operation, argument: 'path' }, `has a segment "${dots}"`);
}

/** Encodes a scalar as one path segment. An empty value, `.` and `..` would address another resource and are rejected. */
export function encodeSegment(value: unknown, place: Place): string {
  if (isAbsent(value)) refuse(place, 'is required');
  return percentEncode(checkSegment(scalarText(value, place), place), place);
}

/** @throws {ChatInputError} if URL parsers would remove the segment: it is empty, `.` or `..`. */
export function checkSegment(text: string, place: Place): string {
  if (text !== '' && text !== '.' && text !== '..') return text;
  return refuse(place, `must not be ${text === '' ? 'empty' : `"${text}"`}`);
}
