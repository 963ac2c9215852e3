import { join } from 'node:path';
import { type FileSystem, kindAt, nodeFileSystem } from './file-system.js';
import { sha256 } from './manifest.js';
import { resolveOutDir } from './package-output.js';
import { readManifest } from './plan.js';
import { isOwnEntry } from './staging.js';
import { hasStamp } from './stamp.js';

function isPackageCurrent(fileSystem: FileSystem, root: string, inputs: string): boolean {
  if (kindAt(fileSystem, root) !== 'folder' || !hasStamp(fileSystem, root, inputs)) return false;
  const manifest = readManifest(fileSystem, root);
  if (manifest === undefined || manifest.size === 0) return false;
  for (const [path, hash] of manifest) {
    const file = join(root, path);
    if (kindAt(fileSystem, file) !== 'file' || sha256(fileSystem.readFileSync(file)) !== hash) return false;
  }
  return true;
}

/**
 * Whether the packages on disk are, file by file, what a run with the same inputs wrote: then there is nothing to render.
 * Says nothing of foreign files; `checkOutput` is the full comparison.
 *
 * @param folders the packages' folders within `outDir`, as they would be written.
 * @param inputs a text that stands for everything the packages are made from: the description, the templates, the
 * options, and the generator's own code.
 */
export async function isCurrent(
  outDir: string,
  folders: readonly string[],
  inputs: string,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<boolean> {
  if (kindAt(fileSystem, outDir) === undefined) return false;
  const realOutDir = resolveOutDir(fileSystem, outDir);
  if (fileSystem.readdirSync(realOutDir).some(isOwnEntry)) return false;
  return folders.every((folder) => isPackageCurrent(fileSystem, join(realOutDir, folder), inputs));
}
