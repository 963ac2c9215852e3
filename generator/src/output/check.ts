import { join } from 'node:path';
import type { Problem } from '../problems/index.js';
import { type FileSystem, nodeFileSystem, resolveOutDir } from './file-system.js';
import { findStrays } from './inventory.js';
import { MANIFEST_NAME } from './manifest.js';
import { outputProblem } from './output-problems.js';
import { checkFolders, type OutputOptions, type PackageOutput } from './package-output.js';
import { type Entry, type PackagePlan, planPackage } from './plan.js';

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
    hint: 'If the inputs changed, run the generator again; if the file was edited, make the change in templates/ instead.',
  };
}

function problemOf(fileSystem: FileSystem, plan: PackagePlan, entry: Entry, file: string): Problem[] {
  const { path, state, differs } = entry;
  if (state === 'unchanged') return [];
  if (state === 'leftover' || (path === MANIFEST_NAME && !plan.manifest.isFinal)) {
    return [outputProblem('interrupted', file)];
  }
  if (differs === true) {
    const found = fileSystem.readFileSync(join(plan.root, path), 'utf8');
    return [changedProblem(file, differingLine(found, plan.files.get(path) ?? ''))];
  }
  return state === 'outdated' ? [] : [outputProblem(state, file)];
}

/**
 * Compares the output folder with what would be written, and changes nothing.
 *
 * @returns an error for each file that differs, is missing, is no longer generated, or is not ours; none when the folder
 * has exactly these packages.
 * @throws {ProblemsError} when a package's folder name is not portable.
 */
export async function checkOutput(
  outDir: string,
  packages: readonly PackageOutput[],
  { display, outHolds }: OutputOptions,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<readonly Problem[]> {
  checkFolders(packages);
  const realOutDir = resolveOutDir(fileSystem, outDir);
  const folders = packages.map(({ folder }) => folder);
  const differences = packages.flatMap((package_) => {
    const plan = planPackage(fileSystem, realOutDir, package_);
    return plan.entries.flatMap((entry) =>
      problemOf(fileSystem, plan, entry, display(join(outDir, plan.folder, entry.path))),
    );
  });
  const strays = findStrays(fileSystem, realOutDir, folders, outHolds).map((path) =>
    outputProblem('foreign', display(join(outDir, path))),
  );
  return [...differences, ...strays].map((problem) => ({ ...problem, severity: 'error' }));
}
