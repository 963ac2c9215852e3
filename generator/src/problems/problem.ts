import type { ProblemCode } from './problem-code.js';

/** How bad a problem is: an error stops the run, a warning is printed and the run goes on. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong with the input, and how to fix it. */
export interface Problem {
  /** Stable identifier, such as `ref-unresolved`; `sdkgen explain` explains each. */
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** The file or URL as the user wrote it or as it is relative to the working folder. */
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

/** Thrown when the run cannot go on; contains every problem that was found, warnings included. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

/**
 * The problem behind a full stack: the parts of a document lead through thousands of others, one inside another. Any other
 * error stays what it is.
 */
export function asProblems(error: unknown): unknown {
  if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) return error;
  return new ProblemsError([
    {
      code: 'description-too-deep',
      severity: 'error',
      message: 'The schemas of the description lead through too many others, one inside another.',
      hint: 'Look for a chain of thousands of references, and make it shorter.',
    },
  ]);
}
