import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { resolveConfig } from '../config/index.js';
import { nameFrom } from '../config/rules.js';
import { MANAGERS, type Manager } from '../config/workspaces.js';
import { generate } from '../generate/generate.js';
import { prepare } from '../generate/prepare.js';
import { managerOf, planWorkspace, refusal } from '../init/index.js';
import { errorCode, hasErrors } from '../problems/index.js';
import { type CommandLine, UsageError } from './arguments.js';
import { printReport } from './print.js';
import { ownPackage } from './version.js';

/** File names that do not contain the name of an API. */
const NAMELESS = /^(?:openapi|swagger|api|spec|index|schema)$/i;

/** Runs `sdkgen init`: sets up a workspace of generated packages, writes them, and prints the next steps. */
export async function runInit({ words, flags, values, switches }: CommandLine): Promise<number> {
  const cwd = process.cwd();
  const folder = resolve(cwd, words[0] ?? '.');
  const isAsking = process.stdin.isTTY === true && process.stdout.isTTY === true && !switches.has('yes');
  const terminal = isAsking ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const ask = prompt(terminal);
  const spec = await ask('OpenAPI document, a file or URL (empty for a sample)', flags.spec, '');
  const name = await ask('Name of the API', flags.name, nameOf(spec, folder));
  const scope = await ask('npm scope of the packages', flags.scope, `@${name}`);
  terminal?.close();
  const config = await resolveConfig({
    cwd,
    flags: { name, scope, spec: spec === '' ? join(folder, 'openapi.yaml') : spec },
  });
  const manager = managerFrom(values) ?? managerOf(folder, process.env.npm_config_user_agent);
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

/** Returns a function that returns what was given, otherwise asks, with a default; without a terminal, the default. */
function prompt(terminal: Interface | undefined) {
  // Ctrl+C and Ctrl+D close the terminal, and a question would wait forever.
  const closed = new AbortController();
  terminal?.once('close', () => closed.abort(new UsageError('Cancelled.', 'Nothing was written.')));
  return async (question: string, given: string | undefined, likely: string): Promise<string> => {
    if (given !== undefined || terminal === undefined) return given ?? likely;
    const shown = likely === '' ? '' : ` [${likely}]`;
    const answer = await terminal
      .question(`${question}${shown}: `, { signal: closed.signal })
      .catch((error: unknown) => {
        closed.signal.throwIfAborted();
        throw error;
      });
    return answer.trim() || likely;
  };
}

function nameOf(spec: string, folder: string): string {
  const file = basename(spec).replace(/\.[^.]*$/, '');
  return nameFrom(file === '' || NAMELESS.test(file) ? basename(folder) : file) || 'api';
}

function managerFrom(values: CommandLine['values']): Manager | undefined {
  const [given] = values.get('package-manager') ?? [];
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
