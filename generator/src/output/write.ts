import { basename, dirname, join, relative } from 'node:path';
import { errorCode, type Problem } from '../problems/index.js';
import { type FileSystem, failedPath, nodeFileSystem, resolveOutDir } from './file-system.js';
import { findStrays } from './inventory.js';
import { failureProblem, outputProblem } from './output-problems.js';
import { checkFolders, type OutputOptions, type PackageOutput } from './package-output.js';
import { Interference, PackageWriter } from './package-writer.js';
import { type EntryState, type PackagePlan, planPackage } from './plan.js';

export interface WriteOptions extends OutputOptions {
  /** Reports what would be written, and writes nothing. */
  readonly dryRun: boolean;
}

/** Paths are within the output folder. When a problem is an error, the lists are empty. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly Problem[];
}

/** Other runs may write to the same folder meanwhile; after each of their steps the comparison begins again. */
const ATTEMPTS = 5;
const RACE_CODES: ReadonlySet<string | undefined> = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENOTEMPTY']);

const PROBLEM_STATES = ['edited', 'in-the-way', 'link', 'unreadable', 'foreign'] as const;

function failed(problems: readonly Problem[]): WriteResult {
  return { written: [], unchanged: [], removed: [], problems };
}

function hasErrors({ problems }: WriteResult): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/**
 * Makes the output folder have these packages, and nothing else of ours. Each changed file is written to a temporary name
 * and renamed; files whose bytes do not differ are not touched. While that goes on the manifest lists the old and the new
 * files: after an interruption at any moment each is one of the two, and the next run does the rest.
 *
 * Only files that a manifest lists, and that are as it lists them, are replaced or removed. No link is followed.
 *
 * @param outDir absolute; made when it is missing.
 * @returns problems for edited files, foreign files (a warning unless in the way), links, other runs, and a disk that
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
  const display = (path: string): string => options.display(join(outDir, path));
  let realOutDir = outDir;
  let isUntouched = true;
  try {
    realOutDir = resolveOutDir(fileSystem, outDir);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        const plans = packages.map((package_) => planPackage(fileSystem, realOutDir, package_));
        const folders = packages.map(({ folder }) => folder);
        const strays = findStrays(fileSystem, realOutDir, folders, options.outHolds);
        const foreign = strays.map((path) => outputProblem('foreign', display(path)));
        const result = resultOf(plans, foreign, display);
        // What looks edited may be the work of another run since the manifest was read.
        if (hasErrors(result) && attempt === 0) continue;
        if (options.dryRun || hasErrors(result)) return result;
        const writers = plans.filter(changesAnything).map((plan) => new PackageWriter(fileSystem, plan));
        if (writers.length > 0) fileSystem.mkdirSync(realOutDir, { recursive: true });
        try {
          // All new files are on the disk before the first one replaces an old file: a full disk changes nothing.
          for (const writer of writers) writer.prepare();
          isUntouched = false;
          for (const writer of writers) writer.commit();
          for (const writer of writers) writer.finish();
        } catch (error) {
          for (const writer of writers) writer.discard();
          throw error;
        }
        return result;
      } catch (error) {
        const isLast = attempt === ATTEMPTS - 1;
        if (!(error instanceof Interference) && (isLast || !RACE_CODES.has(errorCode(error)))) throw error;
      }
    }
    return failed([outputProblem('locked', options.display(outDir))]);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const path = failedPath(error) ?? realOutDir;
    const file = basename(path).startsWith('.sdkgen-') ? dirname(path) : path;
    return failed([failureProblem(display(relative(realOutDir, file)), code, isUntouched)]);
  }
}

function resultOf(plans: readonly PackagePlan[], foreign: readonly Problem[], display: (path: string) => string) {
  const pathsOf = (...states: readonly EntryState[]): string[] =>
    plans.flatMap(({ folder, entries }) =>
      entries.flatMap(({ path, state }) => (states.includes(state) ? [`${folder}/${path}`] : [])),
    );
  const found = plans.flatMap(({ folder, entries }) =>
    entries.flatMap(({ path, state }) => {
      const problem = PROBLEM_STATES.find((one) => one === state);
      return problem === undefined ? [] : [outputProblem(problem, display(join(folder, path)))];
    }),
  );
  const problems = [...found, ...foreign];
  if (hasErrors(failed(problems))) return failed(problems);
  return {
    written: pathsOf('missing', 'outdated'),
    unchanged: pathsOf('unchanged'),
    removed: pathsOf('obsolete'),
    problems,
  };
}

function changesAnything({ entries }: PackagePlan): boolean {
  return entries.some(({ state }) => ['missing', 'outdated', 'obsolete', 'leftover'].includes(state));
}
