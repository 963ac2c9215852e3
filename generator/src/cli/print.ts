import { formatProblem, type Problem } from '../problems/index.js';

/** Problems go to standard error, and with `--json` as one document to standard output as well. */
export function printProblems(problems: readonly Problem[], json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  const colour = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
  for (const problem of problems) process.stderr.write(`${formatProblem(problem, { colour })}\n\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.length > 0)
    process.stderr.write(
      `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}; sdkgen explain CODE explains each\n`,
    );
}

export function counted(count: number, noun: string): string {
  // Not `toLocaleString`: the first number that it writes costs more than all of an unchanged run.
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Prints a step on a terminal, and nowhere else. */
export function printStep(text: string): void {
  if (process.stderr.isTTY === true && process.env.CI === undefined) process.stderr.write(`${text}\n`);
}
