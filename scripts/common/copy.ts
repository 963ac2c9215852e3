import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { readTree, type Tree } from './tree.js';

/**
 * Copies a project into an empty folder in which its programs work: workspaces are the copy's own, all other installed packages
 * are the project's.
 *
 * @returns what was copied.
 */
export async function copyProject(root: string, target: string): Promise<Tree> {
  const tree = readTree(root);
  for (const path of tree.keys()) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    await cp(join(root, path), join(target, path), { verbatimSymlinks: true });
  }
  linkInstallation(root, target, tree);
  return tree;
}

/** Links the installed packages of the project into a copy. */
export function linkInstallation(root: string, target: string, tree: Tree = readTree(root)): void {
  for (const folder of new Set(['.', ...[...tree.keys()].map((path) => dirname(path))])) {
    linkPackages(root, target, join(folder, 'node_modules'));
  }
}

/** Links each package of an installation; in scopes and in `.bin`, one level deeper. */
function linkPackages(root: string, target: string, folder: string): void {
  if (!existsSync(join(root, folder))) return;
  mkdirSync(join(target, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder))) {
    const path = join(folder, name);
    if (name === '.cache') continue;
    if (name === '.bin' || (name.startsWith('@') && lstatSync(join(root, path)).isDirectory())) {
      linkPackages(root, target, path);
    } else {
      symlinkSync(linkTarget(root, path), join(target, path));
    }
  }
}

/** A link into the project's own folders, which the copy has too, is kept; others are resolved. */
function linkTarget(root: string, path: string): string {
  const place = join(root, path);
  if (!lstatSync(place).isSymbolicLink()) return place;
  const isOwn = !relative(realpathSync(root), realpathSync(place)).split(sep).includes('node_modules');
  return isOwn ? readlinkSync(place) : place;
}
