import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const load = createRequire(import.meta.url);

/** Beside the built generator; as the last build wrote it for a run from source, and for a program of `scripts/`. */
const FOLDERS = ['.', '../../dist', '../../generator/dist'];

/** What a file of the build exports. */
export function loadBuilt<Value>(file: string): Value | undefined {
  const places = FOLDERS.map((folder) => fileURLToPath(new URL(`${folder}/${file}`, import.meta.url)));
  const place = places.find((path) => existsSync(path));
  return place === undefined ? undefined : load(place);
}
