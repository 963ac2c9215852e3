import { join } from 'node:path';
import { readCached, writeCached } from './cache.js';
import { type FileSystem, kindAt, nodeFileSystem } from './file-system.js';

/** What an earlier run noted beside one of the packages in the output folder, whatever their names were. */
export function readNote(outDir: string, name: string, fileSystem: FileSystem = nodeFileSystem): string | undefined {
  if (kindAt(fileSystem, outDir) === undefined) return undefined;
  for (const folder of fileSystem.readdirSync(outDir)) {
    const root = join(outDir, folder);
    const text = kindAt(fileSystem, root) === 'folder' ? readCached(fileSystem, root, name) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Notes a text beside the first of the packages, for the next run. */
export function writeNote(
  outDir: string,
  name: string,
  folders: readonly string[],
  text: string,
  fileSystem: FileSystem = nodeFileSystem,
): void {
  const [first] = folders;
  if (first !== undefined) writeCached(fileSystem, join(outDir, first), name, text);
}
