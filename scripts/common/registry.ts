import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installOnce } from './install.js';
import { start, waitForOutput } from './process.js';

export interface LocalRegistry {
  readonly url: string;
  close(): void;
}

const HOME = resolve('scripts/common/registry');

/** Starts an empty registry on loopback, installing it first if necessary. */
export async function startRegistry(work: string): Promise<LocalRegistry> {
  await installOnce(HOME);
  mkdirSync(work, { recursive: true });
  const ending = new AbortController();
  const server = start(process.execPath, [join(HOME, 'server.mjs'), work], { signal: ending.signal });
  return { url: await waitForOutput(server, /listening on (\S+)/), close: () => ending.abort() };
}
