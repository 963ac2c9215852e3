import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from './file-system.js';
import { type Manifest, sha256 } from './manifest.js';
import { readManifest } from './plan.js';

/**
 * Tells from the manifests whether a text is, byte by byte, what an earlier run wrote to a file of a package.
 *
 * @param outDir absolute; need not exist.
 */
export function passedBefore(
  outDir: string,
  fileSystem: FileSystem = nodeFileSystem,
): (folder: string, path: string, text: string) => boolean {
  const manifests = new Map<string, Manifest>();
  return (folder, path, text) => {
    const manifest = manifests.get(folder) ?? readManifest(fileSystem, join(outDir, folder)) ?? new Map();
    manifests.set(folder, manifest);
    return manifest.get(path) === sha256(text);
  };
}
