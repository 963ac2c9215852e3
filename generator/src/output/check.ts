import { join, posix } from 'node:path';
import type { Problem } from '../problems/index.js';
import { type FileSystem, nodeFileSystem } from './file-system.js';
import { foreignProblem } from './output-problems.js';
import { checkFolders, displayPath, type OutputOptions, type PackageOutput, resolveOutDir } from './package-output.js';
import { planPackage } from './plan.js';
import { findLeftovers } from './staging.js';
import { findStrays } from './strays.js';

const RUN_AGAIN = 'Run the generator again.';

/** One-based line of the first difference between two texts. */
function differingLine(left: string, right: string): number {
  const shortest = Math.min(left.length, right.length);
  let line = 1;
  for (let at = 0; at < shortest && left[at] === right[at]; at += 1) {
    if (left[at] === '\n') line += 1;
  }
  return line;
}

function changedProblem(file: string, line: number): Problem {
  return {
    code: 'output-changed',
    severity: 'error',
    message: `${file} is not what the inputs give.`,
    file,
    line,
    hint: `If the inputs changed, run the generator again; if the file was edited, make the change in templates/ instead.`,
  };
}

function checkPackage(
  fileSystem: FileSystem,
  outDir: string,
  package_: PackageOutput,
  name: (path: string) => string,
): Problem[] {
  const problems = new Map<string, Problem>();
  const report = (problem: Problem): void => {
    if (problem.file !== undefined && !problems.has(problem.file)) problems.set(problem.file, problem);
  };
  const plan = planPackage(fileSystem, outDir, package_, name);
  const differing = new Set(plan.differing);
  for (const path of plan.differing) {
    const found = fileSystem.readFileSync(join(outDir, plan.folder, path), 'utf8');
    report(changedProblem(name(path), differingLine(found, plan.files.get(path) ?? '')));
  }
  for (const problem of plan.problems) report(problem);
  for (const path of plan.written) {
    if (differing.has(path)) continue;
    const file = name(path);
    report({ code: 'output-missing', severity: 'error', message: `${file} is missing.`, file, hint: RUN_AGAIN });
  }
  for (const path of plan.removed) {
    const file = name(path);
    const message = `${file} was generated once and no longer is.`;
    report({ code: 'output-obsolete', severity: 'error', message, file, hint: RUN_AGAIN });
  }
  return [...problems.values()].map((problem) => ({ ...problem, severity: 'error' }));
}

function interruptedProblem(file: string): Problem {
  return {
    code: 'output-interrupted',
    severity: 'error',
    message: `A run was interrupted while it wrote ${file}, or is still under way.`,
    file,
    hint: RUN_AGAIN,
  };
}

/**
 * Compares the output folder with what would be written, and changes nothing.
 *
 * @returns an error for each file that differs, is missing, is no longer generated, or is not ours; none when the folder
 * holds exactly these packages.
 * @throws {ProblemsError} when a package's folder name is not portable.
 */
export async function checkOutput(
  outDir: string,
  packages: readonly PackageOutput[],
  options: OutputOptions,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<readonly Problem[]> {
  checkFolders(packages);
  const name = (path: string): string => displayPath(options.cwd, join(outDir, path));
  const realOutDir = resolveOutDir(fileSystem, outDir);
  const interrupted = [...findLeftovers(fileSystem, realOutDir).keys()].map((folder) =>
    interruptedProblem(name(folder)),
  );
  const differences = packages.flatMap((package_) =>
    checkPackage(fileSystem, realOutDir, package_, (path) => name(posix.join(package_.folder, path))),
  );
  const strays = findStrays(fileSystem, realOutDir, packages, options.outHolds).map(
    (path): Problem => ({ ...foreignProblem(name(path)), severity: 'error' }),
  );
  return [...interrupted, ...differences, ...strays];
}
