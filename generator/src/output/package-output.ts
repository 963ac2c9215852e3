import { compareText, errorProblem, type Problem, ProblemsError } from '../problems/index.js';
import { isIgnored } from './ignored.js';
import { pathProblems } from './paths.js';

/** The file in each package that lists what the generator wrote there. */
export const MANIFEST_NAME = '.sdkgen.json';

/** The texts of a package's files by relative POSIX path, sorted by code unit. */
export type FileSet = ReadonlyMap<string, string>;

/** A rendered package. */
export interface PackageOutput {
  /** The package's folder within the output folder, such as `chat-client`. */
  readonly folder: string;
  readonly files: FileSet;
}

/**
 * What may be in the output folder besides the packages. `only-output`: nothing. `packages`: other packages, so folders are
 * ignored and single files are foreign. `anything`: everything.
 */
export type OutHolds = 'only-output' | 'packages' | 'anything';

export interface OutputOptions {
  /** Returns the name of a file in problems, given its absolute path. */
  readonly display: (path: string) => string;
  readonly outHolds: OutHolds;
}

/**
 * Checks the paths and normalises the texts: line endings become LF, and a text ends with one of them.
 *
 * @throws {ProblemsError} with every path that is not relative and portable, is used twice (case-insensitively), is also a
 * folder, or is in a folder that is not part of the output.
 */
export function createFileSet(entries: Iterable<readonly [path: string, text: string]>): FileSet {
  const list = [...entries];
  const paths = list.map(([path]) => path);
  throwIfAny([...pathProblems([...paths, MANIFEST_NAME]), ...paths.filter(isIgnored).map(ignoredProblem)]);
  const sorted = list.sort(([left], [right]) => compareText(left, right));
  return new Map(sorted.map(([path, text]) => [path, normaliseText(text)]));
}

/** @throws {ProblemsError} if a folder's name is not a single portable segment, or two are the same. */
export function checkFolders(packages: readonly PackageOutput[]): void {
  const folders = packages.map(({ folder }) => folder);
  const invalid = folders.filter((folder) => folder.includes('/') || folder.startsWith('.'));
  throwIfAny([...pathProblems(folders), ...invalid.map(folderProblem)]);
}

function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** LF line endings, and exactly one at the end; an empty text stays empty. */
function normaliseText(text: string): string {
  const body = text.replace(/\r\n?/g, '\n');
  let end = body.length;
  while (end > 0 && body[end - 1] === '\n') end -= 1;
  return end === 0 ? '' : `${body.slice(0, end)}\n`;
}

function ignoredProblem(path: string): Problem {
  const message = `"${path}" is written by builds and installs, so it cannot be a generated file.`;
  const hint = 'Rename the file: dist, coverage, node_modules and *.tsbuildinfo are not part of the output.';
  return errorProblem('file-path-ignored', { file: path }, message, hint);
}

function folderProblem(folder: string): Problem {
  const message = `"${folder}" cannot be the name of a package's folder.`;
  return errorProblem('package-folder-invalid', {}, message, 'Use a name of letters, digits and hyphens.');
}
