import { join } from 'node:path';
import { comparePaths } from './file-path.js';
import { type EntryKind, type FileSystem, kindOf } from './file-system.js';
import type { IgnoredTest } from './ignored.js';

/** Relative POSIX path -> what stands there, in the order of the paths. `ignored` entries are not looked into. */
export type Inventory = ReadonlyMap<string, EntryKind | 'ignored'>;

/** Everything in a folder. Links are listed and never followed. */
export function takeInventory(fileSystem: FileSystem, root: string, isIgnored: IgnoredTest): Inventory {
  const found: [string, EntryKind | 'ignored'][] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of fileSystem.readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = isIgnored(path) ? 'ignored' : kindOf(entry);
      found.push([path, kind]);
      if (kind === 'folder') waiting.push(path);
    }
  }
  return new Map(found.sort(([left], [right]) => comparePaths(left, right)));
}
