import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyProject } from '../common/copy.js';
import { type Run, start } from '../common/process.js';
import { runScript, Tally, timed } from '../common/script.js';
import { inTemporaryFolder } from '../common/temporary.js';
import { compareTrees, readTree, type Tree } from '../common/tree.js';
import { type PreparedVersion, prepareVersion, VERSIONS } from './versions.js';

const USAGE = `Takes prepared new versions of the spec into copies of this project: each must give its bump, its changeset and a project that
passes its own tests; one that is interrupted or killed at any step must leave the project as it was.

Usage: npm run test:update -- [flags]

  --only NAME         Try one version.
  --no-interruptions  Leave those out.
  --quick             Run \`npm run check\` in place of the project's tests.
`;

const FLAGS = {
  only: { type: 'string' },
  'no-interruptions': { type: 'boolean' },
  quick: { type: 'boolean' },
} as const;

type Manifest = { scripts: Record<string, string> };
type Trial = (project: string) => Promise<readonly string[]>;

const STEPS = ['Comparing', 'Copying', 'Generating', 'Testing'] as const;

const BROKEN: PreparedVersion = {
  name: 'broken',
  edits: [{ file: 'openapi.yaml', find: 'openapi: 3.1.0', replace: 'openapi: 2.0.0' }],
  bump: 'none',
  changeset: [],
};

await runScript(USAGE, FLAGS, ({ flags }) =>
  inTemporaryFolder('update-trials', async (folder) => {
    const tally = new Tally();
    const trial = async (name: string, act: Trial): Promise<void> => {
      const project = join(folder, name.replaceAll(' ', '-'));
      mkdirSync(project);
      await copyProject(resolve('.'), project);
      for (const changeset of changesetsIn(project)) rmSync(changeset);
      if (flags.quick) setTest(project, ({ scripts }) => scripts['check'] ?? '');
      let faults: readonly string[] = [];
      const seconds = await timed(async () => {
        faults = await act(project);
      });
      tally.add(name, faults, seconds);
      rmSync(project, { recursive: true, force: true });
    };
    const versions = VERSIONS.filter(({ name }) => flags.only === undefined || name === flags.only);
    const specOf = (version: PreparedVersion): string =>
      prepareVersion(version, resolve('spec/openapi.yaml'), join(folder, `spec-${version.name}`));
    for (const version of versions) {
      await trial(`a version that is ${version.name}`, (project) => tryVersion(version, specOf(version), project));
    }
    const [version] = versions;
    if (flags['no-interruptions'] || version === undefined) return tally.end();
    await trial('a spec that is broken', (project) => tryFailure(specOf(BROKEN), project));
    await trial('tests that fail', (project) => {
      setTest(project, () => 'node --eval "process.exit(1)"');
      return tryFailure(specOf(version), project);
    });
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      for (const step of STEPS) {
        const name = `${signal} while ${step.toLowerCase()}`;
        await trial(name, (project) => tryInterruption(specOf(version), project, step, signal));
      }
    }
    return tally.end();
  }),
);

/** Runs an update in a project; with a step, it gets a signal as soon as the step begins. */
async function update(project: string, args: readonly string[], step?: string, signal?: NodeJS.Signals): Promise<Run> {
  const options = { cwd: project, group: true };
  const started = start(process.execPath, ['scripts/run.mjs', 'scripts/update/update.ts', ...args], options);
  if (step === undefined || signal === undefined) return started.ended;
  const timer = setInterval(() => {
    if (started.pid === undefined || !started.output().includes(step)) return;
    clearInterval(timer);
    // The steps that it runs are in its group: a kill takes them along, as the end of a terminal does.
    process.kill(signal === 'SIGKILL' ? -started.pid : started.pid, signal);
  }, 5);
  return started.ended.finally(() => clearInterval(timer));
}

async function tryVersion(version: PreparedVersion, spec: string, project: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await update(project, [spec]);
  if (code !== 0) return [`It ended with ${code}:\n${stderr}`];
  const faults: string[] = [];
  for (const part of [`${version.bump} bump`, 'test: passed']) {
    if (!stdout.includes(part)) faults.push(`The summary lacks: ${part}`);
  }
  const screen = stdout.trim().split('\n').length;
  if (screen > 40) faults.push(`The summary has ${screen} lines.`);
  const [changeset = '', ...more] = changesetsIn(project).map((file) => readFileSync(file, 'utf8'));
  if (more.length > 0) faults.push('There is more than one changeset.');
  if (changeset.split(`': ${version.bump}\n`).length !== 3)
    faults.push(`The changeset names another bump: ${changeset}`);
  const lines = changeset.split('\n').filter((line) => line.startsWith('- '));
  for (const line of version.changeset) if (!lines.includes(line)) faults.push(`The changeset lacks: ${line}`);
  for (const line of lines) if (!version.changeset.includes(line)) faults.push(`The changeset has besides: ${line}`);
  const again = await update(project, [spec, '--dry-run']);
  if (!again.stdout.includes('none differs')) faults.push(`A second update is not idle:\n${again.output}`);
  return faults;
}

async function tryInterruption(
  spec: string,
  project: string,
  step: string,
  signal: NodeJS.Signals,
): Promise<readonly string[]> {
  const before = readTree(project);
  const { code, stderr } = await update(project, [spec], step, signal);
  const faults = [...differences(before, project)];
  if (!stderr.includes(step)) faults.push(`It never came to the step: ${stderr}`);
  if (signal === 'SIGINT' && code !== 130) faults.push(`It ended with ${code}: ${stderr}`);
  if (signal === 'SIGINT' && existsSync(join(project, '.cache', 'update', 'project'))) faults.push('It left its copy.');
  return faults;
}

/** An update that must end with a problem and change nothing. */
async function tryFailure(spec: string, project: string): Promise<readonly string[]> {
  const before = readTree(project);
  const { code, stderr } = await update(project, [spec]);
  const faults = [...differences(before, project)];
  if (code !== 1 || !stderr.includes('Nothing was changed')) faults.push(`It ended with ${code}: ${stderr}`);
  return faults;
}

function differences(before: Tree, project: string): readonly string[] {
  const { written, removed } = compareTrees(before, readTree(project));
  return [...written, ...removed].map((path) => `${path} is not as it was.`);
}

function changesetsIn(project: string): readonly string[] {
  const folder = join(project, '.changeset');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** Gives a project another script `test`. */
function setTest(project: string, script: (manifest: Manifest) => string): void {
  const path = join(project, 'package.json');
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.scripts['test'] = script(manifest);
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
