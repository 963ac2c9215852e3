import { join } from 'node:path';
import { compareText } from '../problems/index.js';
import { type FileSystem, findStrays, type Inventory, kindAt, type Stray, takeInventory } from './folder.js';
import { isIgnored } from './ignored.js';
import { isLeftover, type Manifest, manifestOf, NO_MANIFEST, readManifest, sha256 } from './manifest.js';
import { type FileSet, MANIFEST_NAME, type OutHolds, type PackageOutput } from './package-output.js';
import { foldersAbove } from './paths.js';

/**
 * `unchanged`: as rendered. `missing`, `outdated`: to be written. `obsolete`, `leftover`: ours, to be removed. `foreign`: kept.
 * All others prevent writing.
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
  | 'symlink'
  | 'manifest';

/** A path of a package, rendered or found. */
export interface Entry {
  /** Within the package; empty for its folder. */
  readonly path: string;
  readonly state: EntryState;
  /** Whether an existing file differs from a rendered one. */
  readonly differs?: true;
}

/** The steps to update one package's folder to the rendered files. */
export interface PackagePlan {
  readonly folder: string;
  /** Absolute. */
  readonly root: string;
  readonly files: FileSet;
  /** The current files. */
  readonly manifest: Manifest;
  /** The next files. */
  readonly next: Manifest & { readonly text: string };
  /** Sorted by path, each once. */
  readonly entries: readonly Entry[];
}

/** The steps to update the output folder. */
export interface OutputPlan {
  readonly packages: readonly PackagePlan[];
  readonly strays: readonly Stray[];
}

/** Compares rendered packages with the disk, without changes. */
export function planOutput(
  fileSystem: FileSystem,
  outDir: string,
  packages: readonly PackageOutput[],
  outHolds: OutHolds,
): OutputPlan {
  const folders = packages.map(({ folder }) => folder);
  return {
    packages: packages.map((package_) => planPackage(fileSystem, outDir, package_)),
    strays: findStrays(fileSystem, outDir, folders, outHolds),
  };
}

function planPackage(fileSystem: FileSystem, outDir: string, package_: PackageOutput): PackagePlan {
  const { folder, files } = package_;
  const root = join(outDir, folder);
  const kind = kindAt(fileSystem, root);
  const plan = { folder, root, files, manifest: NO_MANIFEST, next: manifestOf(files) };
  if (kind !== undefined && kind !== 'folder') return { ...plan, entries: [obstacle('', kind)] };

  const manifest = readManifest(fileSystem, root);
  const entries = compareFolder(fileSystem, root, plan.next, manifest ?? NO_MANIFEST);
  if (manifest !== undefined) return { ...plan, manifest, entries };
  // Without a manifest, other files cannot be judged.
  const judged = entries.filter(({ state, path }) => state === 'foreign' || path === MANIFEST_NAME);
  return {
    ...plan,
    entries: judged.map((entry): Entry => (entry.state === 'foreign' ? entry : { ...entry, state: 'manifest' })),
  };
}

/** The text of a package's manifest, if the package matches it. */
export function intactManifest(fileSystem: FileSystem, root: string): string | undefined {
  const manifest = kindAt(fileSystem, root) === 'folder' ? readManifest(fileSystem, root) : undefined;
  if (manifest?.text === undefined || !manifest.isFinal || manifest.hashes.size === 0) return undefined;
  const entries = compareFolder(fileSystem, root, manifest, manifest);
  return entries.every(({ state }) => state === 'unchanged') ? manifest.text : undefined;
}

/** @param next the files of the next package, `manifest` those of the current one */
function compareFolder(fileSystem: FileSystem, root: string, next: Manifest, manifest: Manifest): Entry[] {
  const { hashes } = manifest;
  const wanted = new Map([...next.hashes, [MANIFEST_NAME, new Set([sha256(next.text ?? '')])]]);
  const ours = new Set([...wanted.keys(), ...hashes.keys()].flatMap((path) => [path, ...foldersAbove(path)]));
  const inventory: Inventory =
    kindAt(fileSystem, root) === 'folder'
      ? takeInventory(fileSystem, root, (path) => !ours.has(path) && isIgnored(path))
      : new Map();
  const hashAt = (path: string): string => sha256(fileSystem.readFileSync(join(root, path)));

  const wantedEntry = (path: string, want: ReadonlySet<string>): Entry => {
    const found = obstacleTo(path, inventory, hashes);
    if (found !== undefined) return found;
    if (inventory.get(path) !== 'file') return { path, state: 'missing' };
    const hash = hashAt(path);
    if (want.has(hash)) return { path, state: 'unchanged' };
    const known = hashes.get(path);
    const isOurs = path === MANIFEST_NAME || known?.has(hash) === true;
    return { path, state: isOurs ? 'outdated' : known ? 'edited' : 'in-the-way', differs: true };
  };
  const otherEntry = (path: string, kind: string): Entry => {
    const known = hashes.get(path);
    if (!known) return { path, state: kind === 'file' && isLeftover(path, manifest) ? 'leftover' : 'foreign' };
    if (kind === 'link') return { path, state: 'symlink' };
    return { path, state: kind === 'file' && known.has(hashAt(path)) ? 'obsolete' : 'edited' };
  };
  const others = [...inventory].filter(([path, kind]) => kind !== 'folder' && kind !== 'ignored' && !wanted.has(path));
  const entries = new Map<string, Entry>();
  for (const [path, want] of wanted) {
    const entry = wantedEntry(path, want);
    if (!entries.has(entry.path)) entries.set(entry.path, entry);
  }
  for (const [path, kind] of others) if (!entries.has(path)) entries.set(path, otherEntry(path, kind));
  return [...entries.values()].sort((left, right) => compareText(left.path, right.path));
}

function obstacle(path: string, kind: string): Entry {
  return { path, state: kind === 'link' ? 'symlink' : 'in-the-way' };
}

/** What is in the place of one of our files, or of a folder above it, and is neither a file nor removed by the run. */
function obstacleTo(path: string, inventory: Inventory, hashes: Manifest['hashes']): Entry | undefined {
  for (const folder of foldersAbove(path)) {
    const kind = inventory.get(folder);
    if (kind === 'folder') continue;
    return kind === undefined || (kind === 'file' && hashes.has(folder)) ? undefined : obstacle(folder, kind);
  }
  const kind = inventory.get(path);
  if (kind === undefined || kind === 'file') return undefined;
  // A folder is removed with all its contents.
  const isFree = (below: string, what: string): boolean =>
    !below.startsWith(`${path}/`) || what === 'folder' || hashes.has(below);
  return kind === 'folder' && [...inventory].every(([below, what]) => isFree(below, what))
    ? undefined
    : obstacle(path, kind);
}
