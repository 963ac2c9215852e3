import { isPlainObject } from '../encode/scalar.js';
import { isStream } from '../encode/sources.js';
import { namesOf } from '../pages/paths.js';
import type { FakeType } from './data.js';

/** A value of a type: date-times are `Date`s, ids depend on `serial`. */
export function makeValue({ value, dates = [], ids = [] }: FakeType, serial: number): unknown {
  const root = { value: structuredClone(value) };
  for (const pointer of dates) changeAt(root, `value${pointer}`, (text) => new Date(String(text)));
  for (const name of ids) changeAt(root, `value/${name}`, (id) => varied(id, serial));
  return root.value;
}

/** Replaces the value at a path, in place, if it exists. */
export function changeAt(root: object, path: string, change: (value: unknown) => unknown): void {
  const names = namesOf(path);
  const last = names.pop() ?? '';
  let holder: unknown = root;
  for (const name of names) holder = isHolderOf(holder, name) ? Reflect.get(holder, name) : undefined;
  if (isHolderOf(holder, last)) Reflect.set(holder, last, change(Reflect.get(holder, last)));
}

function isHolderOf(value: unknown, name: string): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

/** Another value of the same kind: another id, an earlier date-time, a larger number. */
export function varied(value: unknown, serial: number): unknown {
  if (typeof value === 'number') return value + serial;
  if (typeof value !== 'string') return value;
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)) {
    return value.slice(0, -12) + serial.toString(16).padStart(12, '0');
  }
  const time = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? `${value}-${serial}` : new Date(time - serial * 1000).toISOString();
}

/** Copies plain objects and arrays; dates, files and the like are shared. */
export function snapshot(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snapshot);
  if (!isPlainObject(value) || isStream(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, snapshot(item)]));
}
