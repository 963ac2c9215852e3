import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { npmPack, type Packed } from '../common/npm-pack.js';
import { run } from '../common/process.js';
import { bundleFaults } from './bundles.js';
import { contentFaults } from './contents.js';
import { expectedFiles, readJson } from './expected-files.js';
import { stageGenerator } from './generator.js';
import { privateOf, secretFaults } from './secrets.js';

export interface Checked extends Packed {
  /** The problems of the tarball, one sentence each. */
  readonly faults: readonly string[];
}

/**
 * Packs a built package, and checks what npm would publish: the exact list of files and their contents, publint, "Are the types
 * wrong?", and bundles for browsers.
 *
 * @param destination the folder of the tarball.
 */
export async function packAndCheck(folder: string, destination: string): Promise<Checked> {
  return check(folder, destination, async ({ files, tarball }) => [
    ...listFaults(files, expectedFiles(folder)),
    ...(await typeFaults(tarball, 'strict')),
    ...(await bundleFaults(folder)),
  ]);
}

/**
 * Packs the generator and checks its tarball.
 *
 * @param root the project.
 * @param folder where the generator is assembled.
 * @param destination the folder of the tarball.
 */
export async function packGenerator(root: string, folder: string, destination: string): Promise<Checked> {
  await stageGenerator(root, folder);
  return check(folder, destination, ({ tarball }) => typeFaults(tarball, 'esm-only'));
}

async function check(
  folder: string,
  destination: string,
  further: (packed: { readonly files: readonly string[]; readonly tarball: string }) => Promise<readonly string[]>,
): Promise<Checked> {
  const { tarball, ...packed } = await npmPack(folder, destination);
  const files = packed.files.map(({ path }) => path);
  const faults = [
    ...contentFaults(folder, files),
    ...(await secretFaults(folder, files, privateOf([`${resolve('.')}/`], process.env))),
    ...(await publintFaults(folder, tarball)),
    ...(await further({ files, tarball })),
  ];
  const size = (packed.size / 1024).toFixed(0);
  console.log(`${relative('.', folder)}: ${files.length} files, ${size} KiB packed, ${faults.length} faults`);
  return { ...packed, faults };
}

function listFaults(files: readonly string[], expected: readonly string[]): readonly string[] {
  return [
    ...files.filter((file) => !expected.includes(file)).map((file) => `${file} is not meant to be published`),
    ...expected.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ];
}

/** Including suggestions. */
async function publintFaults(folder: string, tarball: string): Promise<readonly string[]> {
  const buffer = new Uint8Array(await readFile(tarball)).buffer;
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true, level: 'suggestion' });
  const manifest: Record<string, unknown> = readJson(join(folder, 'package.json'));
  return messages.map((message) => `publint: ${formatMessage(message, manifest, { color: false }) ?? message.code}`);
}

/** "Are the types wrong?": `strict` covers all kinds of module resolution, from `node10` to `bundler`. */
async function typeFaults(tarball: string, profile: 'strict' | 'esm-only'): Promise<readonly string[]> {
  const flags = ['--profile', profile, '--format', 'ascii', '--no-color', '--no-emoji'];
  const { ok, output } = await run('attw', [tarball, ...flags]);
  return ok ? [] : [`attw:\n${output}`];
}
