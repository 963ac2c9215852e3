import type { Operation } from '../operation.js';
import { type Place, refuse } from './place.js';
import { isAbsent, percentEncode, scalarText } from './scalar.js';

/** The path of a request: every `{name}` of the template replaced by its value. */
export function encodePath(operation: Operation, values: ReadonlyMap<string, string>): string {
  const path = operation.path
    .replace(/\{([^{}]*)\}/g, (_, name: string) => {
      return values.get(name) ?? refuse({ ...operation, argument: name }, 'is in the path but is no parameter');
    })
    .replaceAll('#', '%23');
  // Whatever stood before or behind the values: a URL would take such a segment away, and the one before it.
  const dots = path.split('/').find((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
  return dots === undefined ? path : refuse({ ...operation, argument: 'path' }, `has a segment "${dots}"`);
}

/**
 * A scalar as one path segment, percent-encoded so that it stays inside it.
 * An empty value, `.` and `..` would name another resource: they are refused.
 */
export function encodeSegment(value: unknown, place: Place): string {
  if (isAbsent(value)) refuse(place, 'is missing: the path needs it');
  return percentEncode(checkSegment(scalarText(value, place), place), place);
}

/** @throws {ChatInputError} for what a URL would take away: nothing, `.` and `..`. */
export function checkSegment(text: string, place: Place): string {
  if (text !== '' && text !== '.' && text !== '..') return text;
  return refuse(place, `is ${text === '' ? 'empty' : `"${text}"`}, which would name another path`);
}
