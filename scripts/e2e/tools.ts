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
  const text: unknown = JSON.parse(readFileSync(toolFile(name, 'package.json'), 'utf8'));
  return typeof text === 'object' && text !== null && 'version' in text
    ? String(text.version).replace(/^v/, '')
    : 'unknown';
}

/** A JavaScript runtime: its path; undefined if there is none for this platform. */
export interface Runtime {
  readonly title: string;
  readonly version: string;
  readonly command: string | undefined;
}

/** Each runtime's program among packages for one platform each. */
const PROGRAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'node-20': { 'linux-x64': 'node-20/bin/node' },
  'node-22': { 'linux-x64': 'node-22/bin/node' },
  'node-24': { 'linux-x64': 'node-24/bin/node' },
  deno: {
    'linux-x64': '@deno/linux-x64-glibc/deno',
    'linux-arm64': '@deno/linux-arm64-glibc/deno',
    'darwin-arm64': '@deno/darwin-arm64/deno',
    'darwin-x64': '@deno/darwin-x64/deno',
  },
  bun: {
    'linux-x64': '@oven/bun-linux-x64/bin/bun',
    'linux-arm64': '@oven/bun-linux-aarch64/bin/bun',
    'darwin-arm64': '@oven/bun-darwin-aarch64/bin/bun',
    'darwin-x64': '@oven/bun-darwin-x64/bin/bun',
  },
  workerd: {
    'linux-x64': '@cloudflare/workerd-linux-64/bin/workerd',
    'linux-arm64': '@cloudflare/workerd-linux-arm64/bin/workerd',
    'darwin-arm64': '@cloudflare/workerd-darwin-arm64/bin/workerd',
    'darwin-x64': '@cloudflare/workerd-darwin-64/bin/workerd',
  },
};

export type NodeMajor = 20 | 22 | 24;

/** @param name of the package. */
export function runtime(title: string, name: string): Runtime {
  const path = PROGRAMS[name]?.[`${process.platform}-${process.arch}`];
  const command = path !== undefined && existsSync(toolFile(path)) ? toolFile(path) : undefined;
  // Node is an optional package, the others have a package for every platform.
  const isInstalled = existsSync(toolFile(name, 'package.json'));
  return { title, version: isInstalled ? versionOf(name) : '', command };
}
