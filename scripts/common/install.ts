import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './process.js';

/**
 * Installs what a folder's lock file lists, unless that very lock file is what was installed last. No install script
 * runs.
 *
 * @throws {CommandError} with what npm printed.
 */
export async function installOnce(folder: string, signal?: AbortSignal): Promise<void> {
  const wanted = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  // Written when an installation has come to its end.
  const installed = join(folder, 'node_modules', '.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.error(`Installing what ${folder} lists; this takes a minute or two the first time ...`);
  await must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, signal });
  writeFileSync(installed, wanted);
}
