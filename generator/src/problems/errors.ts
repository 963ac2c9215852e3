/** The code of a system error, such as `ENOENT`; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Whether an error is one that a call is known to throw, by its code or name. Its class is not reliable: Node's own errors may be
 * of another realm.
 */
export function isKnown(error: unknown, known: RegExp): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return known.test('code' in error ? String(error.code) : 'name' in error ? String(error.name) : '');
}

/** Returns the result of file operations; undefined if the system rejects them, for instance because a file is missing. */
export function unlessRefused<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
