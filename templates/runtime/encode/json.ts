import { ChatInputError } from '../errors/input-error.js';
import { type Place, refuse } from './place.js';
import { describe, isPlainObject } from './scalar.js';

/** Deeper than any real body, and far from the depth at which `JSON.stringify` overflows the stack. */
const greatestDepth = 1000;

/**
 * A value as JSON text. Fields that are `undefined` are dropped; anything else that JSON would change or lose without
 * a word (`NaN`, `bigint`, a `Map`, a cycle) is refused, with its place.
 * @throws {ChatInputError} naming the place, such as `body/options/0/text`.
 */
export function toJson(value: unknown, place: Place): string {
  const path: (string | number)[] = [];
  try {
    checkJson(value, { place, path, ancestors: new Set() });
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof ChatInputError) throw error;
    // A getter, a proxy or a `toJSON` of the caller's failed: what it threw may hold anything.
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
    refuse(walk.place, `is ${typeof value === 'number' ? value : describe(value)}, which JSON cannot hold`, walk.path);
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) refuse(walk.place, 'is an invalid date', walk.path);
    return;
  }
  if (walk.ancestors.has(value)) refuse(walk.place, 'holds itself, which JSON cannot', walk.path);
  if (walk.ancestors.size > greatestDepth) {
    refuse(walk.place, `is nested more than ${greatestDepth} levels deep`, walk.path.slice(0, 5));
  }
  walk.ancestors.add(value);
  // Node's bytes have a `toJSON` of their own: a list of numbers, which nobody means.
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
    refuse(walk.place, `is ${describe(value)}, which JSON would not keep`, walk.path);
  }
  walk.ancestors.delete(value);
}

function checkAt(key: string | number, value: unknown, walk: Walk): void {
  walk.path.push(key);
  checkJson(value, walk);
  walk.path.pop();
}
