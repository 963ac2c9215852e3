import { basename, dirname, join, relative } from 'node:path';
import { errorCode, hasErrors, type Problem } from '../problems/index.js';
import { type FileSystem, nodeFileSystem, resolveOutDir } from './folder.js';
import { failureProblem, outputProblem } from './output-problems.js';
import { checkFolders, type OutputOptions, type PackageOutput } from './package-output.js';
import { Interference, PackageWriter } from './package-writer.js';
import { type EntryState, type OutputPlan, planOutput } from './plan.js';

export interface WriteOptions extends OutputOptions {
  /** Reports what would be written, without writing. */
  readonly dryRun: boolean;
}

/** Paths are relative to the output folder. If a problem is an error, the lists are empty. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly Problem[];
}

/** Concurrent runs may write to the same folder; after each of their steps the comparison starts again. */
const ATTEMPTS = 5;
const RACE_CODES: readonly (string | undefined)[] = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENOTEMPTY'];

/**
 * Updates the output folder to these packages. Each changed file is written to a temporary name and renamed; files with the same
 * bytes are not touched. Meanwhile the manifest lists both the old and the new files: after an interruption each file is one of
 * the two, and the next run completes the update.
 *
 * Only files that a manifest lists, with the listed contents, are replaced or removed. Links are not followed.
 *
 * @param outDir absolute; created if missing.
 * @returns problems for edited files, foreign files (a warning unless in the way), links, concurrent runs, and disk errors; see
 * `output-problems.ts`.
 * @throws {ProblemsError} if a package's folder name is not portable.
 */
export async function writeOutput(
  outDir: string,
  packages: readonly PackageOutput[],
  { display, outHolds, dryRun }: WriteOptions,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<WriteResult> {
  checkFolders(packages);
  const nameOf = (path: string): string => display(join(outDir, path));
  let realOutDir = outDir;
  let isUntouched = true;

  const carryOut = (plan: OutputPlan): void => {
    const changed = plan.packages.filter(({ entries }) => entries.some(({ state }) => CHANGES.includes(state)));
    const writers = changed.map((one) => new PackageWriter(fileSystem, one));
    if (writers.length > 0) fileSystem.mkdirSync(realOutDir, { recursive: true });
    try {
      // All new files are on disk before the first old file is replaced: a full disk changes nothing.
      for (const writer of writers) writer.prepare();
      isUntouched = false;
      for (const writer of writers) writer.commit();
      for (const writer of writers) writer.finish();
    } catch (error) {
      for (const writer of writers) writer.discard();
      throw error;
    }
  };
  /** Undefined if another run interfered. */
  const attempt = (count: number): WriteResult | undefined => {
    try {
      const plan = planOutput(fileSystem, realOutDir, packages, outHolds);
      const result = resultOf(plan, nameOf);
      const isFailed = hasErrors(result.problems);
      // A file that seems edited may have been written by another run after the manifest was read.
      if (isFailed && count === 1) return undefined;
      if (!dryRun && !isFailed) carryOut(plan);
      return result;
    } catch (error) {
      const isRace = count < ATTEMPTS && RACE_CODES.includes(errorCode(error));
      if (!isRace && !(error instanceof Interference)) throw error;
      return undefined;
    }
  };

  try {
    realOutDir = resolveOutDir(fileSystem, outDir);
    for (let count = 1; count <= ATTEMPTS; count += 1) {
      const result = attempt(count);
      if (result !== undefined) return result;
    }
    return failed([outputProblem('locked', display(outDir))]);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const path = failedPath(error) ?? realOutDir;
    const file = basename(path).startsWith('.sdkgen-') ? dirname(path) : path;
    return failed([failureProblem(nameOf(relative(realOutDir, file)), code, isUntouched)]);
  }
}

const CHANGES: readonly EntryState[] = ['missing', 'outdated', 'obsolete', 'leftover'];

function resultOf({ packages, strays }: OutputPlan, nameOf: (path: string) => string): WriteResult {
  const entries = packages.flatMap((one) =>
    one.entries.map(({ path, state }) => ({ path: join(one.folder, path), state })),
  );
  const pathsOf = (...states: readonly EntryState[]): string[] =>
    entries.flatMap(({ path, state }) => (states.includes(state) ? [path.replaceAll('\\', '/')] : []));
  const found = entries.flatMap(({ path, state }) => {
    const isProblem = state === 'edited' || state === 'in-the-way' || state === 'symlink' || state === 'manifest';
    return isProblem || state === 'foreign' ? [outputProblem(state, nameOf(path))] : [];
  });
  const problems = [...found, ...strays.map(({ path, kind }) => outputProblem(kind, nameOf(path)))];
  if (hasErrors(problems)) return failed(problems);
  return { written: pathsOf('missing', 'outdated'), removed: pathsOf('obsolete'), problems };
}

function failed(problems: readonly Problem[]): WriteResult {
  return { written: [], removed: [], problems };
}

/** The path of a system error: for a rename, the new one. */
function failedPath(error: unknown): string | undefined {
  const { path, dest = path }: { path?: unknown; dest?: unknown } = Object(error);
  return typeof dest === 'string' ? dest : undefined;
}
