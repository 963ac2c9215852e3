import { ProblemsError } from './problem.js';

/**
 * The problem that a full stack stands for: the parts of a description lead through thousands of others, one inside
 * another. Any other error stays what it is.
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
