/**
 * Whether an error is one that a call is known to throw, by its code or its name. The class does not say: an error of Node's
 * own may be of another realm.
 */
export function isKnown(error: unknown, known: RegExp): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return known.test('code' in error ? String(error.code) : 'name' in error ? String(error.name) : '');
}
