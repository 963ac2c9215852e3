import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NOTES_FOLDER } from '../notes/note.js';
import { copyProject } from '../project/copy.js';
import { compareTrees, readTree, type Tree } from '../project/tree.js';
import { type PreparedVersion, prepareVersion, VERSIONS } from './trials/versions.js';

/**
 * Takes prepared new versions of the description into copies of this project: each must give its bump, its changelog and a
 * project that passes its own tests; one that is interrupted or killed at any step must leave the project as it was.
 * `--only NAME` tries one version, `--no-interruptions` leaves those out, `--quick` has `npm run check` stand for the project's tests.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    'no-interruptions': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an update in a project; `stop` is asked with what it has printed on standard error so far. */
function update(
  project: string,
  args: readonly string[],
  stop: (stderr: string) => NodeJS.Signals | undefined = () => undefined,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/update.ts', ...args], {
      cwd: project,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let isStopped = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      const signal = isStopped ? undefined : stop(stderr);
      if (signal === undefined || child.pid === undefined) return;
      isStopped = true;
      // The steps that it runs are in its group: a kill takes them along, as the end of a terminal does.
      process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

class Trials {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), 'update-trials-')));
  #failures = 0;

  async fresh(name: string): Promise<string> {
    const project = join(this.#folder, name);
    mkdirSync(project, { recursive: true });
    await copyProject(root, project);
    // A version is to be told from the update's own note: what else waits for its release is left out.
    rmSync(join(project, NOTES_FOLDER), { recursive: true, force: true });
    if (values.quick) setScript(project, ({ check }) => check);
    return project;
  }

  specOf(version: PreparedVersion): string {
    return prepareVersion(version, join(root, 'spec', 'openapi.yaml'), join(this.#folder, `spec-${version.name}`));
  }

  tell(name: string, faults: readonly string[], seconds: number): void {
    if (faults.length > 0) this.#failures += 1;
    const outcome = faults.length === 0 ? 'passed' : 'FAILED';
    console.log(`${name.padEnd(40)} ${outcome}  ${seconds.toFixed(0).padStart(4)} s`);
    for (const fault of faults) console.log(`  ${fault}`);
  }

  end(): number {
    rmSync(this.#folder, { recursive: true, force: true });
    return this.#failures;
  }
}

async function timed(
  trials: Trials,
  name: string,
  trial: (project: string) => Promise<readonly string[]>,
): Promise<void> {
  const project = await trials.fresh(name.replaceAll(' ', '-'));
  const started = performance.now();
  const faults = await trial(project);
  trials.tell(name, faults, (performance.now() - started) / 1000);
  rmSync(project, { recursive: true, force: true });
}

async function tryVersion(trials: Trials, version: PreparedVersion, project: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await update(project, [trials.specOf(version)]);
  if (code !== 0) return [`It ended with ${code}:\n${stderr}`];
  const faults: string[] = [];
  const expectText = (text: string, part: string, place: string): void => {
    if (!text.includes(part)) faults.push(`${place} lacks: ${part}`);
  };
  expectText(stdout, `0.1.0 -> ${version.release} (${version.bump})`, 'The summary');
  expectText(stdout, 'test: passed', 'The summary');
  const screen = stdout.trim().split('\n').length;
  if (screen > 40) faults.push(`The summary has ${screen} lines.`);
  const changelog = readFileSync(join(project, 'CHANGELOG.md'), 'utf8');
  const [, section = ''] = /^## Unreleased\n([\s\S]*?)(?=^## )/m.exec(changelog) ?? [];
  const lines = section.split('\n').filter((line) => line.startsWith('- '));
  for (const line of version.changelog) if (!lines.includes(line)) faults.push(`The changelog lacks: ${line}`);
  for (const line of lines) if (!version.changelog.includes(line)) faults.push(`The changelog has besides: ${line}`);
  const again = await update(project, [trials.specOf(version), '--dry-run']);
  if (!again.stdout.includes('none differs')) faults.push(`A second update is not idle:\n${again.stdout}`);
  return faults;
}

/** Gives a project another script `test`. */
function setScript(project: string, script: (scripts: Readonly<Record<string, string>>) => string | undefined): void {
  const path = join(project, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.scripts.test = script(manifest.scripts);
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

function differences(before: Tree, project: string): readonly string[] {
  const { written, removed } = compareTrees(before, readTree(project));
  return [...written, ...removed].map((path) => `${path} is not as it was.`);
}

const STEPS = ['Comparing', 'Compiling', 'Copying', 'Generating', 'Testing'] as const;

async function tryInterruption(
  trials: Trials,
  version: PreparedVersion,
  project: string,
  step: string,
  signal: NodeJS.Signals,
): Promise<readonly string[]> {
  const before = readTree(project);
  const args = [trials.specOf(version)];
  const run = await update(project, args, (stderr) => (stderr.includes(step) ? signal : undefined));
  const faults = [...differences(before, project)];
  if (!run.stderr.includes(step)) faults.push(`It never came to the step: ${run.stderr}`);
  if (signal === 'SIGINT' && run.code !== 130) faults.push(`It ended with ${run.code}: ${run.stderr}`);
  if (signal === 'SIGINT' && existsSync(join(project, '.cache', 'update', 'project'))) faults.push('It left its copy.');
  return faults;
}

/** An update that must end with a problem and change nothing. */
async function tryFailure(trials: Trials, version: PreparedVersion, project: string): Promise<readonly string[]> {
  const before = readTree(project);
  const { code, stderr } = await update(project, [trials.specOf(version)]);
  const faults = [...differences(before, project)];
  if (code !== 1 || !stderr.includes('Nothing was changed')) faults.push(`It ended with ${code}: ${stderr}`);
  return faults;
}

const BROKEN: PreparedVersion = {
  name: 'broken',
  edits: [{ file: 'openapi.yaml', find: 'openapi: 3.1.0', replace: 'openapi: 2.0.0' }],
  bump: 'none',
  release: '0.1.0',
  changelog: [],
};

/** Makes the project's own tests fail. */
function breakTests(project: string): void {
  setScript(project, () => 'node --eval "process.exit(1)"');
}

async function main(): Promise<number> {
  const trials = new Trials();
  try {
    const versions = VERSIONS.filter(({ name }) => values.only === undefined || name === values.only);
    for (const version of versions) {
      await timed(trials, `a version that is ${version.name}`, (project) => tryVersion(trials, version, project));
    }
    const [version] = versions;
    if (!values['no-interruptions'] && version !== undefined) {
      await timed(trials, 'a description that is broken', (project) => tryFailure(trials, BROKEN, project));
      await timed(trials, 'tests that fail', (project) => {
        breakTests(project);
        return tryFailure(trials, version, project);
      });
      for (const signal of ['SIGINT', 'SIGKILL'] as const) {
        for (const step of STEPS) {
          await timed(trials, `${signal} while ${step.toLowerCase()}`, (project) =>
            tryInterruption(trials, version, project, step, signal),
          );
        }
      }
    }
  } finally {
    process.exitCode = trials.end() > 0 ? 1 : 0;
  }
  return Number(process.exitCode);
}

await main();
