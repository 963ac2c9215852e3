import { join, posix, relative, sep } from 'node:path';
import type { Problem } from '../problems/index.js';
import { errorCode, errorPath, type FileSystem, kindAt, nodeFileSystem } from './file-system.js';
import { takeLock } from './lock.js';
import { mendOutput } from './mend.js';
import { failureProblem, foreignProblem, inTheWayProblem, linkProblem, unfinishedProblem } from './output-problems.js';
import { checkFolders, displayPath, type OutputOptions, type PackageOutput, resolveOutDir } from './package-output.js';
import { changesAnything, type PackagePlan, planPackage } from './plan.js';
import { retirePackage } from './retire.js';
import {
  discardStaged,
  isOwnEntry,
  removeStagingFolder,
  stagePackage,
  stagePath,
  stagingFolder,
  swapPackages,
} from './staging.js';
import { writeStamp } from './stamp.js';
import { findStrays } from './strays.js';

export interface WriteOptions extends OutputOptions {
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** A text that stands for everything the packages were made from; see `isCurrent`. */
  readonly inputs: string;
}

/** Paths are within the output folder. When a problem is an error nothing was written, and the lists are empty. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly Problem[];
}

interface Run {
  readonly fileSystem: FileSystem;
  readonly outDir: string;
  readonly packages: readonly PackageOutput[];
  readonly options: WriteOptions;
  readonly name: (path: string) => string;
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function failed(problems: readonly Problem[]): WriteResult {
  return { written: [], unchanged: [], removed: [], problems };
}

function planAll({ fileSystem, outDir, packages, options, name }: Run): { plans: PackagePlan[]; problems: Problem[] } {
  const plans = packages.map((package_) =>
    planPackage(fileSystem, outDir, package_, (path) => name(posix.join(package_.folder, path))),
  );
  const strays = findStrays(fileSystem, outDir, packages, options.outHolds).map((path) => foreignProblem(name(path)));
  return { plans, problems: [...plans.flatMap(({ problems }) => problems), ...strays] };
}

function summarise(plans: readonly PackagePlan[], problems: readonly Problem[]): WriteResult {
  if (hasErrors(problems)) return failed(problems);
  const collect = (list: 'written' | 'unchanged' | 'removed'): string[] =>
    plans.flatMap((plan) => plan[list].map((path) => `${plan.folder}/${path}`));
  return { written: collect('written'), unchanged: collect('unchanged'), removed: collect('removed'), problems };
}

function stampAll({ fileSystem, outDir, packages, options }: Run): void {
  for (const { folder } of packages) writeStamp(fileSystem, join(outDir, folder), options.inputs);
}

/** Stages every package that changes, then puts all of them in place. */
function replacePackages(run: Run, plans: readonly PackagePlan[]): Problem[] {
  const { fileSystem, outDir } = run;
  const changing = plans.filter(changesAnything);
  try {
    for (const plan of changing) stagePackage(fileSystem, outDir, plan);
    swapPackages(fileSystem, outDir, changing);
  } catch (error) {
    for (const { folder } of changing) discardStaged(fileSystem, outDir, folder);
    removeStagingFolder(fileSystem, outDir);
    throw error;
  }
  return changing.filter(({ exists }) => exists).flatMap(({ folder }) => clearAway(run, folder));
}

/** Takes the old package apart. When that fails the new one is in place all the same, and the next run goes on. */
function clearAway({ fileSystem, outDir, name }: Run, folder: string): Problem[] {
  const tell = (path: string): string => name(posix.join(folder, path));
  try {
    return retirePackage(fileSystem, stagePath(outDir, folder, 'old'), join(outDir, folder), tell);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return [unfinishedProblem(tell(''), code)];
  }
}

function writeUnderLock(run: Run): WriteResult {
  const mended = mendOutput(run.fileSystem, run.outDir, run.name);
  const { plans, problems } = planAll(run);
  if (hasErrors(problems)) return failed([...mended, ...problems]);
  const rescued = replacePackages(run, plans);
  removeStagingFolder(run.fileSystem, run.outDir);
  stampAll(run);
  return summarise(plans, [...mended, ...problems, ...rescued]);
}

/** Whether a run is under way, or was killed and left something. */
function hasTraces(fileSystem: FileSystem, outDir: string): boolean {
  return kindAt(fileSystem, outDir) === 'folder' && fileSystem.readdirSync(outDir).some(isOwnEntry);
}

function stagingProblem({ fileSystem, outDir, name }: Run): Problem | undefined {
  const kind = kindAt(fileSystem, stagingFolder(outDir));
  if (kind === undefined || kind === 'folder') return undefined;
  const file = name('.sdkgen');
  return kind === 'link' ? linkProblem(file) : inTheWayProblem(file);
}

function write(run: Run): WriteResult {
  const { fileSystem, outDir, options, name } = run;
  const staging = stagingProblem(run);
  if (staging !== undefined) return failed([staging]);
  if (options.dryRun || !hasTraces(fileSystem, outDir)) {
    const { plans, problems } = planAll(run);
    const result = summarise(plans, problems);
    if (options.dryRun || hasErrors(problems)) return result;
    if (!plans.some(changesAnything)) {
      stampAll(run);
      return result;
    }
  }
  fileSystem.mkdirSync(outDir, { recursive: true });
  const lock = takeLock(fileSystem, outDir, name);
  if ('problem' in lock) return failed([lock.problem]);
  try {
    return writeUnderLock(run);
  } finally {
    lock.release();
  }
}

/** The file that a system error is about, unless it lies in the staging folder, which says nothing to the user. */
function failedPath(error: unknown, outDir: string): string {
  const path = errorPath(error);
  if (path === undefined) return outDir;
  const fromOut = relative(outDir, path);
  const [first = ''] = fromOut.split(sep);
  return first === '..' || isOwnEntry(first) ? outDir : path;
}

/**
 * Makes the output folder hold these packages, and nothing else of ours: all of them or, when anything is wrong, none.
 * Files whose bytes do not differ keep their identity and time; when no file differs nothing is touched. Killed at any
 * moment, each package is the old or the new one, and the next run ends or undoes what was begun.
 *
 * Only files that a manifest lists, and that are as it says, are replaced or removed. No link is followed.
 *
 * @param outDir absolute; made when it is missing.
 * @returns problems for edited files, foreign files (a warning unless in the way), links, another run, and a disk that
 * refuses; see `output-problems.ts`.
 * @throws {ProblemsError} when a package's folder name is not portable.
 */
export async function writeOutput(
  outDir: string,
  packages: readonly PackageOutput[],
  options: WriteOptions,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<WriteResult> {
  checkFolders(packages);
  const name = (path: string): string => displayPath(options.cwd, join(outDir, path));
  let realOutDir = outDir;
  try {
    realOutDir = resolveOutDir(fileSystem, outDir);
    return write({ fileSystem, outDir: realOutDir, packages, options, name });
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const file = join(outDir, relative(realOutDir, failedPath(error, realOutDir)));
    return failed([failureProblem(displayPath(options.cwd, file), code)]);
  }
}
