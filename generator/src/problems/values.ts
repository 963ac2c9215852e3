import { isKnown } from './errors.js';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name itself if it is free, otherwise with the first number that makes it free. */
export function freeName(name: string, isTaken: (name: string) => boolean, separator = ''): string {
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${name}${separator}${count}`;
  return free;
}

/** Sorts by code unit, the same on every machine. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** A number of things, such as `2,000 types`. */
export function counted(count: number, noun: string): string {
  // Not `toLocaleString`: its first call takes longer than a whole unchanged run.
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}

/** The text of bytes in UTF-8, without a byte order mark; undefined for any other bytes. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isKnown(error, /^ERR_ENCODING_INVALID_ENCODED_DATA$/)) return undefined;
    throw error;
  }
}

/** The value of a JSON text; undefined for any other text. */
export function jsonOf<Value = unknown>(text: string): Value | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
