import { join } from 'node:path';
import type { Problem } from '../problems/index.js';
import { foldersAbove } from './file-path.js';
import type { FileSet } from './file-set.js';
import { type FileSystem, kindAt } from './file-system.js';
import { ignoredTest } from './ignored.js';
import { type Inventory, takeInventory } from './inventory.js';
import { MANIFEST_NAME, type Manifest, parseManifest, sha256, withManifest } from './manifest.js';
import { editedProblem, foreignProblem, inTheWayProblem, linkProblem, manifestProblem } from './output-problems.js';
import type { PackageOutput } from './package-output.js';

/** What must happen to one package's folder so that it holds the rendered files. Paths are within the package. */
export interface PackagePlan {
  readonly folder: string;
  /** Whether the folder is there already. */
  readonly exists: boolean;
  /** The rendered files and the manifest. */
  readonly files: FileSet;
  readonly written: readonly string[];
  /** Those of `written` that are there as files with other bytes. */
  readonly differing: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Errors forbid the writing; warnings name foreign files that are kept. */
  readonly problems: readonly Problem[];
}

interface Disk {
  /** Empty when there is none, or none that can be read. */
  readonly manifest: Manifest;
  readonly isManifestReadable: boolean;
  readonly inventory: Inventory;
  /** The bytes of a file of the inventory. */
  read(path: string): Buffer;
}

const NOTHING: Disk = {
  manifest: new Map(),
  isManifestReadable: true,
  inventory: new Map(),
  read: () => Buffer.alloc(0),
};

function withFoldersAbove(paths: Iterable<string>): Set<string> {
  const all = new Set<string>();
  for (const path of paths) {
    all.add(path);
    for (const folder of foldersAbove(path)) all.add(folder);
  }
  return all;
}

/** The manifest of a package on disk: empty when it has none, undefined when it cannot be read as one. */
export function readManifest(fileSystem: FileSystem, root: string): Manifest | undefined {
  const path = join(root, MANIFEST_NAME);
  const kind = kindAt(fileSystem, path);
  if (kind === undefined || kind === 'link') return new Map();
  return kind === 'file' ? parseManifest(fileSystem.readFileSync(path, 'utf8')) : undefined;
}

function readDisk(fileSystem: FileSystem, root: string, files: FileSet): Disk {
  const readable = readManifest(fileSystem, root);
  const manifest: Manifest = readable ?? new Map();
  const ours = withFoldersAbove([...files.paths, MANIFEST_NAME, ...manifest.keys()]);
  const isIgnored = ignoredTest(files.get('.gitignore'));
  return {
    manifest,
    isManifestReadable: readable !== undefined,
    inventory: takeInventory(fileSystem, root, (path) => !ours.has(path) && isIgnored(path)),
    read: (path) => fileSystem.readFileSync(join(root, path)),
  };
}

/** Whether a file is ours and as we left it. */
function isUntouched(disk: Disk, path: string): boolean {
  if (disk.inventory.get(path) !== 'file') return false;
  if (path === MANIFEST_NAME) return true;
  const hash = disk.manifest.get(path);
  return hash !== undefined && sha256(disk.read(path)) === hash;
}

/** What stands in the way of a file of ours, or undefined when it can go there. */
function obstacle(disk: Disk, path: string, occupied: ReadonlySet<string>, name: (path: string) => string) {
  for (const folder of foldersAbove(path)) {
    const kind = disk.inventory.get(folder);
    if (kind === undefined) return undefined;
    if (kind === 'link') return linkProblem(name(folder));
    if (kind === 'file') return disk.manifest.has(folder) ? undefined : inTheWayProblem(name(folder));
    if (kind !== 'folder') return inTheWayProblem(name(folder));
  }
  const kind = disk.inventory.get(path);
  if (kind === undefined || (kind === 'folder' && !occupied.has(path))) return undefined;
  if (kind === 'link') return linkProblem(name(path));
  if (kind !== 'file') return inTheWayProblem(name(path));
  if (isUntouched(disk, path)) return undefined;
  return disk.manifest.has(path) ? editedProblem(name(path)) : inTheWayProblem(name(path));
}

function planFiles(package_: PackageOutput, exists: boolean, disk: Disk, name: (path: string) => string): PackagePlan {
  const files = withManifest(package_.files);
  const problems = new Map<string, Problem>();
  const report = (problem: Problem): void => {
    if (problem.file !== undefined && !problems.has(problem.file)) problems.set(problem.file, problem);
  };
  const removed: string[] = [];
  const notOurs: string[] = [];
  for (const [path, kind] of disk.inventory) {
    if (kind === 'folder' || files.has(path)) continue;
    if (!disk.manifest.has(path)) notOurs.push(path);
    else if (isUntouched(disk, path)) removed.push(path);
    else report(kind === 'link' ? linkProblem(name(path)) : editedProblem(name(path)));
  }

  const occupied = withFoldersAbove(notOurs);
  const written: string[] = [];
  const differing: string[] = [];
  const unchanged: string[] = [];
  for (const [path, text] of files) {
    const isThere = disk.inventory.get(path) === 'file';
    if (isThere && disk.read(path).equals(Buffer.from(text))) {
      unchanged.push(path);
      continue;
    }
    written.push(path);
    if (isThere) differing.push(path);
    const problem = obstacle(disk, path, occupied, name);
    if (problem !== undefined) report(problem);
  }
  for (const path of notOurs) {
    if (disk.inventory.get(path) !== 'ignored') report(foreignProblem(name(path)));
  }
  const { folder } = package_;
  return { folder, exists, files, written, differing, unchanged, removed, problems: [...problems.values()] };
}

/**
 * Compares a rendered package with what is on disk, and changes nothing.
 *
 * @param name tells a path within the package as the user knows it.
 */
export function planPackage(
  fileSystem: FileSystem,
  outDir: string,
  package_: PackageOutput,
  name: (path: string) => string,
): PackagePlan {
  const root = join(outDir, package_.folder);
  const kind = kindAt(fileSystem, root);
  if (kind === undefined) return planFiles(package_, false, NOTHING, name);

  if (kind !== 'folder') {
    const problem = kind === 'link' ? linkProblem(name('')) : inTheWayProblem(name(''));
    return { ...planFiles(package_, true, NOTHING, name), written: [], problems: [problem] };
  }
  const disk = readDisk(fileSystem, root, package_.files);
  const plan = planFiles(package_, true, disk, name);
  if (disk.isManifestReadable) return plan;
  const warnings = plan.problems.filter(({ severity }) => severity === 'warning');
  return { ...plan, problems: [manifestProblem(name(MANIFEST_NAME)), ...warnings] };
}

export function changesAnything(plan: PackagePlan): boolean {
  return plan.written.length > 0 || plan.removed.length > 0;
}
