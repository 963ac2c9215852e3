import { counted, type FormatOptions, formatProblem, formatRepeated, type Problem } from '../problems/index.js';

/** Prints each problem to standard error, with `--json` also as JSON to standard output. */
export function printProblems(problems: readonly Problem[], json: boolean): void {
  if (json) process.stdout.write(asJson({ problems }));
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

/** A value as JSON, ending with a line break. */
export function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Prints a step, on terminals only. */
export function printStep(text: string): void {
  if (process.stderr.isTTY === true && process.env.CI === undefined) process.stderr.write(`${text}\n`);
}
