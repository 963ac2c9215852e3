import { lstatSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMember, workspaceAbove } from '../config/workspaces.js';

/**
 * Makes the output folder an npm workspace, so that `npm install` there links the client to its types package before either is
 * published. Does nothing if it already has a `package.json`, or if a workspace above it contains the packages.
 */
export async function ensureWorkspace(out: string, folders: readonly string[]): Promise<void> {
  if (lstatSync(join(out, 'package.json'), { throwIfNoEntry: false }) !== undefined) return;
  const isInWorkspace = (folder: string): boolean =>
    workspaceAbove(dirname(out), (workspace) => isMember(workspace, join(out, folder))) !== undefined;
  if (folders.every(isInWorkspace)) return;
  const manifest = { private: true, workspaces: folders };
  await writeFile(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
}
