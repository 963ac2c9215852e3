import { ChatInputError } from '../errors/input-error.js';
import { isFunction } from '../known-options.js';
import { type Place, refuse } from './place.js';
import { describe, isPlainObject } from './scalar.js';

/** Deeper than any real body, and far below the depth at which `JSON.stringify` overflows the stack. */
const greatestDepth = 1000;

/**
 * Serialises a value as JSON. Fields that are `undefined` are omitted; values that JSON would silently change or lose (`NaN`,
 * `bigint`, a `Map`, a cycle) are rejected.
 * @throws {ChatInputError} with the path of the value, such as `body/options/0/text`.
 */
export function toJson(value: unknown, place: Place): string {
  const path: (string | number)[] = [];
  const ancestors = new Set<unknown>();
  const fail = (problem: string, longest?: number) => refuse(place, problem, path.slice(0, longest));
  const check = (item: unknown): void => {
    if (item === null || typeof item === 'string' || typeof item === 'boolean' || Number.isFinite(item)) return;
    if (item instanceof Date) {
      if (Number.isNaN(item.getTime())) fail('is an invalid date');
      return;
    }
    if (ancestors.has(item)) fail('contains a circular reference');
    if (ancestors.size > greatestDepth) fail(`is nested more than ${greatestDepth} levels deep`, 5);
    ancestors.add(item);
    const isArray = Array.isArray(item);
    // Node's `Buffer.toJSON` returns an array of numbers, which is never intended.
    if (typeof item === 'object' && !ArrayBuffer.isView(item) && isFunction(Object(item).toJSON)) {
      check(Object(item).toJSON(path.at(-1) ?? ''));
    } else if (isArray || isPlainObject(item)) {
      for (const [key, inner] of isArray ? item.entries() : Object.entries(item)) {
        if (inner === undefined && !isArray) continue;
        path.push(key);
        check(inner);
        path.pop();
      }
    } else {
      fail(`is ${typeof item === 'number' ? item : describe(item)}, which JSON does not support`);
    }
    ancestors.delete(item);
  };
  try {
    check(value);
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof ChatInputError) throw error;
    // A getter, proxy or `toJSON` of the caller threw; the error may contain anything.
    return refuse(place, 'cannot be read', path);
  }
}
