import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './process.js';

/**
 * Installs the packages of a folder's lock file, unless it was installed before. Install scripts are not run.
 *
 * @throws {CommandError} with the output of npm.
 */
export async function installOnce(folder: string, signal?: AbortSignal): Promise<void> {
  const wanted = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  // Written when an installation is complete.
  const installed = join(folder, 'node_modules', '.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.error(`Installing what ${folder} lists; this takes a minute or two the first time ...`);
  await must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, signal });
  writeFileSync(installed, wanted);
}
