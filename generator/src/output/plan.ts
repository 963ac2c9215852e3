import { join } from 'node:path';
import { comparePaths, foldersAbove } from './file-path.js';
import type { FileSet } from './file-set.js';
import { type FileSystem, kindAt } from './file-system.js';
import { ignoredTest } from './ignored.js';
import { type Inventory, takeInventory } from './inventory.js';
import { MANIFEST_NAME, type Manifest, NO_MANIFEST, readManifest, sha256, withManifest } from './manifest.js';
import type { PackageOutput } from './package-output.js';
import { isLeftover } from './temporary.js';

/**
 * `unchanged`: as rendered. `missing`, `outdated`: to be written. `obsolete`, `leftover`: ours, to be removed. `foreign`:
 * kept. The others forbid writing.
 */
export type EntryState =
  | 'unchanged'
  | 'missing'
  | 'outdated'
  | 'obsolete'
  | 'leftover'
  | 'foreign'
  | 'edited'
  | 'in-the-way'
  | 'link'
  | 'unreadable';

/** A path of a package, rendered or found. */
export interface Entry {
  /** Within the package; empty for its folder. */
  readonly path: string;
  readonly state: EntryState;
  /** Whether a file with other bytes is where one was rendered. */
  readonly differs?: true;
}

/** What must happen to one package's folder so that it has the rendered files. */
export interface PackagePlan {
  readonly folder: string;
  /** Absolute. */
  readonly root: string;
  /** The rendered files and the manifest. */
  readonly files: FileSet;
  readonly manifest: Manifest;
  /** In the order of the paths, each once. */
  readonly entries: readonly Entry[];
}

/** Compares a rendered package with what is on disk, and changes nothing. */
export function planPackage(fileSystem: FileSystem, outDir: string, package_: PackageOutput): PackagePlan {
  const { folder } = package_;
  const root = join(outDir, folder);
  const files = withManifest(package_.files);
  const kind = kindAt(fileSystem, root);
  const plan = { folder, root, files, manifest: NO_MANIFEST };
  if (kind === undefined) return { ...plan, entries: files.paths.map((path) => ({ path, state: 'missing' })) };
  if (kind !== 'folder') return { ...plan, entries: [{ path: '', state: kind === 'link' ? 'link' : 'in-the-way' }] };

  const manifest = readManifest(fileSystem, root);
  const known = manifest ?? NO_MANIFEST;
  const entries = entriesOf(fileSystem, root, files, known);
  if (manifest !== undefined) return { ...plan, manifest, entries };
  // Without a manifest no other file can be judged.
  const judged = entries.filter(({ state, path }) => state === 'foreign' || path === MANIFEST_NAME);
  return {
    ...plan,
    entries: judged.map((entry): Entry => (entry.state === 'foreign' ? entry : { ...entry, state: 'unreadable' })),
  };
}

function entriesOf(fileSystem: FileSystem, root: string, files: FileSet, manifest: Manifest): Entry[] {
  const { hashes } = manifest;
  const ours = new Set([...files.paths, ...hashes.keys()].flatMap((path) => [path, ...foldersAbove(path)]));
  const isIgnored = ignoredTest(files.get('.gitignore'));
  const inventory: Inventory = takeInventory(fileSystem, root, (path) => !ours.has(path) && isIgnored(path));
  const isOurs = (path: string, bytes: Buffer): boolean =>
    path === MANIFEST_NAME || hashes.get(path)?.has(sha256(bytes)) === true;

  const found = new Map<string, Entry>();
  const add = (entry: Entry): void => {
    if (!found.has(entry.path)) found.set(entry.path, entry);
  };
  for (const [path, text] of files) {
    const kind = inventory.get(path);
    const obstacle = obstacleTo(path, inventory, hashes);
    if (obstacle !== undefined) {
      add(obstacle);
    } else if (kind !== 'file') {
      add({ path, state: 'missing' });
    } else {
      const bytes = fileSystem.readFileSync(join(root, path));
      if (bytes.equals(Buffer.from(text))) add({ path, state: 'unchanged' });
      else if (isOurs(path, bytes)) add({ path, state: 'outdated', differs: true });
      else add({ path, state: hashes.has(path) ? 'edited' : 'in-the-way', differs: true });
    }
  }
  for (const [path, kind] of inventory) {
    if (kind === 'folder' || kind === 'ignored' || files.has(path)) continue;
    if (!hashes.has(path))
      add({ path, state: kind === 'file' && isLeftover(path, hashes.keys()) ? 'leftover' : 'foreign' });
    else if (kind === 'link') add({ path, state: 'link' });
    else if (kind === 'file' && isOurs(path, fileSystem.readFileSync(join(root, path))))
      add({ path, state: 'obsolete' });
    else add({ path, state: 'edited' });
  }
  return [...found.values()].sort((left, right) => comparePaths(left.path, right.path));
}

/** What is where a file of ours, or a folder above it, must go, and is neither a file nor removed by the run. */
function obstacleTo(path: string, inventory: Inventory, hashes: Manifest['hashes']): Entry | undefined {
  for (const folder of foldersAbove(path)) {
    const kind = inventory.get(folder);
    if (kind === 'folder') continue;
    if (kind === undefined || (kind === 'file' && hashes.has(folder))) return undefined;
    return { path: folder, state: kind === 'link' ? 'link' : 'in-the-way' };
  }
  const kind = inventory.get(path);
  if (kind === undefined || kind === 'file') return undefined;
  if (kind === 'folder') {
    const isFree = [...inventory].every(
      ([below, what]) => !below.startsWith(`${path}/`) || what === 'folder' || hashes.has(below),
    );
    return isFree ? undefined : { path, state: 'in-the-way' };
  }
  return { path, state: kind === 'link' ? 'link' : 'in-the-way' };
}
