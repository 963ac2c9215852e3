import fs from 'node:fs';

/**
 * What the output room does to a disk. Synchronous, because nothing may come between the renames that put a package in
 * place; an object of its own, so that tests can break any one step.
 */
export type FileSystem = Pick<
  typeof fs,
  | 'copyFileSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'utimesSync'
  | 'writeFileSync'
>;

export const nodeFileSystem: FileSystem = fs;

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

interface EntryLike {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export function kindOf(entry: EntryLike): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** The code of a system error, such as `ENOENT`; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The path that a system error is about. */
export function errorPath(error: unknown): string | undefined {
  if (errorCode(error) === undefined || typeof error !== 'object' || error === null) return undefined;
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

/** What stands at a path, without following a link; undefined when nothing does. */
export function kindAt(fileSystem: FileSystem, path: string): EntryKind | undefined {
  try {
    return kindOf(fileSystem.lstatSync(path));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
