import { resolveConfig } from '../config/index.js';
import { validate } from '../generate/prepare.js';
import type { ParsedCommand } from './arguments.js';
import { hasErrors, printProblems } from './print.js';

type ValidateCommand = Extract<ParsedCommand, { command: 'validate' }>;

/** `sdkgen validate`: every problem of a description at once; warnings alone leave the exit code 0. */
export async function runValidate(command: ValidateCommand): Promise<number> {
  const problems = await validate(await resolveConfig({ cwd: process.cwd(), flags: command.flags }));
  printProblems(problems, command.json);
  if (problems.length === 0 && !command.json) process.stdout.write(`${command.flags.spec} is valid.\n`);
  return hasErrors(problems) ? 1 : 0;
}
