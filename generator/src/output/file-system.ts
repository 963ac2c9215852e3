import fs from 'node:fs';
import { errorCode } from '../problems/index.js';

/** What is done to the output folder. An interface, so that tests can break any one step. */
export type FileSystem = Pick<
  typeof fs,
  | 'lstatSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

export const nodeFileSystem: FileSystem = fs;

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export function kindOf(entry: Pick<fs.Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** The path that a system error is about: of a renaming, the new one. */
export function failedPath(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const path = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? path : undefined;
}

/** The output folder itself may be reached through links: the user named it. */
export function resolveOutDir(fileSystem: FileSystem, outDir: string): string {
  return kindAt(fileSystem, outDir) === undefined ? outDir : fileSystem.realpathSync(outDir);
}

/** What is at a path, without following a link; undefined when nothing is. */
export function kindAt(fileSystem: FileSystem, path: string): EntryKind | undefined {
  try {
    return kindOf(fileSystem.lstatSync(path));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
