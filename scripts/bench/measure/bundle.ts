import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { CACHE } from '../tools.js';

/** Where bundled programs stand: from here, packages are the peers', and the project's own. */
export const PROGRAMS = join(CACHE, 'programs');

/**
 * Makes a program of `scripts/bench/programs`, or of the cache, one that Node runs. Packages stay imports.
 *
 * @returns its file.
 */
export async function bundleProgram(entry: string, name: string): Promise<string> {
  const file = join(PROGRAMS, `${name}.mjs`);
  mkdirSync(PROGRAMS, { recursive: true });
  await build({
    entryPoints: [resolve(entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return file;
}
