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
  const path: (string | number)[] = [];
  try {
    checkJson(value, { place, path, ancestors: new Set() });
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof ChatInputError) throw error;
    // A getter, proxy or `toJSON` of the caller threw; the error may contain anything.
    return refuse(place, 'cannot be read', path);
  }
}

interface Walk {
  readonly place: Place;
  readonly path: (string | number)[];
  readonly ancestors: Set<object>;
}

function checkJson(value: unknown, walk: Walk): void {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object') {
    refuse(
      walk.place,
      `is ${typeof value === 'number' ? value : describe(value)}, which JSON does not support`,
      walk.path,
    );
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) refuse(walk.place, 'is an invalid date', walk.path);
    return;
  }
  if (walk.ancestors.has(value)) refuse(walk.place, 'contains a circular reference', walk.path);
  if (walk.ancestors.size > greatestDepth) {
    refuse(walk.place, `is nested more than ${greatestDepth} levels deep`, walk.path.slice(0, 5));
  }
  walk.ancestors.add(value);
  // Node's `Buffer.toJSON` returns an array of numbers, which is never intended.
  if ('toJSON' in value && typeof value.toJSON === 'function' && !ArrayBuffer.isView(value)) {
    checkJson(value.toJSON(walk.path.at(-1) ?? ''), walk);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) checkAt(index, value[index], walk);
  } else if (isPlainObject(value)) {
    for (const name of Object.keys(value)) {
      const item = value[name];
      if (item !== undefined) checkAt(name, item, walk);
    }
  } else {
    refuse(walk.place, `is ${describe(value)}, which JSON does not support`, walk.path);
  }
  walk.ancestors.delete(value);
}

function checkAt(key: string | number, value: unknown, walk: Walk): void {
  walk.path.push(key);
  checkJson(value, walk);
  walk.path.pop();
}
