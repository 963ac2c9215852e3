import { type Place, refuse } from './place.js';

/** Absent on the wire. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** A string, number, bigint, boolean or date-time as text; a `Date` as RFC 3339 in UTC. */
export function scalarText(value: unknown, place: Place): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : refuse(place, `is ${value}, which is no number on the wire`);
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? refuse(place, 'is an invalid date') : value.toISOString();
  }
  return refuse(place, `must be text, a number, a boolean or a date, not ${describe(value)}`);
}

/** The kind of a value, for a message that must not hold the value itself. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object') return typeof value;
  const tag = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return tag === 'Object' ? 'an object' : `a ${tag}`;
}

/** The items of an array, the absent ones left out. */
export function presentItems(value: readonly unknown[], place: Place): string[] {
  return value.filter((item) => !isAbsent(item)).map((item) => scalarText(item, place));
}

/** An object that is no array, date or other built-in. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The own fields of an object, the absent ones left out. */
export function presentFields(value: Readonly<Record<string, unknown>>, place: Place): [string, string][] {
  return Object.entries(value)
    .filter((entry) => !isAbsent(entry[1]))
    .map(([name, item]) => [name, scalarText(item, place)]);
}

/** Percent-encoding of everything but unreserved characters (RFC 3986, section 2.3, and `!'()*`, as URLs allow). */
export function percentEncode(text: string, place: Place): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return refuse(place, 'holds half of a surrogate pair, which UTF-8 cannot carry');
  }
}
