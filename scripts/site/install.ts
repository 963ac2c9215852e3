import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../project/run.js';

/**
 * Installs what a folder's lock file lists, unless that very lock file is what was installed last.
 *
 * @returns what npm printed when it failed.
 */
export async function installIfNeeded(folder: string): Promise<string | undefined> {
  const stamp = join(folder, 'node_modules', '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;
  const { ok, output } = await run('npm', ['ci'], { cwd: folder });
  if (!ok) return output;
  writeFileSync(stamp, wanted);
  return undefined;
}
