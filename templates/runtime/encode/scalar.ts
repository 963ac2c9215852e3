import { type Place, refuse } from './place.js';

/** Whether a value is omitted from the request. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Converts a string, number, bigint, boolean or `Date` (RFC 3339, UTC) into text. */
export function scalarText(value: unknown, place: Place): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : refuse(place, `must be a finite number, not ${value}`);
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? refuse(place, 'is an invalid date') : value.toISOString();
  }
  return refuse(place, `must be a string, number, boolean or date, not ${describe(value)}`);
}

/** The type of a value, for messages that must not contain the value. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object') return typeof value;
  const tag = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return tag === 'Object' ? 'an object' : `a ${tag}`;
}

/** The items of an array without those that are absent. */
export function presentItems(value: readonly unknown[], place: Place): string[] {
  return value.filter((item) => !isAbsent(item)).map((item) => scalarText(item, place));
}

/** Whether a value is an object but not an array, date or other built-in. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The own fields of an object without those that are absent. */
export function presentFields(value: Readonly<Record<string, unknown>>, place: Place): [string, string][] {
  return Object.entries(value)
    .filter((entry) => !isAbsent(entry[1]))
    .map(([name, item]) => [name, scalarText(item, place)]);
}

/** Percent-encodes all but unreserved characters (RFC 3986, section 2.3, and `!'()*`, which URLs allow). */
export function percentEncode(text: string, place: Place): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return refuse(place, 'contains a lone surrogate, which UTF-8 cannot represent');
  }
}
