import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { resolveConfig } from '../config/index.js';
import { schemeOf } from '../config/location.js';
import { type Fault, locationFault, nameFault, nameFrom, scopeFault } from '../config/rules.js';
import { MANAGERS, type Manager, managerIn } from '../config/workspaces.js';
import { generate } from '../generate/generate.js';
import { prepare } from '../generate/prepare.js';
import { managerOf, planWorkspace, refusal } from '../init/index.js';
import { errorCode, hasErrors } from '../problems/index.js';
import type { CommandLine } from './arguments.js';
import { printReport } from './print.js';
import { createPrompt, SILENT } from './prompt.js';
import { ownPackage } from './version.js';

/** File names that do not contain the name of an API. */
const NAMELESS = /^(?:openapi|swagger|api|spec|index|schema)$/i;

/** Runs `sdkgen init`: sets up a workspace of generated packages, writes them, and prints the next steps. */
export async function runInit({ words, flags, values, switches }: CommandLine): Promise<number> {
  const cwd = process.cwd();
  const folder = resolve(cwd, words[0] ?? '.');
  const isAsking = process.stdin.isTTY === true && process.stdout.isTTY === true && !switches.has('yes');
  const prompt = isAsking ? createPrompt(process.stdin, process.stdout) : SILENT;
  const spec = await prompt.ask({
    text: 'OpenAPI document, a file or URL (empty for a sample)',
    given: flags.spec,
    likely: '',
    faultOf: (answer) => specFault(answer, cwd),
  });
  const name = await prompt.ask({
    text: 'Name of the API',
    given: flags.name,
    likely: nameOf(spec, folder),
    faultOf: nameFault,
  });
  const scope = await prompt.ask({
    text: 'npm scope of the packages',
    given: flags.scope,
    likely: `@${name}`,
    faultOf: scopeFault,
  });
  const answered = await prompt.ask({
    text: `Package manager (${MANAGERS.join(', ')})`,
    given: values.get('package-manager')?.[0] ?? managerIn(folder),
    likely: managerOf(folder, process.env.npm_config_user_agent),
    faultOf: (answer) =>
      managerFrom(answer)
        ? undefined
        : { message: `${answer} is not supported.`, hint: `Use ${MANAGERS.join(' or ')}.` },
  });
  const manager = managerFrom(answered) ?? 'npm';
  prompt.close();
  const config = await resolveConfig({
    cwd,
    flags: { name, scope, spec: spec === '' ? join(folder, 'openapi.yaml') : spec },
  });
  const plan = planWorkspace({
    folder,
    spec: spec === '' ? undefined : config.spec,
    scope: config.scope,
    name,
    manager,
    generator: ownPackage(),
  });
  // A spec with errors is rejected before anything is written.
  if (spec !== '') await prepare(config);
  for (const [path, text] of plan.files) {
    writeNew(join(folder, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
  for (const path of plan.kept) process.stdout.write(`kept  ${path}\n`);
  const written = await resolveConfig({ cwd: folder, flags: {} });
  const result = await generate(written, 'write');
  printReport(result.problems);
  if (hasErrors(result.problems)) return 1;
  for (const name of result.folders) process.stdout.write(`wrote ${relative(folder, join(written.out, name))}/\n`);
  process.stdout.write(nextSteps(relative(cwd, folder), manager, plan.script));
  return 0;
}

/** @throws {ProblemsError} if the system rejects it, for instance because a file is in the place of a folder. */
function writeNew(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw refusal(path, `${path} cannot be written (${code}).`, 'Choose another folder, or check its permissions.');
  }
}

function specFault(spec: string, cwd: string): Fault | undefined {
  if (spec === '') return undefined;
  const isMissing = schemeOf(spec) === undefined && !existsSync(resolve(cwd, spec));
  const missing = { message: `${spec} does not exist.`, hint: 'The path is relative to the working folder.' };
  return locationFault(spec) ?? (isMissing ? missing : undefined);
}

function nameOf(spec: string, folder: string): string {
  const file = basename(spec).replace(/\.[^.]*$/, '');
  return nameFrom(file === '' || NAMELESS.test(file) ? basename(folder) : file) || 'api';
}

function managerFrom(given: string): Manager | undefined {
  return MANAGERS.find((name) => name === given);
}

function nextSteps(folder: string, manager: Manager, script: string): string {
  const tests = script === 'generate' ? `${manager} test` : `${manager} run sdk:test`;
  const steps = [
    ...(folder === '' ? [] : [`cd ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}`]),
    `${manager} install`,
    `${manager} run ${script}   # builds the packages; run it after each change of the spec`,
    `${tests}   # calls every documented example against a mock of the API`,
  ];
  return `\nNext:\n${steps.map((step) => `  ${step}\n`).join('')}`;
}
