import { displayPath, resolveConfig } from '../config/index.js';
import { validate } from '../generate/prepare.js';
import { hasErrors } from '../problems/index.js';
import type { CommandLine } from './arguments.js';
import { printProblems } from './print.js';

/** Runs `sdkgen validate`: reports all problems of an OpenAPI document; warnings do not change the exit code 0. */
export async function runValidate({ flags, switches }: CommandLine): Promise<number> {
  const config = await resolveConfig({ cwd: process.cwd(), flags });
  const problems = await validate(config);
  const json = switches.has('json');
  printProblems(problems, json);
  if (problems.length === 0 && !json)
    process.stdout.write(`${flags.spec ?? displayPath(config.cwd, config.spec)} is valid.\n`);
  return hasErrors(problems) ? 1 : 0;
}
