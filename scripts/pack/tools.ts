import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readJson } from './expected-files.js';

/** What publint has to say of a tarball, suggestions too. */
export async function publintFaults(folder: string, tarball: string): Promise<readonly string[]> {
  const bytes = await readFile(tarball);
  const buffer = new Uint8Array(bytes).buffer;
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true, level: 'suggestion' });
  const manifest: Record<string, unknown> = readJson(join(folder, 'package.json'));
  return messages.map((message) => `publint: ${formatMessage(message, manifest, { color: false }) ?? message.code}`);
}

/** What "Are the types wrong?" has to say of a tarball, for every way of resolving, from `node10` to `bundler`. */
export function typeFaults(tarball: string): readonly string[] {
  const flags = ['--profile', 'strict', '--format', 'ascii', '--no-color', '--no-emoji'];
  const { status, stdout, stderr, error } = spawnSync('attw', [tarball, ...flags], { encoding: 'utf8' });
  if (error) return [`attw did not run: ${error.message}`];
  return status === 0 ? [] : [`attw:\n${stdout}${stderr}`];
}
