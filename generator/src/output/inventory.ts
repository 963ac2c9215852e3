import { join } from 'node:path';
import { comparePaths } from './file-path.js';
import { type EntryKind, type FileSystem, kindAt, kindOf } from './file-system.js';
import { type IgnoredTest, ignoredTest } from './ignored.js';
import type { OutHolds } from './package-output.js';

/** Relative POSIX path -> what is there, in the order of the paths. `ignored` entries are not looked into. */
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

/** What npm keeps in the folder of a workspace. */
const WORKSPACE_FILES: ReadonlySet<string> = new Set(['package.json', 'package-lock.json']);

/** Files in the output folder that are in none of the packages, as paths within the output folder. */
export function findStrays(
  fileSystem: FileSystem,
  outDir: string,
  folders: readonly string[],
  outHolds: OutHolds,
): string[] {
  if (outHolds === 'anything' || kindAt(fileSystem, outDir) !== 'folder') return [];
  const isIgnored = ignoredTest(undefined);
  const strays: string[] = [];
  for (const entry of fileSystem.readdirSync(outDir, { withFileTypes: true })) {
    const { name } = entry;
    if (folders.includes(name) || isIgnored(name)) continue;
    if (outHolds === 'packages' && WORKSPACE_FILES.has(name)) continue;
    if (kindOf(entry) !== 'folder') {
      strays.push(name);
    } else if (outHolds === 'only-output') {
      for (const [path, kind] of takeInventory(fileSystem, join(outDir, name), isIgnored)) {
        if (kind !== 'folder' && kind !== 'ignored') strays.push(`${name}/${path}`);
      }
    }
  }
  return strays.sort(comparePaths);
}
