import { type Problem, ProblemsError } from '../problems/index.js';
import { comparePaths, pathProblems } from './file-path.js';
import { isAlwaysIgnored } from './ignored.js';

/** The files of one package, in the order of their paths. Immutable. */
export interface FileSet extends Iterable<readonly [path: string, text: string]> {
  /** Relative POSIX paths, sorted by code unit. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  get(path: string): string | undefined;
}

/** Line feeds alone, and exactly one at the end; an empty text stays empty. */
function normaliseText(text: string): string {
  const body = text.replace(/\r\n?/g, '\n');
  let end = body.length;
  while (end > 0 && body[end - 1] === '\n') end -= 1;
  return end === 0 ? '' : `${body.slice(0, end)}\n`;
}

function ignoredProblem(path: string): Problem {
  return {
    code: 'file-path-ignored',
    severity: 'error',
    message: `"${path}" lies where builds and installs write, so it cannot be a generated file.`,
    file: path,
    hint: 'Give the file another name: dist, coverage, node_modules and *.tsbuildinfo are no part of the output.',
  };
}

/**
 * Checks the paths and normalises the texts: line endings become LF, and a text ends with one of them.
 *
 * @throws {ProblemsError} naming every path that is not relative and portable, is given twice (with or without regard to
 * case), is a folder as well, or lies in a folder that is no part of the output.
 */
export function createFileSet(entries: Iterable<readonly [path: string, text: string]>): FileSet {
  const list = [...entries];
  const paths = list.map(([path]) => path);
  const problems = [...pathProblems(paths), ...paths.filter(isAlwaysIgnored).map(ignoredProblem)];
  if (problems.length > 0) throw new ProblemsError(problems);

  const sorted = list
    .map(([path, text]) => [path, normaliseText(text)] as const)
    .sort(([left], [right]) => comparePaths(left, right));
  const texts = new Map(sorted);
  return Object.freeze({
    paths: Object.freeze([...texts.keys()]),
    has: (path: string) => texts.has(path),
    get: (path: string) => texts.get(path),
    [Symbol.iterator]: () => texts.entries(),
  });
}
