import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileSystem } from '../../src/output/folder.js';
import { checkOutput, type PackageOutput, writeOutput } from '../../src/output/index.js';
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
  packageOf('chat-types', { 'src/index.ts': 'types\n', 'src/gone.ts': 'gone\n', 'src/turned': 'a file\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client\n', 'README.md': 'Read\n', 'old/a.ts': 'old\n' }),
];
const newPackages = [
  packageOf('chat-types', { 'src/index.ts': 'types 2\n', 'src/turned/a.ts': 'a folder\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client 2\n', 'README.md': 'Read\n', 'new/a.ts': 'new\n' }),
];
const otherPackages = [
  packageOf('chat-types', { 'src/index.ts': 'types 3\n', 'src/gone.ts': 'back\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client 3\n', old: 'a file\n' }),
];
const FOREIGN = { 'chat-types/src/mine.ts': 'mine\n', 'chat-client/dist/index.js': 'built\n' };

async function prepare(): Promise<string> {
  const out = temporaryFolder();
  await writeOutput(out, oldPackages, optionsFor(out));
  for (const [path, text] of Object.entries(FOREIGN)) put(out, path, text);
  return out;
}

/** Writes, and is killed by its file system. */
async function writeUntilKilled(out: string, packages: readonly PackageOutput[], killed: FileSystem): Promise<void> {
  await writeOutput(out, packages, optionsFor(out), killed).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

function textsOf(packages: readonly PackageOutput[]): Map<string, string> {
  return new Map(
    packages.flatMap(({ folder, files }) => [...files].map(([path, text]) => [`${folder}/${path}`, text])),
  );
}

/** Files that are neither as in one of the versions nor foreign; temporary files and the manifests are omitted. */
function brokenFiles(out: string, ...versions: readonly (readonly PackageOutput[])[]): string[] {
  const texts = versions.map(textsOf);
  const found = new Map(Object.entries(readTree(out)).filter(([path]) => !/(^|\/)\.sdkgen/.test(path)));
  const paths = new Set([...found.keys(), ...texts.flatMap((version) => [...version.keys()])]);
  return [...paths].filter(
    (path) => !(path in FOREIGN) && !texts.some((version) => version.get(path) === found.get(path)),
  );
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

async function expectComplete(out: string, packages: readonly PackageOutput[]): Promise<void> {
  const { problems } = await writeOutput(out, packages, optionsFor(out));
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning output-foreign']);
  expect(await checkOutput(out, packages, optionsFor(out))).toMatchObject([{ code: 'output-foreign' }]);
  expect(readTree(out)).toMatchObject(FOREIGN);
}

describe('a run that is killed', () => {
  test('at any step leaves each file old or new, and the next run completes it, also with other inputs', async () => {
    const steps = await stepsOfWholeRun();
    expect(steps).toBeGreaterThan(60);
    for (let step = 0; step <= steps; step += 1) {
      const out = await prepare();
      await writeUntilKilled(out, newPackages, killedAtStep(step));
      expect(brokenFiles(out, oldPackages, newPackages)).toEqual([]);
      await expectComplete(out, [newPackages, otherPackages, oldPackages][step % 3] ?? newPackages);
    }
  });

  test('at any step can be followed by runs that are killed as well', async () => {
    const steps = await stepsOfWholeRun();
    for (let step = 20; step <= steps; step += 5) {
      const out = await prepare();
      for (const [packages, kill] of [
        [newPackages, step],
        [otherPackages, 12 + (step % 40)],
        [newPackages, step % 50],
      ] as const) {
        await writeUntilKilled(out, packages, killedAtStep(kill));
      }
      expect(brokenFiles(out, oldPackages, newPackages, otherPackages)).toEqual([]);
      await expectComplete(out, oldPackages);
    }
  });

  test('in its first run leaves nothing that stops the next', async () => {
    for (let step = 0; step < 60; step += 2) {
      const out = temporaryFolder();
      await writeUntilKilled(out, oldPackages, killedAtStep(step));
      await writeOutput(out, newPackages, optionsFor(out));
      expect(await checkOutput(out, newPackages, optionsFor(out))).toEqual([]);
    }
  });

  test('is reported by the check', async () => {
    const out = await prepare();
    const killed = watchedFileSystem((_step, call) => {
      if (call === 'unlinkSync') throw new Killed();
    });
    await writeUntilKilled(out, newPackages, killed);
    const check = await checkOutput(out, newPackages, optionsFor(out));
    const files = check.flatMap(({ code, file }) => (code === 'output-interrupted' ? [file] : []));
    expect(files.map((file) => file?.replace(/-[0-9a-f]+-[0-9a-f]+$/, ''))).toEqual([
      'chat-types/.sdkgen.json',
      'chat-types/src/.sdkgen',
      'chat-types/src/.sdkgen',
      'chat-client/.sdkgen',
      'chat-client/.sdkgen.json',
      'chat-client/src/.sdkgen',
    ]);
  });

  test('with edits made before the next run loses none of them', async () => {
    const out = await prepare();
    const killed = watchedFileSystem((_step, call) => {
      if (call === 'unlinkSync') throw new Killed();
    });
    await writeUntilKilled(out, newPackages, killed);
    put(out, 'chat-types/src/index.ts', 'edited meanwhile\n');
    const { problems } = await writeOutput(out, newPackages, optionsFor(out));
    expect(problems).toMatchObject([{ code: 'output-edited', file: 'chat-types/src/index.ts' }, {}]);
    expect(readTree(out)).toMatchObject({ 'chat-types/src/index.ts': 'edited meanwhile\n' });
  });

  test('leaves files whose names another program’s may resemble: those are kept', async () => {
    const out = await prepare();
    const names = ['.sdkgen-0123456789abcdef-01234567', '.sdkgen-notes', '.sdkgen-'];
    for (const name of names) put(out, `chat-client/${name}`, 'mine\n');
    const { problems } = await writeOutput(out, newPackages, optionsFor(out));
    expect(problems.map(({ code }) => code)).toEqual(Array(4).fill('output-foreign'));
    expect(fs.readdirSync(join(out, 'chat-client'))).toEqual(expect.arrayContaining(names));
  });
});

describe('a disk that refuses', () => {
  /** Refuses one call on the paths that match. */
  function refusing(code: string, refused: keyof FileSystem, pattern: RegExp): FileSystem {
    return watchedFileSystem((_step, call, paths) => {
      const path = paths.find((candidate) => pattern.test(candidate));
      if (call === refused && path !== undefined) throw systemError(code, path);
    });
  }

  test.each([
    ['a read-only folder', 'EACCES', 'output-read-only'],
    ['a read-only disk', 'EROFS', 'output-read-only'],
    ['a full disk', 'ENOSPC', 'output-disk-full'],
    ['a disk that fails', 'EIO', 'output-failed'],
  ])('%s is reported, and the previous output is unchanged', async (_name, code, want) => {
    const out = await prepare();
    const before = readTree(out);
    const refused = refusing(code, 'writeFileSync', /chat-client\/src\/\.sdkgen-/);
    const result = await writeOutput(out, newPackages, optionsFor(out), refused);
    expect(result.problems).toMatchObject([{ code: want, severity: 'error', file: 'chat-client/src' }]);
    expect(result.problems[0]?.message).toContain(`(${code}); the previous output is unchanged`);
    expect(result.written).toEqual([]);
    expect(readTree(out)).toEqual(before);
  });

  test('a file that is in use is reported, and the next run does the rest', async () => {
    const out = await prepare();
    const refused = refusing('EBUSY', 'renameSync', /chat-client\/src\/index\.ts$/);
    const result = await writeOutput(out, newPackages, optionsFor(out), refused);
    expect(result.problems).toMatchObject([{ code: 'output-busy', message: expect.stringContaining('the next run') }]);
    expect(brokenFiles(out, oldPackages, newPackages)).toEqual([]);
    await expectComplete(out, newPackages);
  });

  test('an output folder that is a file is reported', async () => {
    const cwd = temporaryFolder();
    put(cwd, 'out', 'a file\n');
    const result = await writeOutput(join(cwd, 'out'), newPackages, optionsFor(cwd));
    expect(result.problems).toMatchObject([{ code: 'output-not-a-folder', file: 'out' }]);
    expect(readTree(cwd)).toEqual({ out: 'a file\n' });
  });
});

describe('two runs at once', () => {
  /** Lets a whole run with other packages happen before one step of a run; the codes of errors of that run. */
  async function interleave(
    out: string,
    meeting: number,
    packages: readonly PackageOutput[],
  ): Promise<readonly string[]> {
    const inner: Promise<unknown>[] = [];
    const intruding = watchedFileSystem((step) => {
      if (step === meeting) inner.push(writeOutput(out, packages, optionsFor(out)));
    });
    const { problems } = await writeOutput(out, newPackages, optionsFor(out), intruding);
    await Promise.all(inner);
    return problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  }

  test('with the same inputs end with the right result, whichever step they meet at', async () => {
    const steps = await stepsOfWholeRun();
    for (let meeting = 0; meeting <= steps; meeting += 1) {
      const out = await prepare();
      expect(await interleave(out, meeting, newPackages)).toEqual([]);
      expect(await checkOutput(out, newPackages, optionsFor(out))).toMatchObject([{ code: 'output-foreign' }]);
    }
  });

  test('with other inputs end with the result of one of them', async () => {
    const steps = await stepsOfWholeRun();
    for (let meeting = 0; meeting <= steps; meeting += 1) {
      const out = await prepare();
      expect(await interleave(out, meeting, otherPackages)).toEqual([]);
      const differences = await Promise.all(
        [newPackages, otherPackages].map((packages) => checkOutput(out, packages, optionsFor(out))),
      );
      expect(differences.map(({ length }) => length)).toContain(1);
    }
  });

  test('that never leave each other alone end with a problem', async () => {
    const out = await prepare();
    const manifest = join(out, 'chat-types/.sdkgen.json');
    const intruding = watchedFileSystem((_step, call, [path]) => {
      if (call === 'readFileSync' && path === manifest) fs.appendFileSync(manifest, ' ');
    });
    const { problems } = await writeOutput(out, newPackages, optionsFor(out), intruding);
    expect(problems.map(({ code }) => code)).toEqual(['output-locked']);
  });
});
