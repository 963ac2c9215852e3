import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of these checks, which has its own lock file. */
export const HOME = resolve('scripts/e2e');

/** A file of an installed tool. */
export function toolFile(name: string, path = ''): string {
  return join(HOME, 'node_modules', name, path);
}

/** The version of an installed tool. */
export function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(toolFile(name, 'package.json'), 'utf8'));
  return String(version).replace(/^v/, '');
}

/** A JavaScript runtime, with its version in its title. */
export interface Runtime {
  readonly title: string;
  readonly command: string;
  /** Why it cannot run on this machine, if so. */
  readonly missing: string | undefined;
}

const { arch, platform } = process;

/** The programs in packages for this platform; those of Node are only installed on Linux. */
const PROGRAMS: Readonly<Record<string, string>> = {
  deno: `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}/deno`,
  bun: `@oven/bun-${platform}-${arch === 'arm64' ? 'aarch64' : arch}/bin/bun`,
  workerd: `@cloudflare/workerd-${platform}-${arch === 'x64' ? '64' : arch}/bin/workerd`,
};

/** @param name of the package, such as `node-24`. */
export function runtime(title: string, name: string): Runtime {
  const command = toolFile(PROGRAMS[name] ?? `${name}/bin/node`);
  const version = existsSync(toolFile(name, 'package.json')) ? ` ${versionOf(name)}` : '';
  return { title: title + version, command, missing: existsSync(command) ? undefined : 'not in npm for this platform' };
}
