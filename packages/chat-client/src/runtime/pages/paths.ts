/** Paths into plain values: JSON Pointers (RFC 6901) without the leading slash; empty for the value itself. */

/** Returns the value at a path; own properties only. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const name of namesOf(path)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

/** Returns a copy of the value with a replacement at a path. */
export function withValueAt(value: unknown, path: string, replacement: unknown): unknown {
  return replaceAt(value, namesOf(path), replacement);
}

function replaceAt(value: unknown, [name, ...rest]: readonly string[], replacement: unknown): unknown {
  if (name === undefined) return replacement;
  const fields = typeof value === 'object' && value !== null ? { ...value } : {};
  const before = Object.hasOwn(fields, name) ? Reflect.get(fields, name) : undefined;
  return { ...fields, [name]: replaceAt(before, rest, replacement) };
}

/** Deep-copies plain objects, arrays and dates; other values are shared. */
export function copyPlain(value: unknown, copies: Map<unknown, unknown> = new Map()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const item of value) list.push(copyPlain(item, copies));
    return list;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value instanceof Date ? new Date(value) : value;
  const copy: Record<string, unknown> = Object.create(null);
  copies.set(value, copy);
  for (const [name, item] of Object.entries(value)) copy[name] = copyPlain(item, copies);
  return copy;
}

export function namesOf(path: string): string[] {
  return path === '' ? [] : path.split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}
