import { join } from 'node:path';
import { errorCode } from '../problems/index.js';
import { foldersAbove } from './file-path.js';
import { type FileSystem, kindAt, nodeFileSystem, resolveOutDir } from './file-system.js';
import { ignoredTest } from './ignored.js';
import { findStrays, takeInventory } from './inventory.js';
import { MANIFEST_NAME, readManifest, sha256 } from './manifest.js';
import type { OutHolds } from './package-output.js';

/**
 * A hash of the packages in the output folder, when each has the files that its manifest lists and nothing else is there;
 * undefined otherwise.
 *
 * @param folders the packages' folders within `outDir`.
 */
export function outputHash(
  outDir: string,
  folders: readonly string[],
  outHolds: OutHolds,
  fileSystem: FileSystem = nodeFileSystem,
): string | undefined {
  try {
    const realOutDir = resolveOutDir(fileSystem, outDir);
    if (findStrays(fileSystem, realOutDir, folders, outHolds).length > 0) return undefined;
    const texts = folders.map((folder) => intactManifest(fileSystem, join(realOutDir, folder)));
    return texts.includes(undefined) ? undefined : sha256(texts.join(''));
  } catch (error) {
    // Whatever cannot be read is no reason to skip a run.
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

/** The text of a package's manifest when the package is as it lists. */
function intactManifest(fileSystem: FileSystem, root: string): string | undefined {
  if (kindAt(fileSystem, root) !== 'folder') return undefined;
  const manifest = readManifest(fileSystem, root);
  if (manifest === undefined || !manifest.isFinal || manifest.hashes.size === 0) return undefined;
  const { hashes, text } = manifest;
  const isIgnored = ignoredTest(
    hashes.has('.gitignore') ? fileSystem.readFileSync(join(root, '.gitignore'), 'utf8') : undefined,
  );
  const ours = new Set([...hashes.keys()].flatMap((path) => [path, ...foldersAbove(path)]));
  let intact = 0;
  for (const [path, kind] of takeInventory(fileSystem, root, (path) => !ours.has(path) && isIgnored(path))) {
    if (kind === 'folder' || kind === 'ignored' || (path === MANIFEST_NAME && kind === 'file')) continue;
    if (kind !== 'file' || hashes.get(path)?.has(sha256(fileSystem.readFileSync(join(root, path)))) !== true) {
      return undefined;
    }
    intact += 1;
  }
  return intact === hashes.size ? text : undefined;
}
