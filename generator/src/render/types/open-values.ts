import type { OpenKind } from '../../schema/index.js';

/** A key that no schema has: a reference to it stands for any other value of a kind beside those of an enum. */
export function openKey(kind: OpenKind): string {
  return `open:${kind}`;
}

/** What is written for such references, by their keys. */
export const openValues: ReadonlyMap<string, string> = new Map([
  [openKey('string'), '(string & {})'],
  [openKey('number'), '(number & {})'],
]);
