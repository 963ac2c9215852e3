import { relative, sep } from 'node:path';
import { type Problem, ProblemsError } from '../problems/index.js';
import { pathProblems } from './file-path.js';
import type { FileSet } from './file-set.js';
import type { FileSystem } from './file-system.js';

/** One package as it has been rendered. */
export interface PackageOutput {
  /** The package's folder within the output folder, such as `chat-client`. */
  readonly folder: string;
  readonly files: FileSet;
}

/**
 * What may stand in the output folder beside the packages. `only-output`: nothing. `packages`: other packages, so that
 * folders are left alone and single files are foreign. `anything`: the folder is not ours to judge.
 */
export type OutHolds = 'only-output' | 'packages' | 'anything';

export interface OutputOptions {
  /** The folder that paths in problems are told from. */
  readonly cwd: string;
  readonly outHolds: OutHolds;
}

/** The path as a person in `cwd` would write it: relative when it lies below, absolute when it does not. */
export function displayPath(cwd: string, path: string): string {
  const fromHere = relative(cwd, path);
  if (fromHere === '' || fromHere === '..' || fromHere.startsWith(`..${sep}`)) return path;
  return fromHere.split(sep).join('/');
}

/** @throws {ProblemsError} when a folder's name is not a single portable segment, or two are the same. */
export function checkFolders(packages: readonly PackageOutput[]): void {
  const problems: Problem[] = [...pathProblems(packages.map(({ folder }) => folder))];
  for (const { folder } of packages) {
    if (!folder.includes('/') && !folder.startsWith('.')) continue;
    problems.push({
      code: 'package-folder-invalid',
      severity: 'error',
      message: `"${folder}" cannot be the folder of a package.`,
      hint: 'Choose a name of letters, digits and hyphens.',
    });
  }
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** The output folder itself may be reached through links: the user named it. */
export function resolveOutDir(fileSystem: FileSystem, outDir: string): string {
  return fileSystem.lstatSync(outDir, { throwIfNoEntry: false }) === undefined
    ? outDir
    : fileSystem.realpathSync(outDir);
}
