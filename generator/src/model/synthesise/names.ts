/** A deterministic hash of a text (FNV-1a, 32 bits), from 0 up. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** A whole number from 1 to 997 that differs between most properties. */
export function numberFor(name: string): number {
  return name === '' ? 1 : 1 + (hash(name) % 997);
}

/** The fixed instant of examples, and the start of others: 2026-01-02T03:04:05.678Z. */
export const INSTANT = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

/** An instant that differs between most properties, in milliseconds. */
export function instantFor(number: number): number {
  return INSTANT + number * 61_007;
}

/** A text made of the name that is safe in a header, a path and a query. */
export function textFor(name: string, variant = 0): string {
  const text = name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'value';
  return variant === 0 ? text : `${text}-${variant + 1}`;
}
