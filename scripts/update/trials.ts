import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { vendorSample } from '../../generator/test/adopt/vendor-sample.js';
import { VERSIONS as VENDOR_VERSIONS } from '../../generator/test/adopt/versions.js';
import { copyProject } from '../common/copy.js';
import { type Run, start } from '../common/process.js';
import { runScript, Tally } from '../common/script.js';
import { inTemporaryFolder } from '../common/temporary.js';
import { compareTrees, readTree, type Tree } from '../common/tree.js';
import { type PreparedVersion, prepareVersion, VERSIONS } from './versions.js';

const VENDOR = 'vendor';

const USAGE = `Updates copies of this project to prepared versions of the spec: each must result in its bump, its changeset and a project that
passes its own tests; one that is interrupted or killed at any step must leave the project as it was.

Usage: npm run test:update -- [flags]

  --only NAME         Test one version; vendor is a vendor's file.
  --no-interruptions  Omit the interrupted updates.
  --quick             Do not build; check the packages instead of running the project's tests.
`;

const FLAGS = {
  only: { type: 'string' },
  'no-interruptions': { type: 'boolean' },
  quick: { type: 'boolean' },
} as const;

/** The scripts of `--quick`: the packages are written, not built. */
const QUICK = { generate: 'npm run --silent build:generator && sdkgen generate', test: 'sdkgen generate --check' };

/** The scripts of interrupted and failing updates: `generate` only has to change a file. */
const BRIEF = { generate: `node --eval "fs.appendFileSync('packages/chat-client/README.md', ' ')"`, test: QUICK.test };

/** Text in the summary of an update that changes nothing. */
const IDLE = 'none differs';

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
    const newProject = async (name: string): Promise<string> => {
      const project = join(folder, name);
      mkdirSync(project);
      await copyProject(resolve('.'), project);
      for (const changeset of changesetsIn(project)) rmSync(changeset);
      if (flags.quick) setScripts(project, QUICK);
      return project;
    };
    const versions = VERSIONS.filter(({ name }) => flags.only === undefined || name === flags.only);
    const specOf = (version: PreparedVersion): string =>
      prepareVersion(version, resolve('spec/openapi.yaml'), join(folder, `spec-${version.name}`));
    for (const version of versions) {
      const spec = specOf(version);
      await tally.run(`a version that is ${version.name}`, async () => {
        const project = await newProject(version.name);
        const faults = await tryVersion(version, spec, project);
        // Tested once: an update starts from the files, however they were written.
        const isIdle = version !== versions[0] || (await update(project, [spec, '--dry-run'])).stdout.includes(IDLE);
        rmSync(project, { recursive: true });
        return isIdle ? faults : [...faults, 'A second update changed something.'];
      });
    }
    if (flags.only === undefined || flags.only === VENDOR) {
      await tally.run("a vendor's file", async () => {
        const sample = await vendorSample(resolve('.'));
        VENDOR_VERSIONS[0]?.change(sample);
        const file = join(folder, 'vendor.json');
        writeFileSync(file, JSON.stringify(sample));
        const { code, stdout, stderr } = await update(await newProject(VENDOR), [file]);
        if (code !== 0) return [`It ended with ${code}:\n${stderr}`];
        const parts = ['major bump', 'test: passed', 'To decide', 'spec/ (4)'];
        return parts.filter((part) => !stdout.includes(part)).map((part) => `The summary lacks: ${part}`);
      });
    }
    const [version] = versions;
    if (flags['no-interruptions'] || version === undefined) return tally.end();
    // None of these changes the project, so one copy is enough.
    const project = await newProject('untouched');
    if (flags.quick) setScripts(project, BRIEF);
    const spec = specOf(version);
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      for (const step of STEPS) {
        const name = `${signal} while ${step.toLowerCase()}`;
        await tally.run(name, () => tryInterruption(spec, project, step, signal));
      }
    }
    await tally.run('a spec that is broken', () => tryFailure(specOf(BROKEN), project));
    const others = await vendorSample(resolve('.'));
    for (const item of Object.values<object>(others.paths)) {
      for (const operation of Object.values(item)) operation.tags = ['product:chat'];
    }
    const file = join(folder, 'others.json');
    writeFileSync(file, JSON.stringify(others));
    await tally.run("a vendor's file of other products", () => tryFailure(file, project));
    setScripts(project, { ...BRIEF, test: 'node --eval "process.exit(1)"' });
    await tally.run('tests that fail', () => tryFailure(spec, project));
    return tally.end();
  }),
);

/** Runs an update in a project; with a step, it gets a signal as soon as the step starts. */
async function update(project: string, args: readonly string[], step?: string, signal?: NodeJS.Signals): Promise<Run> {
  const options = { cwd: project, group: true };
  const started = start(process.execPath, ['scripts/run.mjs', 'scripts/update/update.ts', ...args], options);
  if (step === undefined || signal === undefined) return started.ended;
  const timer = setInterval(() => {
    if (started.pid === undefined || !started.output().includes(step)) return;
    clearInterval(timer);
    // Its steps are in its process group: a kill ends them too, like closing a terminal.
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
  for (const line of lines) if (!version.changeset.includes(line)) faults.push(`The changeset also contains: ${line}`);
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
  if (!stderr.includes(step)) faults.push(`It did not reach the step: ${stderr}`);
  if (signal === 'SIGINT' && code !== 130) faults.push(`It ended with ${code}: ${stderr}`);
  if (signal === 'SIGINT' && existsSync(join(project, '.cache', 'update', 'project'))) faults.push('It left its copy.');
  return faults;
}

/** An update that must fail with a problem and change nothing. */
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

function setScripts(project: string, scripts: Readonly<Record<string, string>>): void {
  const path = join(project, 'package.json');
  const manifest: { scripts: Record<string, string> } = JSON.parse(readFileSync(path, 'utf8'));
  Object.assign(manifest.scripts, scripts);
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
