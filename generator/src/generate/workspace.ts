import { lstatSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { errorCode } from '../problems/index.js';

/**
 * Makes the output folder an npm workspace, so that `npm install` there links the client to its types package before either is
 * published. Does nothing if it already has a `package.json`, or if a workspace above it contains the packages.
 */
export async function ensureWorkspace(out: string, folders: readonly string[]): Promise<void> {
  if (lstatSync(join(out, 'package.json'), { throwIfNoEntry: false }) !== undefined) return;
  if (folders.every((folder) => isInWorkspace(join(out, folder), dirname(out)))) return;
  const manifest = { private: true, workspaces: folders };
  await writeFile(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
}

/** Whether a `package.json` at or above `root` names the folder among its workspaces. */
function isInWorkspace(folder: string, root: string): boolean {
  const path = relative(root, folder).split(sep).join('/');
  if (workspacesOf(join(root, 'package.json')).some((pattern) => matches(path, pattern))) return true;
  const parent = dirname(root);
  return parent !== root && isInWorkspace(folder, parent);
}

function workspacesOf(manifest: string): readonly string[] {
  try {
    const { workspaces }: { workspaces?: unknown } = JSON.parse(readFileSync(manifest, 'utf8'));
    return Array.isArray(workspaces) ? workspaces.filter((pattern) => typeof pattern === 'string') : [];
  } catch (error) {
    // There is no manifest, or none that npm could read.
    if (error instanceof SyntaxError || errorCode(error) !== undefined) return [];
    throw error;
  }
}

/** Matches npm's workspace patterns as used in practice: names, `*` for one segment, `**` for any number. */
function matches(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/^\.\/|\/$/g, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (star) => (star === '*' ? '[^/]+' : '.*'));
  return new RegExp(`^${source}$`).test(path);
}
