import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the packages, in their order, when a source of one is newer than what was built of it.
 * @throws {Error} when that fails.
 */
export function ensureBuilt(packages: readonly string[]): void {
  if (packages.every(isBuilt)) return;
  for (const cwd of packages) {
    const options = { cwd, stdio: 'inherit', shell: process.platform === 'win32' } as const;
    const { status } = spawnSync('npm', ['run', '--silent', 'build'], options);
    if (status !== 0) throw new Error(`${cwd} could not be built.`);
  }
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
