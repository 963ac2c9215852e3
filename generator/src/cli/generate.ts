import { dirname, join, relative, resolve } from 'node:path';
import { CONFIG_FILES, type Config, displayPath, resolveConfig } from '../config/index.js';
import { buildPackages } from '../generate/build.js';
import { generate } from '../generate/generate.js';
import type { GenerateResult } from '../generate/result.js';
import { ownTemplates } from '../generate/template-texts.js';
import type { LoadOptions } from '../load/index.js';
import { asProblems, counted, hasErrors, ProblemsError } from '../problems/index.js';
import type { CommandLine } from './arguments.js';
import { asJson, printProblems, printReport, printStep } from './print.js';
import { watchInputs } from './watch.js';

/** Runs `sdkgen generate`: writes or checks both packages, and prints a summary. */
export async function runGenerate(command: CommandLine): Promise<number> {
  const { flags, switches } = command;
  let config = await resolveConfig({ cwd: process.cwd(), flags });
  if (!switches.has('watch')) return runOnce(command, config);
  await watchInputs(async (inputs) => {
    // The configuration, and all places where one could be added.
    const addConfiguration = (): void => {
      const names = flags.config === undefined ? [...CONFIG_FILES, 'package.json'] : [flags.config];
      const paths = [...names.map((name) => resolve(config.cwd, name)), config.configFile, config.changelog];
      // The version and the licence may be in the package.json beside the configuration.
      if (config.configFile !== undefined) paths.push(join(dirname(config.configFile), 'package.json'));
      for (const path of paths) if (path !== undefined) inputs.addFile(path);
    };
    addConfiguration();
    try {
      config = await resolveConfig({ cwd: process.cwd(), flags });
      addConfiguration();
      for (const folder of [ownTemplates, config.templates]) if (folder !== undefined) inputs.addFolder(folder);
      await runOnce(command, { ...config, onRead: (path) => inputs.addFile(path) });
    } catch (thrown) {
      const error = asProblems(thrown);
      // A broken input is reported; the next change starts another run.
      if (!(error instanceof ProblemsError)) throw error;
      printProblems(error.problems, false);
    }
    process.stdout.write('Watching for changes; press Ctrl+C to stop.\n');
  });
  return 0;
}

async function runOnce({ switches }: CommandLine, config: Config & LoadOptions): Promise<number> {
  const started = performance.now();
  printStep(`Reading ${displayPath(config.cwd, config.spec)}`);
  const mode = switches.has('check') ? 'check' : switches.has('dry-run') ? 'dry-run' : 'write';
  const json = switches.has('json');
  const result = await generate(config, mode);
  const failed = hasErrors(result.problems);
  const problems = [...result.problems];
  if (!failed && switches.has('build')) {
    printStep('Building the packages');
    problems.push(...(await buildPackages(config.out, result.folders, result.typesPackage)));
  }
  const seconds = (performance.now() - started) / 1000;
  if (json) process.stdout.write(asJson({ ...result, problems, seconds: Number(seconds.toFixed(2)) }));
  printReport(problems);
  if (hasErrors(problems)) return 1;
  if (!json) process.stdout.write(summary(config, result, seconds, switches.has('build')));
  return 0;
}

function summary(config: Config, result: GenerateResult, seconds: number, isBuilt: boolean): string {
  const out = relative(config.cwd, config.out) || '.';
  const lines = [
    `${config.scope}/${config.name}: ${counted(result.operations, 'operation')}, ${counted(result.types, 'type')}, ${counted(result.examples, 'example')}`,
    fileSummary(result, out),
    `${seconds.toFixed(1)} s`,
    ...nextSteps(result, out, isBuilt),
  ];
  const changed =
    result.mode === 'dry-run'
      ? [...result.written.map((path) => `  write  ${path}`), ...result.removed.map((path) => `  remove ${path}`)]
      : [];
  return `${[...changed, ...lines].join('\n')}\n`;
}

/** After the first run, what to do with the packages. */
function nextSteps({ mode, files, written, folders }: GenerateResult, out: string, isBuilt: boolean): string[] {
  if (mode !== 'write' || files === undefined || written.length < files) return [];
  const client = folders[folders.length - 1] ?? '';
  const steps = [
    ...(isBuilt ? [] : ['build both packages: the same command with --build']),
    `read ${out}/${client}/README.md`,
  ];
  return [`Next: ${steps.join('; ')}`];
}

function fileSummary(result: GenerateResult, out: string): string {
  const packages = result.folders.map((folder) => `${out}/${folder}`).join(' and ');
  if (result.files === undefined) return `${packages}: unchanged`;
  const all = `${counted(result.files, 'file')} in ${packages}`;
  if (result.mode === 'check') return `${all}: up to date`;
  const changes = `${result.written.length} written, ${result.removed.length} removed`;
  return result.mode === 'dry-run' ? `${all}: ${changes} (dry run)` : `${all}: ${changes}`;
}
