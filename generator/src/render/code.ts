import { propertyKey } from './encode.js';

/** `{ key: code, ... }` on one line; the values are code already. */
export function objectLiteral(entries: readonly (readonly [key: string, code: string])[]): string {
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, code]) => `${propertyKey(key)}: ${code}`).join(', ')} }`;
}

/** One item a line, at an indentation; `[]` when there is none. */
export function arrayLines(items: readonly string[], indent: string): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}
