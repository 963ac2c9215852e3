import { lstatSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMember, workspaceAbove, workspaceAt } from '../config/workspaces.js';

/**
 * Makes the output folder an npm workspace, so that `npm install` there links the client to its types package before either is
 * published; one that an earlier run made for another API is extended. Does nothing if the folder has another `package.json`, or if
 * a workspace above it contains the packages.
 */
export async function ensureWorkspace(out: string, folders: readonly string[]): Promise<void> {
  const file = join(out, 'package.json');
  const stats = lstatSync(file, { throwIfNoEntry: false });
  const former = workspaceAt(out)?.patterns ?? [];
  if (stats !== undefined && !(stats.isFile() && readFileSync(file, 'utf8') === manifestOf(former))) return;
  const isInWorkspace = (folder: string): boolean =>
    workspaceAbove(dirname(out), (workspace) => isMember(workspace, join(out, folder))) !== undefined;
  const wanted = new Set([...former, ...folders]);
  if (wanted.size === former.length || folders.every(isInWorkspace)) return;
  await writeFile(file, manifestOf([...wanted]), { flag: stats === undefined ? 'wx' : 'w' });
}

function manifestOf(workspaces: readonly string[]): string {
  return `${JSON.stringify({ private: true, workspaces }, null, 2)}\n`;
}
