import { join } from 'node:path';
import { type FileSystem, kindAt, nodeFileSystem } from './file-system.js';
import { ignoredTest } from './ignored.js';
import { takeInventory } from './inventory.js';
import { MANIFEST_NAME, type Manifest, sha256 } from './manifest.js';
import { type OutHolds, resolveOutDir } from './package-output.js';
import { readManifest } from './plan.js';
import { isOwnEntry } from './staging.js';
import { hasStamp } from './stamp.js';
import { findStrays } from './strays.js';

function isPackageCurrent(fileSystem: FileSystem, root: string, inputs: string): boolean {
  if (kindAt(fileSystem, root) !== 'folder' || !hasStamp(fileSystem, root, inputs)) return false;
  const manifest = readManifest(fileSystem, root);
  if (manifest === undefined || manifest.size === 0) return false;
  for (const [path, hash] of manifest) {
    const file = join(root, path);
    if (kindAt(fileSystem, file) !== 'file' || sha256(fileSystem.readFileSync(file)) !== hash) return false;
  }
  return !hasForeignFile(fileSystem, root, manifest);
}

function hasForeignFile(fileSystem: FileSystem, root: string, manifest: Manifest): boolean {
  const isOurs = (path: string): boolean => path === MANIFEST_NAME || manifest.has(path);
  const isIgnored = ignoredTest(
    manifest.has('.gitignore') ? fileSystem.readFileSync(join(root, '.gitignore'), 'utf8') : undefined,
  );
  const inventory = takeInventory(fileSystem, root, (path) => !isOurs(path) && isIgnored(path));
  return [...inventory].some(([path, kind]) => kind !== 'folder' && kind !== 'ignored' && !isOurs(path));
}

/** Whether the path leads to a folder, be it through links; not so when a part of it is a file. */
function isFolder(fileSystem: FileSystem, path: string): boolean {
  try {
    return kindAt(fileSystem, fileSystem.realpathSync(path)) === 'folder';
  } catch {
    return false;
  }
}

/**
 * Whether the output folder holds, file by file, what a run with the same inputs wrote, and nothing else: then there is
 * nothing to render, and nothing to report.
 *
 * @param folders the packages' folders within `outDir`, as they would be written.
 * @param inputs a text that stands for everything the packages are made from: the description, the templates, the
 * options, and the generator's own code.
 */
export async function isCurrent(
  outDir: string,
  folders: readonly string[],
  inputs: string,
  outHolds: OutHolds,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<boolean> {
  if (!isFolder(fileSystem, outDir)) return false;
  const realOutDir = resolveOutDir(fileSystem, outDir);
  if (fileSystem.readdirSync(realOutDir).some(isOwnEntry)) return false;
  const packages = folders.map((folder) => ({ folder }));
  if (findStrays(fileSystem, realOutDir, packages, outHolds).length > 0) return false;
  return folders.every((folder) => isPackageCurrent(fileSystem, join(realOutDir, folder), inputs));
}
