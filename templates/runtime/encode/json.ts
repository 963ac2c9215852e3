import { ChatInputError } from '../errors/input-error.js';
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
  /** The objects that contain the current value, each with its key in the one before. */
  const ancestors: unknown[] = [];
  const keys: string[] = [];
  function check(this: object, key: string, item: unknown): unknown {
    while (ancestors.length > 0 && ancestors.at(-1) !== this) {
      ancestors.pop();
      keys.pop();
    }
    const fail = (problem: string, longest?: number) => refuse(place, problem, [...keys, key].slice(1, longest));
    // As it was before `toJSON`: Node's `Buffer.toJSON` returns an array of numbers, which is never intended.
    const given: unknown = Reflect.get(this, key);
    if (given instanceof Date && item === null) fail('is an invalid date');
    if (item === null || typeof item === 'string' || typeof item === 'boolean' || Number.isFinite(item)) return item;
    if (item === undefined && !Array.isArray(this)) return item;
    if ((!Array.isArray(item) && !isPlainObject(item)) || ArrayBuffer.isView(given)) {
      fail(`is ${typeof item === 'number' ? item : describe(given)}, which JSON does not support`);
    }
    if (ancestors.includes(item)) fail('contains a circular reference');
    if (ancestors.length > greatestDepth) fail(`is nested more than ${greatestDepth} levels deep`, 6);
    ancestors.push(item);
    keys.push(key);
    return item;
  }
  try {
    return JSON.stringify(value, check);
  } catch (error) {
    if (error instanceof ChatInputError) throw error;
    // A getter, proxy or `toJSON` of the caller threw; the error may contain anything.
    return refuse(place, 'cannot be read', keys.slice(1));
  }
}
