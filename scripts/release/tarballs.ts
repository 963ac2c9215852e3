import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extract, list } from 'tar';
import { run } from '../project/run.js';
import type { ReleasedPackage } from './packages.js';
import { ReleaseError } from './release-error.js';

/** A package as npm would send it. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  /** Absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** As npm's registry and lock files give it: `sha512-` and base64. */
  readonly integrity: string;
  /** Where it is unpacked. */
  readonly unpacked: string;
  /** The paths in it, sorted, below its folder `package`; a directory or link is told by its kind behind its path. */
  readonly files: readonly string[];
}

/**
 * Packs a built package by npm, running none of its scripts, and unpacks the result.
 *
 * @param out the folder of the tarball.
 * @throws {ReleaseError} when npm can't pack it.
 */
export async function packPackage(
  copy: string,
  { folder, manifest: { name, version } }: ReleasedPackage,
  out: string,
  unpacked: string,
): Promise<Tarball> {
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', out];
  const { ok, output } = await run('npm', args, { cwd: join(copy, folder) });
  const file = output.trim().split('\n').at(-1) ?? '';
  if (!ok) throw new ReleaseError(`npm can't pack ${name}: ${file || 'it gave no reason'}.`);
  const path = join(out, basename(file));
  const content = readFileSync(path);
  mkdirSync(unpacked, { recursive: true });
  await extract({ file: path, cwd: unpacked, strip: 1 });
  const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
  return { name, version, path, size: content.length, integrity, unpacked, files: await namesIn(path) };
}

async function namesIn(path: string): Promise<string[]> {
  const names: string[] = [];
  await list({
    file: path,
    onReadEntry: (entry) => {
      const name = entry.path.replace(/^package\//, '');
      names.push(entry.type === 'File' ? name : `${name} (${entry.type})`);
    },
  });
  return names.sort();
}
