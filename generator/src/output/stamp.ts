import { join } from 'node:path';
import { readCached, writeCached } from './cache.js';
import { type FileSystem, kindAt } from './file-system.js';
import { MANIFEST_NAME, sha256 } from './manifest.js';

const NAME = 'inputs';

/** The stamp says: these inputs gave this manifest. */
function stampText(fileSystem: FileSystem, root: string, inputs: string): string | undefined {
  const manifest = join(root, MANIFEST_NAME);
  if (kindAt(fileSystem, manifest) !== 'file') return undefined;
  return `${sha256(inputs)} ${sha256(fileSystem.readFileSync(manifest))}\n`;
}

/** Whether the manifest of the package at `root` is what these inputs gave. Says nothing of the package's files. */
export function hasStamp(fileSystem: FileSystem, root: string, inputs: string): boolean {
  const stamp = readCached(fileSystem, root, NAME);
  return stamp !== undefined && stamp === stampText(fileSystem, root, inputs);
}

/** Remembers which inputs gave the package. */
export function writeStamp(fileSystem: FileSystem, root: string, inputs: string): void {
  const text = stampText(fileSystem, root, inputs);
  if (text !== undefined) writeCached(fileSystem, root, NAME, text);
}
