import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Makes the output folder an npm workspace, so that `npm install` there links the client to its types package before
 * either is published. Left alone when it has a `package.json` already, or lies inside a workspace.
 */
export async function ensureWorkspace(out: string, folders: readonly string[]): Promise<void> {
  if (existsSync(join(out, 'package.json')) || isInsideWorkspace(dirname(out))) return;
  const manifest = { private: true, workspaces: folders };
  await writeFile(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
}

function isInsideWorkspace(folder: string): boolean {
  const path = join(folder, 'package.json');
  if (existsSync(path) && readFileSync(path, 'utf8').includes('"workspaces"')) return true;
  const parent = dirname(folder);
  return parent !== folder && isInsideWorkspace(parent);
}
