import { dirname, join } from 'node:path';
import { errorCode, type FileSystem, kindAt } from './file-system.js';
import type { PackagePlan } from './plan.js';

/** In the output folder, on the same file system as the packages: where a package is put together. */
const STAGING_FOLDER = '.sdkgen';
export const LOCK_NAME = '.sdkgen.lock';

/** Whether an entry of the output folder belongs to a run that is under way, or was killed. */
export function isOwnEntry(name: string): boolean {
  return name === STAGING_FOLDER || name.startsWith(LOCK_NAME);
}

export function stagingFolder(outDir: string): string {
  return join(outDir, STAGING_FOLDER);
}

/**
 * The stages a package goes through: `partial` is being put together; `new` is complete; `old` is what the new one
 * replaced, waiting to be taken apart.
 */
export type Stage = 'partial' | 'new' | 'old';

export function stagePath(outDir: string, folder: string, stage: Stage): string {
  return join(outDir, STAGING_FOLDER, `${folder}.${stage}`);
}

/** The stages that a killed run left, by package folder. */
export function findLeftovers(fileSystem: FileSystem, outDir: string): Map<string, Set<Stage>> {
  const leftovers = new Map<string, Set<Stage>>();
  if (kindAt(fileSystem, stagingFolder(outDir)) !== 'folder') return leftovers;
  for (const name of fileSystem.readdirSync(stagingFolder(outDir)).sort()) {
    const [, folder, stage] = /^(.+)\.(partial|new|old)$/.exec(name) ?? [];
    if (folder === undefined || (stage !== 'partial' && stage !== 'new' && stage !== 'old')) continue;
    const stages = leftovers.get(folder) ?? new Set<Stage>();
    leftovers.set(folder, stages.add(stage));
  }
  return leftovers;
}

/** File systems without hard links, or with a limit to them. */
const NO_LINK_CODES: ReadonlySet<string | undefined> = new Set([
  'EACCES',
  'EMLINK',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EPERM',
  'EXDEV',
]);

/** A hard link, so that the file keeps its identity and time; a copy with the same time where there are no links. */
function carryOver(fileSystem: FileSystem, from: string, to: string): void {
  try {
    fileSystem.linkSync(from, to);
  } catch (error) {
    if (!NO_LINK_CODES.has(errorCode(error))) throw error;
    fileSystem.copyFileSync(from, to);
    const { atime, mtime } = fileSystem.lstatSync(from);
    fileSystem.utimesSync(to, atime, mtime);
  }
}

/** Puts the package together beside the old one; afterwards its stage is `new`, and it holds all files and no other. */
export function stagePackage(fileSystem: FileSystem, outDir: string, plan: PackagePlan): void {
  const partial = stagePath(outDir, plan.folder, 'partial');
  const current = join(outDir, plan.folder);
  const carried = new Set(plan.unchanged);
  const made = new Set<string>();
  fileSystem.mkdirSync(partial, { recursive: true });
  for (const [path, text] of plan.files) {
    const target = join(partial, path);
    const folder = dirname(target);
    if (!made.has(folder)) {
      fileSystem.mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    if (carried.has(path)) carryOver(fileSystem, join(current, path), target);
    else fileSystem.writeFileSync(target, text, { flag: 'wx' });
  }
  fileSystem.renameSync(partial, stagePath(outDir, plan.folder, 'new'));
}

/** Puts all staged packages in the place of the old ones. When one cannot be, those that were are put back. */
export function swapPackages(fileSystem: FileSystem, outDir: string, plans: readonly PackagePlan[]): void {
  const undo: (() => void)[] = [];
  const move = (from: string, to: string): void => {
    fileSystem.renameSync(from, to);
    undo.push(() => fileSystem.renameSync(to, from));
  };
  try {
    for (const { folder, exists } of plans) {
      const current = join(outDir, folder);
      if (exists) move(current, stagePath(outDir, folder, 'old'));
      move(stagePath(outDir, folder, 'new'), current);
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

/** Removes what was staged and not put in place. What is there are links to, or texts of, our own files. */
export function discardStaged(fileSystem: FileSystem, outDir: string, folder: string): void {
  for (const stage of ['partial', 'new'] as const) {
    fileSystem.rmSync(stagePath(outDir, folder, stage), { recursive: true, force: true });
  }
}

/** Removes the staging folder when nothing is left in it. */
export function removeStagingFolder(fileSystem: FileSystem, outDir: string): void {
  try {
    fileSystem.rmdirSync(stagingFolder(outDir));
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}
