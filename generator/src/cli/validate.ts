import { resolveConfig } from '../config/index.js';
import { validate } from '../generate/prepare.js';
import type { CommandLine } from './arguments.js';
import { hasErrors, printProblems } from './print.js';

/** `sdkgen validate`: every problem of an OpenAPI document at once; warnings alone leave the exit code at 0. */
export async function runValidate({ flags, switches }: CommandLine): Promise<number> {
  const problems = await validate(await resolveConfig({ cwd: process.cwd(), flags }));
  const json = switches.has('json');
  printProblems(problems, json);
  if (problems.length === 0 && !json) process.stdout.write(`${flags.spec} is valid.\n`);
  return hasErrors(problems) ? 1 : 0;
}
