import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Two letters at least, so that a Windows drive is not a scheme. */
const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;

/** The scheme of a URL in lower case; undefined for a path. */
export function schemeOf(location: string): string | undefined {
  const [, scheme] = SCHEME.exec(location) ?? [];
  return scheme?.toLowerCase();
}

/** Returns a URL unchanged, anything else as an absolute path. */
export function resolveLocation(base: string, location: string): string {
  const scheme = schemeOf(location);
  if (scheme === 'file') return fileURLToPath(location);
  return scheme === undefined ? resolve(base, location) : location;
}

/** Whether `path` is `folder` or is below it. */
export function isWithin(folder: string, path: string): boolean {
  const down = relative(folder, path);
  return down !== '..' && !down.startsWith(`..${sep}`) && !isAbsolute(down);
}

/** The path as a user in `cwd` would write it: relative if below, otherwise absolute. A URL is returned unchanged. */
export function displayPath(cwd: string, path: string): string {
  if (schemeOf(path) !== undefined) return path;
  const down = relative(cwd, path);
  return down === '' || !isWithin(cwd, path) ? path : down.split(sep).join('/');
}
