import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const load = createRequire(import.meta.url);

/** What a file of the build exports: beside the built generator, or, when run from source, as the last build wrote it. */
export function loadBuilt<Value>(file: string): Value | undefined {
  const places = [file, `../../dist/${file}`].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const place = places.find((path) => existsSync(path));
  return place === undefined ? undefined : load(place);
}
