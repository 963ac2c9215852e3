import { type FormatOptions, formatProblem, formatRepeated, type Problem } from '../problems/index.js';

/** Prints each problem to standard error, with `--json` also as JSON to standard output. */
export function printProblems(problems: readonly Problem[], json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  printTexts(
    problems.map((problem) => formatProblem(problem, options())),
    problems,
  );
}

/** Prints the problems of a command that succeeded: of those that differ only in their place, only the first in full. */
export function printReport(problems: readonly Problem[]): void {
  printTexts(formatRepeated(problems, options()), problems);
}

function options(): FormatOptions {
  return { colour: process.stderr.isTTY === true && process.env.NO_COLOR === undefined };
}

function printTexts(texts: readonly string[], problems: readonly Problem[]): void {
  for (const text of texts) process.stderr.write(`${text}\n\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.length > 0)
    process.stderr.write(
      `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}; run sdkgen explain CODE for an explanation\n`,
    );
}

export function counted(count: number, noun: string): string {
  // Not `toLocaleString`: its first call takes longer than a whole unchanged run.
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}

/** Prints a step, on terminals only. */
export function printStep(text: string): void {
  if (process.stderr.isTTY === true && process.env.CI === undefined) process.stderr.write(`${text}\n`);
}
