import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOnce } from '../common/install.js';
import { must, run, start, waitForOutput } from '../common/process.js';
import { withRegistry } from '../common/registry.js';
import { expectText, Failure, runScript, Tally } from '../common/script.js';
import { HOME, runtime, toolFile } from '../e2e/tools.js';
import { type PublishedGenerator, publishGenerator } from '../pack/generator.js';

const USAGE = `Publishes the generator to a registry on loopback, installs it in empty folders and in projects, and runs: init, generate,
test, check, validate, diff, mock and rename, with npm, pnpm and Yarn, on Node 20, 22 and 24. What runs after the installation must
need no network.

Usage: npm run test:install [-- --quick | --only TEXT]

  --quick      Skip Yarn 1, and the build and tests of GitHub's packages.
  --only TEXT  Run only the trials whose name contains the text, such as Yarn.
`;

const SPEC = resolve('generator/test/fixtures/features/bodies.yaml');
const OFFLINE = pathToFileURL(resolve('scripts/install/offline.mjs')).href;
/** GitHub's, with over a thousand operations. */
const LARGE = resolve('node_modules/@octokit/openapi/generated/api.github.com.json');

/** A package manager: its command, and the file that runs it; npm is the installed one. */
interface Manager {
  readonly title: string;
  readonly name: 'npm' | 'pnpm' | 'yarn';
  readonly file?: string;
}

const NPM: Manager = { title: 'npm', name: 'npm' };

const MANAGERS: readonly Manager[] = [
  NPM,
  { title: 'pnpm', name: 'pnpm', file: toolFile('pnpm', 'bin/pnpm.cjs') },
  { title: 'Yarn 1', name: 'yarn', file: toolFile('yarn-1', 'bin/yarn.js') },
  { title: 'Yarn 4', name: 'yarn', file: toolFile('yarn-4', 'bin/yarn.js') },
];

await runScript(
  USAGE,
  { only: { type: 'string', default: '' }, quick: { type: 'boolean' } },
  async ({ flags, signal }) => {
    await installOnce(HOME, signal);
    return withRegistry('install', (work, url) => trials(work, url, flags));
  },
);

async function trials(
  work: string,
  registry: string,
  { only, quick }: { readonly only: string; readonly quick: boolean },
): Promise<boolean> {
  const tally = new Tally();
  const generator = await publishGenerator(work, registry);
  const trial = async (name: string, act: () => Promise<void>): Promise<void> => {
    if (name.includes(only)) await tally.run(name, act);
  };
  for (const manager of MANAGERS.filter(({ title }) => !quick || title !== 'Yarn 1')) {
    await trial(`an empty folder, ${manager.title}`, () => emptyFolder(work, generator, manager));
  }
  if (!quick) {
    await trial('a large spec, npm', () => emptyFolder(work, generator, { title: 'large', name: 'npm' }, LARGE));
  }
  await trial('an existing project', () => project(work, generator));
  return tally.end();
}

/** The commands of one folder: those of a package manager, with `sdkgen` run by it. */
function commandsIn(folder: string, { name, file }: Manager = NPM, node?: string) {
  const bin = join(folder, '..', 'bin');
  mkdirSync(bin, { recursive: true });
  if (file !== undefined) writeFileSync(join(bin, name), `#!/bin/sh\nexec node '${file}' "$@"\n`, { mode: 0o755 });
  const path = [bin, ...(node === undefined ? [] : [dirname(node)]), process.env.PATH ?? ''].join(delimiter);
  // Disables prompts, and allows changes of the lock file, unlike in CI.
  const environment = { PATH: path, CI: '', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false', YARN_ENABLE_TELEMETRY: '0' };
  const hosts = join(folder, '..', 'hosts');
  const offline = { NODE_OPTIONS: `--import=${OFFLINE}`, OFFLINE_HOSTS: hosts, NPM_CONFIG_UPDATE_NOTIFIER: 'false' };
  return {
    must: (command: string, ...args: readonly string[]) => must(command, args, { cwd: folder, environment }),
    /** Fails if the command, or a process that it starts, looks up another host. */
    offline: async (command: string, ...args: readonly string[]) => {
      const done = await must(command, args, { cwd: folder, environment: { ...environment, ...offline } });
      if (existsSync(hosts)) throw new Failure(`${command} ${args.join(' ')} looked up ${readFileSync(hosts, 'utf8')}`);
      return done;
    },
    run: (command: string, ...args: readonly string[]) => run(command, args, { cwd: folder, environment }),
    start: (command: string, args: readonly string[], signal: AbortSignal) =>
      start(command, args, { cwd: folder, environment, signal, group: true }),
  };
}

async function emptyFolder(work: string, generator: PublishedGenerator, manager: Manager, spec = SPEC): Promise<void> {
  const folder = join(work, manager.title.replace(' ', '-'), 'sdk');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.npmrc'), generator.settings);
  const commands = commandsIn(folder, manager);
  const flags = ['--spec', spec, '--scope', '@acme', '--name', 'desk', '--package-manager', manager.name];
  const { name, version } = generator;
  const { stdout } = await commands.must('npx', '--yes', `${name}@${version}`, 'init', ...flags);
  expectText(stdout, `wrote spec/${basename(spec)}`, 'wrote packages/desk-client/', `${manager.name} run generate`);
  if (manager.name === 'yarn') addYarnRegistry(folder, generator);
  const installed = await commands.must(manager.name, 'install');
  if (/\bpeer\b/i.test(installed.output)) throw new Failure(`Peer dependencies:\n${installed.output}`);
  await commands.offline(manager.name, 'run', 'generate');
  await commands.offline(manager.name, 'run', 'check');
  // GitHub's has examples that do not match their schemas.
  if (spec === SPEC) await commands.offline(manager.name, 'run', 'validate');
  expectText((await commands.offline(manager.name, 'test')).output, 'passed');
  if (manager.title !== 'npm') return;
  await program(folder, commands);
  await changedSpec(folder, commands);
  await mock(commands);
  await renamed(folder, commands);
  const listed = await commands.run('npm', 'ls');
  if (!listed.ok) throw new Failure(`npm ls:\n${listed.output}`);
  await large(folder);
  await otherNodes(folder);
}

/** The workspace in the supported versions of Node other than this one: installed, set up, generated, built and tested again. */
async function otherNodes(folder: string): Promise<void> {
  for (const major of [20, 22, 24]) {
    const { command } = runtime(`Node ${major}`, `node-${major}`);
    if (command === undefined || process.version.startsWith(`v${major}.`)) continue;
    const commands = commandsIn(folder, NPM, command);
    const { stdout } = await commands.must('node', '--version');
    expectText(stdout, `v${major}.`);
    await commands.must('npm', 'ci');
    const empty = join(dirname(folder), `node-${major}`);
    mkdirSync(empty);
    const sdkgen = join(folder, 'node_modules', '.bin', 'sdkgen');
    await commandsIn(empty, NPM, command).must(sdkgen, 'init', '--spec', SPEC, '--scope', '@acme', '--name', 'desk');
    rmSync(join(folder, 'packages'), { recursive: true });
    await commands.must('npm', 'run', 'generate');
    await commands.must('npm', 'run', 'check');
    expectText((await commands.must('npm', 'test')).output, 'passed');
  }
}

/** GitHub's spec in another empty folder, with the generator of an installed workspace. */
async function large(installed: string): Promise<void> {
  const folder = join(dirname(installed), 'large');
  mkdirSync(folder);
  const sdkgen = join(installed, 'node_modules', '.bin', 'sdkgen');
  const commands = commandsIn(folder);
  const { stdout } = await commands.must(sdkgen, 'init', '--spec', LARGE, '--scope', '@acme', '--name', 'forge');
  expectText(stdout, `wrote spec/${basename(LARGE)}`, 'wrote packages/forge-client/');
  expectText((await commands.must(sdkgen, 'generate')).output, 'unchanged');
  await commands.must(sdkgen, 'generate', '--check');
  await mock(commands, [sdkgen, 'mock']);
}

type Commands = ReturnType<typeof commandsIn>;

/** The program of the generator's README compiles against its declarations, and runs. */
async function program(folder: string, commands: Commands): Promise<void> {
  const [, code] = /^```ts\n(.*?)^```$/ms.exec(readFileSync('generator/README.md', 'utf8')) ?? [];
  if (code === undefined) throw new Failure('The README of the generator contains no program.');
  const own = join(folder, 'program');
  mkdirSync(own);
  for (const name of ['program.mts', 'program.mjs']) writeFileSync(join(own, name), code);
  writeFileSync(join(own, 'openapi.yaml'), readFileSync(SPEC));
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
  await commands.must('npx', 'tsc', ...flags, join(own, 'program.mts'));
  const { stdout } = await commands.must('sh', '-c', 'cd program && node program.mjs');
  expectText(stdout, ' operations, ', ' files written');
  rmSync(own, { recursive: true });
}

/** A changed spec is reported, and the packages are out of date until they are generated again. */
async function changedSpec(folder: string, commands: Commands): Promise<void> {
  const spec = join(folder, 'spec', 'bodies.yaml');
  const before = readFileSync(spec, 'utf8');
  writeFileSync(join(folder, 'old.yaml'), before);
  writeFileSync(spec, before.replace(/^(\s+operationId: )\S+/m, '$1renamedOperation'));
  const { output } = await commands.must('npx', 'sdkgen', 'diff', 'old.yaml', 'spec/bodies.yaml');
  expectText(output, 'breaking', 'renamedOperation');
  const checked = await commands.run('npm', 'run', 'check');
  if (checked.ok) throw new Failure('A changed spec did not make the packages out of date.');
  await commands.must('npm', 'run', 'generate');
  await commands.must('npm', 'run', 'check');
}

async function mock(
  commands: Commands,
  [command, ...args]: readonly [string, ...string[]] = ['npx', 'sdkgen', 'mock'],
): Promise<void> {
  const ending = new AbortController();
  const started = commands.start(command, [...args, '--port', '0'], ending.signal);
  try {
    const url = await waitForOutput(started, /listening on (\S+)/);
    const { status } = await fetch(`${url}/nowhere`);
    if (status !== 404) throw new Failure(`The mock responded to an unknown path with ${status}.`);
  } finally {
    ending.abort();
    await started.ended;
  }
}

/** Another scope and name, in every file. */
async function renamed(folder: string, commands: Commands): Promise<void> {
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const sdkgen = { ...manifest.sdkgen, scope: '@zenith', name: 'office' };
  const scripts = { ...manifest.scripts, test: 'npm test --workspace packages/office-client' };
  writeFileSync(file, `${JSON.stringify({ ...manifest, sdkgen, scripts }, undefined, 2)}\n`);
  const packages = join(folder, 'packages');
  const { output } = await commands.must('npm', 'run', 'generate');
  for (const old of ['desk-client', 'desk-types']) {
    expectText(output, `packages/${old} - warning output-former`);
    rmSync(join(packages, old), { recursive: true });
  }
  await commands.must('npm', 'test');
  await commands.must('npm', 'run', 'check');
  for (const path of readdirSync(packages, { recursive: true, encoding: 'utf8' })) {
    if (/(?:^|[/\\])(?:node_modules|dist)(?:[/\\]|$)/.test(path) || !/\.\w+$/.test(path)) continue;
    const left = /@acme|\bdesk-(?:client|types)|Desk(?:Client|Core)/.exec(readFileSync(join(packages, path), 'utf8'));
    if (left !== null) throw new Failure(`${path} contains ${left[0]}, the old name.`);
  }
}

/** A project with a `package.json` gets the packages as a workspace; its own files stay. */
async function project(work: string, generator: PublishedGenerator): Promise<void> {
  const folder = join(work, 'project', 'shop');
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, '.npmrc'), generator.settings);
  writeFileSync(
    join(folder, 'package.json'),
    '{\n\t"name": "shop",\n\t"private": true,\n\t"scripts": { "test": "exit 3" }\n}\n',
  );
  writeFileSync(join(folder, 'README.md'), '# Shop\n');
  const commands = commandsIn(folder);
  const init = ['--yes', `${generator.name}@${generator.version}`, 'init', '--scope', '@shop', '--name', 'desk'];
  await commands.must('npx', ...init);
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  expectText(text, '\n\t"private": true,', '"test": "exit 3"', '"sdk:generate"', '"sdk/*"');
  if (readFileSync(join(folder, 'README.md'), 'utf8') !== '# Shop\n') throw new Failure('The README was changed.');
  await commands.must('npm', 'install');
  await commands.must('npm', 'run', 'sdk:generate');
  await commands.must('npm', 'run', 'sdk:test');
  const { output, ok } = await commands.run('npx', ...init);
  if (ok) throw new Failure('A second init did not fail.');
  expectText(output, 'init-refused');
}

/** Yarn 4 has its own settings file. By default it rejects a registry without TLS, and recently published packages. */
function addYarnRegistry(folder: string, { scope, registry }: PublishedGenerator): void {
  const settings = `nodeLinker: node-modules\nnpmPreapprovedPackages: ['${scope}/*']\nunsafeHttpWhitelist: ['127.0.0.1']\nnpmScopes:\n  ${scope.slice(1)}:\n    npmRegistryServer: '${registry}'\n`;
  writeFileSync(join(folder, '.yarnrc.yml'), settings);
}
