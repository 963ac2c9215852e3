import { relative } from 'node:path';
import { type Config, resolveConfig } from '../config/index.js';
import { buildPackages } from '../generate/build.js';
import { generate } from '../generate/generate.js';
import type { GenerateResult } from '../generate/result.js';
import { ownTemplates } from '../generate/template-texts.js';
import { asProblems, ProblemsError } from '../problems/index.js';
import type { ParsedCommand } from './arguments.js';
import { counted, hasErrors, printProblems, printStep } from './print.js';
import { watchInputs } from './watch.js';

type GenerateCommand = Extract<ParsedCommand, { command: 'generate' }>;

/** `sdkgen generate`: writes both packages, or checks them, and ends with a summary. */
export async function runGenerate(command: GenerateCommand): Promise<number> {
  const config = await resolveConfig({ cwd: process.cwd(), flags: command.flags });
  if (!command.watch) return runOnce(command, config);
  const run = async (): Promise<void> => {
    try {
      await runOnce(command, config);
    } catch (thrown) {
      const error = asProblems(thrown);
      // A broken input is told, and the next change tried.
      if (!(error instanceof ProblemsError)) throw error;
      printProblems(error.problems, false);
    }
  };
  await run();
  await watchInputs(config, ownTemplates, run);
  return 0;
}

async function runOnce(command: GenerateCommand, config: Config): Promise<number> {
  const started = performance.now();
  printStep(`Reading ${relative(config.cwd, config.spec) || config.spec}`);
  const result = await generate(config, command.mode);
  const failed = hasErrors(result.problems);
  const problems = [...result.problems];
  if (!failed && command.build) {
    printStep('Building the packages');
    problems.push(...(await buildPackages(config.out, result.folders, result.typesPackage)));
  }
  const seconds = (performance.now() - started) / 1000;
  if (command.json) {
    process.stdout.write(`${JSON.stringify({ ...result, problems, seconds: Number(seconds.toFixed(2)) }, null, 2)}\n`);
  }
  printProblems(problems, false);
  if (hasErrors(problems)) return 1;
  if (!command.json) process.stdout.write(summary(config, result, seconds));
  return 0;
}

function summary(config: Config, result: GenerateResult, seconds: number): string {
  const out = relative(config.cwd, config.out) || '.';
  const lines = [
    `${config.scope}/${config.name}: ${counted(result.operations, 'operation')}, ${counted(result.types, 'type')}, ${counted(result.examples, 'example')}`,
    fileSummary(result, out),
    `${seconds.toFixed(1)} s`,
  ];
  const changed =
    result.mode === 'dry-run'
      ? [...result.written.map((path) => `  write  ${path}`), ...result.removed.map((path) => `  remove ${path}`)]
      : [];
  return `${[...changed, ...lines].join('\n')}\n`;
}

function fileSummary(result: GenerateResult, out: string): string {
  const packages = result.folders.map((folder) => `${out}/${folder}`).join(' and ');
  if (result.files === undefined) return `${packages}: unchanged`;
  const all = `${counted(result.files, 'file')} in ${packages}`;
  if (result.mode === 'check') return `${all}: as the inputs give them`;
  const changes = `${result.written.length} written, ${result.removed.length} removed`;
  return result.mode === 'dry-run' ? `${all}: ${changes} if this were no dry run` : `${all}: ${changes}`;
}
