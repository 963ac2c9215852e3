import { type Problem, ProblemsError } from '../problems/index.js';
import { pathProblems } from './file-path.js';
import type { FileSet } from './file-set.js';

/** One package as it has been rendered. */
export interface PackageOutput {
  /** The package's folder within the output folder, such as `chat-client`. */
  readonly folder: string;
  readonly files: FileSet;
}

/**
 * What may be in the output folder beside the packages. `only-output`: nothing. `packages`: other packages, so that
 * folders are left alone and single files are foreign. `anything`: nothing there is judged.
 */
export type OutHolds = 'only-output' | 'packages' | 'anything';

export interface OutputOptions {
  /** How problems name a file, given its absolute path. */
  readonly display: (path: string) => string;
  readonly outHolds: OutHolds;
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
