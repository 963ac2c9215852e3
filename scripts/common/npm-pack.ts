import { join } from 'node:path';
import { must } from './process.js';
import { Failure } from './script.js';

/** What npm prints of a tarball. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** Of the tarball. */
  readonly filename: string;
  readonly size: number;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/**
 * Packs a package as npm would publish it, without its scripts.
 *
 * @param destination the folder of the tarball.
 * @returns the path of the tarball as well.
 */
export async function npmPack(folder: string, destination: string): Promise<Packed & { readonly tarball: string }> {
  const args = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', destination];
  const { stdout } = await must('npm', args, { cwd: folder });
  const [packed]: readonly Packed[] = JSON.parse(stdout);
  if (packed === undefined) throw new Failure(`npm packed nothing in ${folder}.`);
  const filename = packed.filename.replace('@', '').replace('/', '-');
  return { ...packed, filename, tarball: join(destination, filename) };
}
