import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installOnce } from './install.js';
import { start, waitForOutput } from './process.js';
import { inTemporaryFolder } from './temporary.js';

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

/** Works in a temporary folder, with an empty registry on loopback. */
export function withRegistry<Result>(
  name: string,
  work: (folder: string, url: string) => Promise<Result>,
): Promise<Result> {
  return inTemporaryFolder(name, async (folder) => {
    const registry = await startRegistry(join(folder, 'registry'));
    try {
      return await work(folder, registry.url);
    } finally {
      registry.close();
    }
  });
}
