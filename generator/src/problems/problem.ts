import type { ProblemCode } from './problem-code.js';

/** An error stops the run; a warning is printed and the run continues. */
export type Severity = 'error' | 'warning';

/** One problem of the input, and how to fix it. */
export interface Problem {
  /** Stable identifier, such as `ref-unresolved`; `sdkgen explain` explains each. */
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** The file or URL as written by the user, or relative to the working folder. */
  readonly file?: string;
  /** One-based. */
  readonly line?: number;
  /** One-based. */
  readonly column?: number;
  /** JSON pointer (RFC 6901) into `file`, such as `/paths/~1users/get`. */
  readonly pointer?: string;
  /** The lines around the place, with a caret below it. */
  readonly frame?: string;
  /** What to do about it. */
  readonly hint: string;
}

/** Where a problem is, as far as it is known. */
export type ProblemPlace = Pick<Problem, 'file' | 'line' | 'column' | 'pointer' | 'frame'>;

export function errorProblem(code: ProblemCode, place: ProblemPlace, message: string, hint: string): Problem {
  return { code, severity: 'error', message, ...place, hint };
}

export function warningProblem(code: ProblemCode, place: ProblemPlace, message: string, hint: string): Problem {
  return { code, severity: 'warning', message, ...place, hint };
}

/** Whether a run with these problems ends without a result. */
export function hasErrors(problems: readonly { readonly severity: string }[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Thrown if the run cannot continue; contains all problems found, including warnings. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

/** Converts a stack overflow to a problem: parts of a document may nest thousands of others. Returns any other error unchanged. */
export function asProblems(error: unknown): unknown {
  if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) return error;
  const message = 'The schemas of the spec are nested too deeply through references.';
  const hint = 'Look for a chain of thousands of references, and shorten it.';
  return new ProblemsError([errorProblem('description-too-deep', {}, message, hint)]);
}
