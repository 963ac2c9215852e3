import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the packages when a source is newer than what was built of it. */
export function ensureBuilt(root: string, packages: readonly string[]): void {
  if (packages.every(isBuilt)) return;
  const built = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) throw new Error('The packages could not be built.');
}

function isBuilt(folder: string): boolean {
  const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  return sources
    .filter((name) => name.endsWith('.ts'))
    .every((name) => {
      const output = join(folder, 'dist', name.replace(/\.ts$/, '.js'));
      return existsSync(output) && statSync(output).mtimeMs >= statSync(join(folder, 'src', name)).mtimeMs;
    });
}
