import { join } from 'node:path';
import { comparePaths } from './file-path.js';
import { type FileSystem, kindAt, kindOf } from './file-system.js';
import { ignoredTest } from './ignored.js';
import { takeInventory } from './inventory.js';
import type { OutHolds, PackageOutput } from './package-output.js';
import { isOwnEntry } from './staging.js';

/** What npm keeps in the folder of a workspace; it stands in a folder of packages by right. */
const WORKSPACE_FILES: ReadonlySet<string> = new Set(['package.json', 'package-lock.json']);

/** Files in the output folder that lie in none of the packages, as paths within the output folder. */
export function findStrays(
  fileSystem: FileSystem,
  outDir: string,
  packages: readonly Pick<PackageOutput, 'folder'>[],
  outHolds: OutHolds,
): string[] {
  if (outHolds === 'anything' || kindAt(fileSystem, outDir) !== 'folder') return [];
  const folders = new Set(packages.map(({ folder }) => folder));
  const isIgnored = ignoredTest(undefined);
  const strays: string[] = [];
  for (const entry of fileSystem.readdirSync(outDir, { withFileTypes: true })) {
    const { name } = entry;
    if (folders.has(name) || isOwnEntry(name) || isIgnored(name)) continue;
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
