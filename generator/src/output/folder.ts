import fs from 'node:fs';
import { join } from 'node:path';
import { compareText, errorCode } from '../problems/index.js';
import { isIgnored } from './ignored.js';
import { MANIFEST_NAME, type OutHolds } from './package-output.js';

/** A parameter, so that tests can make any step fail. */
export type FileSystem = typeof fs;

export const nodeFileSystem: FileSystem = fs;

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** Relative POSIX path -> kind of the entry, sorted by path. `ignored` entries are not searched. */
export type Inventory = ReadonlyMap<string, EntryKind | 'ignored'>;

function kindOf(entry: Pick<fs.Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** What exists at a path, without following a link; undefined if nothing does. */
export function kindAt(fileSystem: FileSystem, path: string): EntryKind | undefined {
  try {
    return kindOf(fileSystem.lstatSync(path));
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) throw error;
    return undefined;
  }
}

/** The output folder itself may be reached through links: the user named it. */
export function resolveOutDir(fileSystem: FileSystem, outDir: string): string {
  return kindAt(fileSystem, outDir) === undefined ? outDir : fileSystem.realpathSync(outDir);
}

/**
 * Everything in a folder. Links are listed and never followed.
 *
 * @param isOmitted the paths whose contents do not matter
 */
export function takeInventory(
  fileSystem: FileSystem,
  root: string,
  isOmitted: (path: string) => boolean = isIgnored,
): Inventory {
  const found: [string, EntryKind | 'ignored'][] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of fileSystem.readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = isOmitted(path) ? 'ignored' : kindOf(entry);
      found.push([path, kind]);
      if (kind === 'folder') waiting.push(path);
    }
  }
  return new Map(found.sort(([left], [right]) => compareText(left, right)));
}

/** npm's files in the folder of a workspace. */
const WORKSPACE_FILES: readonly string[] = ['package.json', 'package-lock.json'];

/** Something in the output folder that is in none of the packages; its path is relative to the output folder. */
export interface Stray {
  readonly path: string;
  /** `former`: a generated package with another name or document, reported as one. */
  readonly kind: 'foreign' | 'former';
}

/** Lists what is in the output folder besides the packages. */
export function findStrays(
  fileSystem: FileSystem,
  outDir: string,
  folders: readonly string[],
  outHolds: OutHolds,
): Stray[] {
  if (outHolds === 'anything' || kindAt(fileSystem, outDir) !== 'folder') return [];
  const mayHaveOthers = outHolds === 'packages';
  const strays = fileSystem.readdirSync(outDir, { withFileTypes: true }).flatMap((entry): Stray[] => {
    const { name } = entry;
    if (folders.includes(name) || isIgnored(name)) return [];
    if (kindOf(entry) !== 'folder')
      return mayHaveOthers && WORKSPACE_FILES.includes(name) ? [] : [{ path: name, kind: 'foreign' }];
    if (mayHaveOthers) return [];
    if (kindAt(fileSystem, join(outDir, name, MANIFEST_NAME)) === 'file') return [{ path: name, kind: 'former' }];
    const below = [...takeInventory(fileSystem, join(outDir, name))];
    return below.flatMap(([path, kind]) =>
      kind === 'folder' || kind === 'ignored' ? [] : [{ path: `${name}/${path}`, kind: 'foreign' }],
    );
  });
  return strays.sort((left, right) => compareText(left.path, right.path));
}
