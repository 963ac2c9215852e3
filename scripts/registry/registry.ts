import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from '../project/run.js';

export interface LocalRegistry {
  readonly url: string;
  close(): void;
}

const HOME = resolve('scripts/registry');

/** Starts an empty registry on loopback, installing it first where it is not. */
export async function startRegistry(work: string): Promise<LocalRegistry> {
  if (!existsSync(join(HOME, 'node_modules'))) {
    const { ok, output } = await run('npm', ['ci', '--ignore-scripts'], { cwd: HOME });
    if (!ok) throw new Error(`The registry can't be installed.\n${output}`);
  }
  mkdirSync(work, { recursive: true });
  const child = spawn(process.execPath, [join(HOME, 'server.mjs'), work], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /listening on (\S+)/.exec(line) ?? [];
    if (url !== undefined) return { url, close: () => child.kill() };
  }
  throw new Error('The registry ended before it listened.');
}
