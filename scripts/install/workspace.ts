import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { waitForOutput } from '../common/process.js';
import { expectText, Failure } from '../common/script.js';
import type { PublishedGenerator } from '../pack/generator.js';
import { type Commands, commandsIn, type Manager } from './commands.js';

const SMALL = resolve('generator/test/fixtures/features/bodies.yaml');
/** GitHub's, with over a thousand operations. */
const LARGE = resolve('node_modules/@octokit/openapi/generated/api.github.com.json');

/**
 * A workspace in an empty folder: set up, installed, generated, built and tested, mocked, compared with a changed spec, and
 * renamed. What runs after the installation must need no network.
 *
 * @param home an empty folder, in which the workspace is another.
 * @param node the program of another version of Node.
 */
export async function newWorkspace(
  home: string,
  generator: PublishedGenerator,
  manager: Manager,
  node?: string,
): Promise<void> {
  const { folder, commands } = await setUp(home, generator, manager, SMALL, node);
  const run = (script: string) => commands.offline(manager.name, 'run', script);
  await run('validate');
  await mock(commands, manager);
  await changedSpec(folder, commands, manager);
  await renamed(folder, commands, manager);
  if (manager.name !== 'npm') return;
  const listed = await commands.run('npm', 'ls');
  if (!listed.ok) throw new Failure(`npm ls:\n${listed.output}`);
  await program(folder, commands, node === undefined);
}

/** The same with a large spec: generated, built, and tested against its mock. */
export async function largeWorkspace(home: string, generator: PublishedGenerator, manager: Manager): Promise<void> {
  await setUp(home, generator, manager, LARGE);
}

/** From an empty folder to tested packages. */
async function setUp(home: string, generator: PublishedGenerator, manager: Manager, spec: string, node?: string) {
  const folder = join(home, 'sdk');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.npmrc'), generator.settings);
  const commands = commandsIn(folder, manager, node);
  if (node !== undefined) expectText((await commands.must('node', '-p', 'process.execPath')).stdout, node);
  const flags = ['--spec', spec, '--scope', '@acme', '--name', 'desk', '--package-manager', manager.name];
  const { name, version } = generator;
  const { stdout } = await commands.must('npx', '--yes', `${name}@${version}`, 'init', ...flags);
  expectText(stdout, `wrote spec/${basename(spec)}`, 'wrote packages/desk-client/', `${manager.name} run generate`);
  if (manager.name === 'yarn') addYarnRegistry(folder, generator);
  // On another Node, and for another spec, npm installs the same: only the first of its workspaces is installed from nothing.
  const made = join(home, '..', 'installed');
  if (manager.name === 'npm' && existsSync(made)) await commands.must('cp', '-a', `${made}/.`, folder);
  const installed = await commands.must(manager.name, 'install');
  if (manager.name === 'npm' && !existsSync(made)) {
    mkdirSync(made);
    await commands.must('cp', '-a', 'node_modules', 'package-lock.json', made);
  }
  if (/\bpeer\b/i.test(installed.output)) throw new Failure(`Peer dependencies:\n${installed.output}`);
  await commands.offline(manager.name, 'run', 'generate');
  await commands.offline(manager.name, 'run', 'check');
  expectText((await commands.offline(manager.name, 'test')).output, 'passed');
  return { folder, commands };
}

async function mock(commands: Commands, manager: Manager): Promise<void> {
  const ending = new AbortController();
  const args = manager.name === 'npm' ? ['run', 'mock', '--', '--port', '0'] : ['run', 'mock', '--port', '0'];
  const started = commands.start(manager.name, args, ending.signal);
  try {
    const url = await waitForOutput(started, /listening on (\S+)/);
    const { status } = await fetch(`${url}/nowhere`);
    if (status !== 404) throw new Failure(`The mock responded to an unknown path with ${status}.`);
  } finally {
    ending.abort();
    await started.ended;
  }
  commands.checkHosts(`${manager.name} ${args.join(' ')}`);
}

/** Reports what a changed spec breaks, and that the packages are out of date. */
async function changedSpec(folder: string, commands: Commands, manager: Manager): Promise<void> {
  const spec = join(folder, 'spec', basename(SMALL));
  const before = readFileSync(spec, 'utf8');
  writeFileSync(join(folder, 'old.yaml'), before);
  writeFileSync(spec, before.replace(/^(\s+operationId: )\S+/m, '$1renamedOperation'));
  const diff = ['sdkgen', 'diff', 'old.yaml', `spec/${basename(SMALL)}`] as const;
  const { output } = await commands.offline(manager.name === 'yarn' ? 'yarn' : 'npx', ...diff);
  expectText(output, 'breaking', 'renamedOperation');
  const { ok } = await commands.run(manager.name, 'run', 'check');
  if (ok) throw new Failure('A changed spec did not make the packages out of date.');
}

/** Another scope and name, in every file. */
async function renamed(folder: string, commands: Commands, manager: Manager): Promise<void> {
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const sdkgen = { ...manifest.sdkgen, scope: '@zenith', name: 'office' };
  const test = manifest.scripts.test.replace('@acme', '@zenith').replace('desk', 'office');
  writeFileSync(file, JSON.stringify({ ...manifest, sdkgen, scripts: { ...manifest.scripts, test } }, undefined, 2));
  const packages = join(folder, 'packages');
  const { output } = await commands.must(manager.name, 'run', 'generate');
  for (const old of ['desk-client', 'desk-types']) {
    expectText(output, `packages/${old} - warning output-former`);
    rmSync(join(packages, old), { recursive: true });
  }
  await commands.must(manager.name, 'install');
  await commands.offline(manager.name, 'test');
  await commands.offline(manager.name, 'run', 'check');
  for (const path of readdirSync(packages, { recursive: true, encoding: 'utf8' })) {
    if (/(?:^|[/\\])(?:node_modules|dist)(?:[/\\]|$)/.test(path) || !/\.\w+$/.test(path)) continue;
    const left = /@acme|\bdesk-(?:client|types)|Desk(?:Client|Core)/.exec(readFileSync(join(packages, path), 'utf8'));
    if (left !== null) throw new Failure(`${path} contains ${left[0]}, the old name.`);
  }
}

/** The program of the generator's README runs, and compiles against the declarations of the generator. */
async function program(folder: string, commands: Commands, isCompiled: boolean): Promise<void> {
  const [, code] = /^```ts\n(.*?)^```$/ms.exec(readFileSync('generator/README.md', 'utf8')) ?? [];
  if (code === undefined) throw new Failure('The README of the generator contains no program.');
  const own = join(folder, 'program');
  mkdirSync(own);
  for (const name of ['program.mts', 'program.mjs']) writeFileSync(join(own, name), code);
  for (const name of ['openapi.yaml', 'old.yaml']) writeFileSync(join(own, name), readFileSync(SMALL));
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
  // The result is the same on every Node.
  if (isCompiled) await commands.must('npx', 'tsc', ...flags, '--skipDefaultLibCheck', join(own, 'program.mts'));
  const { stdout } = await commands.must('sh', '-c', 'cd program && node program.mjs');
  expectText(stdout, ' operations, ', ' files written', 'version bump: none', 'responds with 404');
}

/** Yarn 4 has its own settings file. By default it rejects a registry without TLS, and recently published packages. */
export function addYarnRegistry(folder: string, { scope, registry }: PublishedGenerator): void {
  const settings = `nodeLinker: node-modules\nnpmPreapprovedPackages: ['${scope}/*']\nunsafeHttpWhitelist: ['127.0.0.1']\nnpmScopes:\n  ${scope.slice(1)}:\n    npmRegistryServer: '${registry}'\n`;
  writeFileSync(join(folder, '.yarnrc.yml'), settings);
}
