import { type Problem, ProblemsError } from '../problems/index.js';

/**
 * The results of two pieces of work that do not need each other, or the problems of both.
 * @throws {ProblemsError} when one of them ends in problems.
 */
export async function together<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<readonly [One, Other]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  const reasons: unknown[] = [first, second].flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const problems = reasons.map((reason) => {
    if (!(reason instanceof ProblemsError)) throw reason;
    return reason.problems;
  });
  throw new ProblemsError(problems.flat());
}

/**
 * Work after which the problems found so far must not be lost.
 * @throws {ProblemsError} with those before its own.
 */
export async function afterProblems<Result>(
  problems: readonly Problem[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProblemsError ? new ProblemsError([...problems, ...error.problems]) : error;
  }
}
