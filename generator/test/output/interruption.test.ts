import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileSystem } from '../../src/output/file-system.js';
import { checkOutput, isCurrent, type PackageOutput, writeOutput } from '../../src/output/index.js';
import {
  Killed,
  killedAtStep,
  optionsFor,
  packageOf,
  put,
  readTree,
  systemError,
  temporaryFolder,
  watchedFileSystem,
} from './support.js';

const oldPackages = [
  packageOf('chat-types', { 'src/index.ts': 'types\n', 'src/gone.ts': 'gone\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client\n', 'README.md': 'Read\n', 'old/a.ts': 'old\n' }),
];
const newPackages = [
  packageOf('chat-types', { 'src/index.ts': 'types 2\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client 2\n', 'README.md': 'Read\n', 'new/a.ts': 'new\n' }),
];
const FOREIGN = { 'chat-types/src/mine.ts': 'mine\n', 'chat-client/dist/index.js': 'built\n' };

async function writeOld(): Promise<string> {
  const out = temporaryFolder();
  await writeOutput(out, oldPackages, optionsFor(out));
  return out;
}

async function prepare(): Promise<string> {
  const out = await writeOld();
  for (const [path, text] of Object.entries(FOREIGN)) put(out, path, text);
  return out;
}

/** Of one package on disk: the files that are ours, without what stands beside them. */
function isWhole(out: string, package_: PackageOutput): boolean {
  const tree = readTree(out);
  const expected = new Map(package_.files);
  const prefix = `${package_.folder}/`;
  const actual = Object.entries(tree).filter(([path]) => path.startsWith(prefix) && !(path in FOREIGN));
  const withoutManifest = actual.filter(([path]) => path !== `${prefix}.sdkgen.json`);
  return (
    withoutManifest.length === expected.size &&
    actual.length === expected.size + 1 &&
    withoutManifest.every(([path, text]) => expected.get(path.slice(prefix.length)) === text)
  );
}

/** Where a run was killed between the two renames that swap a package, there is none at its place. */
function stateOf(out: string, index: number): 'old' | 'new' | 'away' | 'broken' {
  const [before, after] = [oldPackages[index], newPackages[index]];
  if (before === undefined || after === undefined) return 'broken';
  if (!fs.existsSync(join(out, before.folder))) return 'away';
  if (isWhole(out, before)) return 'old';
  return isWhole(out, after) ? 'new' : 'broken';
}

async function stepsOfWholeRun(): Promise<number> {
  const out = await prepare();
  let steps = 0;
  const counting = watchedFileSystem((step) => {
    steps = step;
  });
  await writeOutput(out, newPackages, optionsFor(out), counting);
  return steps;
}

describe('a run that is killed', () => {
  test('at any step leaves each package whole, and the next run mends and ends it', async () => {
    const steps = await stepsOfWholeRun();
    expect(steps).toBeGreaterThan(40);
    const seen = new Set<string>();
    for (let step = 0; step <= steps; step += 1) {
      const out = await prepare();
      await writeOutput(out, newPackages, optionsFor(out), killedAtStep(step)).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      const states = [stateOf(out, 0), stateOf(out, 1)];
      expect(states).not.toContain('broken');
      seen.add(states.join(' '));

      const { problems } = await writeOutput(out, newPackages, optionsFor(out));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect([stateOf(out, 0), stateOf(out, 1)]).toEqual(['new', 'new']);
      expect(readTree(out)).toMatchObject(FOREIGN);
      expect(fs.readdirSync(out).sort()).toEqual(['chat-client', 'chat-types']);
    }
    expect([...seen]).toEqual(['old old', 'away old', 'new old', 'new away', 'new new']);
  });

  test('at any step can be followed by a run that is killed as well', async () => {
    const steps = await stepsOfWholeRun();
    for (let step = 20; step <= steps; step += 3) {
      const out = await prepare();
      for (const kill of [step, 12 + (step % 20), step % 9]) {
        await writeOutput(out, newPackages, optionsFor(out), killedAtStep(kill)).catch(() => undefined);
      }
      await writeOutput(out, oldPackages, optionsFor(out));
      expect([stateOf(out, 0), stateOf(out, 1)]).toEqual(['old', 'old']);
      expect(readTree(out)).toMatchObject(FOREIGN);
    }
  });

  test('when only one of two packages was replaced is told by the next run and by the check', async () => {
    const out = await prepare();
    let renames = 0;
    const killed = watchedFileSystem((_step, call, [, to]) => {
      if (call === 'renameSync' && to === join(out, 'chat-types')) renames += 1;
      else if (renames > 0) throw new Killed();
    });
    await writeOutput(out, newPackages, optionsFor(out), killed).catch(() => undefined);
    expect([stateOf(out, 0), stateOf(out, 1)]).toEqual(['new', 'old']);
    const check = await checkOutput(out, newPackages, optionsFor(out));
    expect(check.filter(({ code }) => code === 'output-interrupted').map(({ file }) => file)).toEqual([
      'chat-client',
      'chat-types',
    ]);
    const { problems } = await writeOutput(out, newPackages, optionsFor(out));
    expect(problems.filter(({ code }) => code === 'output-mended').map(({ file }) => file)).toEqual([
      'chat-client',
      'chat-types',
    ]);
    expect(await checkOutput(out, newPackages, optionsFor(out))).toMatchObject([{ code: 'output-foreign' }]);
  });

  test('with edits made before the next run loses none of them', async () => {
    const out = await prepare();
    const killed = watchedFileSystem((_step, call) => {
      if (call === 'unlinkSync') throw new Killed();
    });
    await writeOutput(out, newPackages, optionsFor(out), killed).catch(() => undefined);
    put(out, '.sdkgen/chat-types.old/src/index.ts', 'edited meanwhile\n');
    const { problems } = await writeOutput(out, newPackages, optionsFor(out));
    expect(problems.map(({ code }) => code)).toContain('output-rescued');
    expect(readTree(out)).toMatchObject({
      'chat-types/src/index.ts': 'types 2\n',
      'chat-types/src/index.ts.kept': 'edited meanwhile\n',
    });
  });
});

describe('a disk that refuses', () => {
  /** Refuses one call on the paths that match, once or always. */
  function refusing(code: string, refused: keyof FileSystem, pattern: RegExp): FileSystem {
    return watchedFileSystem((_step, call, paths) => {
      const path = paths.find((candidate) => pattern.test(candidate));
      if (call === refused && path !== undefined) throw systemError(code, path);
    });
  }

  test.each([
    ['a read-only folder', 'EACCES', 'writeFileSync', /\.sdkgen\.lock$/, 'output-read-only'],
    ['a read-only disk', 'EROFS', 'mkdirSync', /\.sdkgen/, 'output-read-only'],
    ['a full disk', 'ENOSPC', 'writeFileSync', /new\/a\.ts$/, 'output-disk-full'],
    ['a package that is a mount point', 'EXDEV', 'renameSync', /chat-client$/, 'output-other-disk'],
    ['a package that is in use', 'EBUSY', 'renameSync', /chat-client$/, 'output-busy'],
    ['a disk that fails', 'EIO', 'writeFileSync', /new\/a\.ts$/, 'output-failed'],
  ] as const)('%s is told, and the old output is as it was', async (_name, code, call, pattern, want) => {
    const out = await prepare();
    const before = readTree(out);
    const result = await writeOutput(out, newPackages, optionsFor(out), refusing(code, call, pattern));
    expect(result.problems).toMatchObject([{ code: want, severity: 'error', message: expect.stringContaining(code) }]);
    expect(result.written).toEqual([]);
    expect(readTree(out)).toEqual(before);
    expect(fs.readdirSync(out).sort()).toEqual(['chat-client', 'chat-types']);
  });

  test('an output folder that is a file is told', async () => {
    const cwd = temporaryFolder();
    put(cwd, 'out', 'a file\n');
    const result = await writeOutput(join(cwd, 'out'), newPackages, optionsFor(cwd));
    expect(result.problems).toMatchObject([{ code: 'output-not-a-folder', file: 'out' }]);
    expect(readTree(cwd)).toEqual({ out: 'a file\n' });
  });

  test('a file system without hard links gets copies with the same time', async () => {
    const out = await prepare();
    const path = join(out, 'chat-client/README.md');
    fs.utimesSync(path, 1_000, 1_000);
    const result = await writeOutput(out, newPackages, optionsFor(out), refusing('EPERM', 'linkSync', /./));
    expect(result.problems.map(({ code }) => code)).toEqual(['output-foreign']);
    expect(fs.statSync(path).mtimeMs).toBe(1_000_000);
  });

  test('what could not be moved over is moved by the next run', async () => {
    const out = await prepare();
    const result = await writeOutput(out, newPackages, optionsFor(out), refusing('EACCES', 'renameSync', /old\/dist$/));
    expect(result.problems.map(({ code }) => code)).toContain('output-unfinished');
    expect([stateOf(out, 0), stateOf(out, 1)]).toEqual(['new', 'new']);
    expect(readTree(out)['chat-client/dist/index.js']).toBeUndefined();
    await writeOutput(out, newPackages, optionsFor(out));
    expect(readTree(out)).toMatchObject(FOREIGN);
  });
});

describe('the lock', () => {
  const token = '00000000-0000-4000-8000-000000000000';
  const gone = spawnSync(process.execPath, ['--version']).pid;

  test.each([
    ['a process that runs', () => `${process.ppid} ${token} ${hostname()}\n`],
    ['another machine', () => `${gone} ${token} not-${hostname()}\n`],
    ['a process that is just writing it', () => ''],
  ])('of %s stops the run', async (_name, text) => {
    const out = await prepare();
    put(out, '.sdkgen.lock', text());
    const before = readTree(out);
    const result = await writeOutput(out, newPackages, optionsFor(out));
    expect(result.problems).toMatchObject([{ code: 'output-locked', file: '.sdkgen.lock' }]);
    expect(readTree(out)).toEqual(before);
  });

  test.each([
    ['a process that is gone', `${gone} ${token} ${hostname()}\n`],
    ['a former process with our number', `${process.pid} ${token} ${hostname()}\n`],
  ])('of %s is taken over', async (_name, text) => {
    const out = await prepare();
    put(out, '.sdkgen.lock', text);
    const result = await writeOutput(out, newPackages, optionsFor(out));
    expect(result.problems.map(({ code }) => code)).toEqual(['output-foreign']);
    expect(fs.readdirSync(out).sort()).toEqual(['chat-client', 'chat-types']);
  });

  test('without text is taken over when nobody can be writing it any more', async () => {
    const out = await prepare();
    put(out, '.sdkgen.lock', '');
    fs.utimesSync(join(out, '.sdkgen.lock'), 1_000, 1_000);
    expect((await writeOutput(out, newPackages, optionsFor(out))).written).not.toEqual([]);
  });

  test('is held while files are written: a second run in the midst of a first is refused', async () => {
    const out = await prepare();
    const inner: Promise<readonly { readonly code: string }[]>[] = [];
    const intruding = watchedFileSystem((_step, call) => {
      if (call !== 'linkSync' || inner.length > 0) return;
      inner.push(writeOutput(out, oldPackages, optionsFor(out)).then(({ problems }) => problems));
    });
    const outer = await writeOutput(out, newPackages, optionsFor(out), intruding);
    expect(await Promise.all(inner)).toMatchObject([[{ code: 'output-locked' }]]);
    expect(outer.written).not.toEqual([]);
  });
});

describe('whether the output is current', () => {
  const folders = ['chat-types', 'chat-client'];

  test('is so after a run with the same inputs, and not with others', async () => {
    const out = await writeOld();
    expect(await isCurrent(out, folders, 'the inputs', 'only-output')).toBe(true);
    expect(await isCurrent(out, folders, 'other inputs', 'only-output')).toBe(false);
    expect(await isCurrent(out, [...folders, 'chat-more'], 'the inputs', 'only-output')).toBe(false);
    expect(await isCurrent(join(out, 'nowhere'), folders, 'the inputs', 'only-output')).toBe(false);
  });

  test.each([
    ['a file was edited', (out: string) => put(out, 'chat-client/src/index.ts', 'edited\n')],
    ['a file is gone', (out: string) => fs.rmSync(join(out, 'chat-client/README.md'))],
    ['a package is gone', (out: string) => fs.rmSync(join(out, 'chat-types'), { recursive: true })],
    ['a manifest was edited', (out: string) => fs.appendFileSync(join(out, 'chat-types/.sdkgen.json'), '\n')],
    ['a file is not ours', (out: string) => put(out, 'chat-client/src/mine.ts', '')],
    ['a file lies beside the packages', (out: string) => put(out, 'mine.ts', '')],
    ['a run was killed', (out: string) => put(out, '.sdkgen/chat-types.new/a.ts', '')],
  ])('is not so when %s', async (_name, change) => {
    const out = await writeOld();
    change(out);
    expect(await isCurrent(out, folders, 'the inputs', 'only-output')).toBe(false);
  });

  test('is so again after a run that wrote no file for other inputs', async () => {
    const out = await writeOld();
    await writeOutput(out, oldPackages, optionsFor(out, { inputs: 'other inputs' }));
    expect(await isCurrent(out, folders, 'other inputs', 'only-output')).toBe(true);
  });

  test('is remembered through no link that leads out of the package', async () => {
    const out = temporaryFolder();
    const elsewhere = temporaryFolder();
    put(out, 'chat-types/README.md', 'Read\n');
    fs.symlinkSync(elsewhere, join(out, 'chat-types/node_modules'));
    await writeOutput(out, oldPackages, optionsFor(out));
    expect(fs.readdirSync(elsewhere)).toEqual([]);
  });
});
