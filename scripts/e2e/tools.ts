import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCommand } from './process.js';

/** The folder of these checks, which has a lock file of its own. */
export const HOME = resolve('scripts/e2e');

/** Installs what the checks run, unless it is there as the lock file says. */
export async function installTools(signal: AbortSignal): Promise<void> {
  const wanted = readFileSync(join(HOME, 'package-lock.json'), 'utf8');
  // Written when an installation has come to its end.
  const installed = join(HOME, 'node_modules/.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.log('Installing runtimes, compilers and bundlers; this takes a minute or two the first time ...');
  await runCommand('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HOME, signal });
  writeFileSync(installed, wanted);
}

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

/** A program's file among those that packages carry for one platform each; `undefined` where there is none for this one. */
function platformFile(files: Readonly<Record<string, string>>): string | undefined {
  const path = files[`${process.platform}-${process.arch}`];
  return path !== undefined && existsSync(toolFile(path)) ? toolFile(path) : undefined;
}

/** What runs JavaScript: where it is, or that there is none for this platform. */
export interface Runtime {
  readonly title: string;
  readonly version: string;
  readonly command: string | undefined;
}

export type NodeMajor = 20 | 22 | 24;

export function nodeRuntime(major: NodeMajor): Runtime {
  const name = `node-${major}`;
  const command = platformFile({ 'linux-x64': `${name}/bin/node` });
  return { title: `Node ${major}`, version: command === undefined ? '' : versionOf(name), command };
}

export function denoRuntime(): Runtime {
  const command = platformFile({
    'linux-x64': '@deno/linux-x64-glibc/deno',
    'linux-arm64': '@deno/linux-arm64-glibc/deno',
    'darwin-arm64': '@deno/darwin-arm64/deno',
    'darwin-x64': '@deno/darwin-x64/deno',
  });
  return { title: 'Deno', version: versionOf('deno'), command };
}

export function bunRuntime(): Runtime {
  const command = platformFile({
    'linux-x64': '@oven/bun-linux-x64/bin/bun',
    'linux-arm64': '@oven/bun-linux-aarch64/bin/bun',
    'darwin-arm64': '@oven/bun-darwin-aarch64/bin/bun',
    'darwin-x64': '@oven/bun-darwin-x64/bin/bun',
  });
  return { title: 'Bun', version: versionOf('bun'), command };
}

export function workerdRuntime(): Runtime {
  const command = platformFile({
    'linux-x64': '@cloudflare/workerd-linux-64/bin/workerd',
    'linux-arm64': '@cloudflare/workerd-linux-arm64/bin/workerd',
    'darwin-arm64': '@cloudflare/workerd-darwin-arm64/bin/workerd',
    'darwin-x64': '@cloudflare/workerd-darwin-64/bin/workerd',
  });
  return { title: 'workerd', version: versionOf('workerd'), command };
}
