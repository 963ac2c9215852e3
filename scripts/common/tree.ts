import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Installed, built or git's own folders, which are not part of the project. */
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', '.cache', 'dist']);

/** A file's content, or the target of a symbolic link, by path below a folder, with `/` as separator. */
export type Tree = ReadonlyMap<string, string>;

/** The files of a project by content: all except what is installed, built or git's own. */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (LEFT_OUT.has(name)) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const stats = lstatSync(join(root, path));
      if (stats.isDirectory()) visit(path);
      else if (stats.isSymbolicLink()) tree.set(path, `-> ${readlinkSync(join(root, path))}`);
      else if (stats.isFile()) tree.set(path, fingerprint(readFileSync(join(root, path))));
    }
  };
  visit('');
  return tree;
}

function fingerprint(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

export interface TreeChanges {
  /** New or different in the second tree. */
  readonly written: readonly string[];
  /** In the first tree only. */
  readonly removed: readonly string[];
}

export function compareTrees(before: Tree, after: Tree): TreeChanges {
  return {
    written: [...after].filter(([path, content]) => before.get(path) !== content).map(([path]) => path),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
}
