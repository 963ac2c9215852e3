import { type Problem, ProblemsError } from './problem.js';

/** Gathers problems, so that a run reports all of them at once instead of the first. */
export class ProblemCollector {
  readonly #problems: Problem[] = [];

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.severity === 'error');
  }

  /** @throws {ProblemsError} when at least one of the problems is an error. */
  throwIfErrors(): void {
    if (this.hasErrors) throw new ProblemsError(this.#problems);
  }
}
