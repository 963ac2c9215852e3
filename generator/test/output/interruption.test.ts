import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileSystem } from '../../src/output/folder.js';
import { checkOutput, writeOutput } from '../../src/output/index.js';
import { brokenFiles, expectComplete, newPackages, oldPackages, prepare, writeUntilKilled } from './interrupted.js';
import { Killed, optionsFor, put, readTree, systemError, temporaryFolder, watchedFileSystem } from './support.js';

describe('a run that is killed', () => {
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

  test('keeps edits made before the next run', async () => {
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

  test('leaves temporary files, but files with similar names of other programs are kept', async () => {
    const out = await prepare();
    const names = ['.sdkgen-0123456789abcdef-01234567', '.sdkgen-notes', '.sdkgen-'];
    for (const name of names) put(out, `chat-client/${name}`, 'mine\n');
    const { problems } = await writeOutput(out, newPackages, optionsFor(out));
    expect(problems.map(({ code }) => code)).toEqual(Array(4).fill('output-foreign'));
    expect(fs.readdirSync(join(out, 'chat-client'))).toEqual(expect.arrayContaining(names));
  });
});

describe('a failing disk', () => {
  /** Makes one file system call fail on the paths that match. */
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

  test('a file that is in use is reported, and the next run completes the rest', async () => {
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
  test('that keep overwriting each other end with a problem', async () => {
    const out = await prepare();
    const manifest = join(out, 'chat-types/.sdkgen.json');
    const intruding = watchedFileSystem((_step, call, [path]) => {
      if (call === 'readFileSync' && path === manifest) fs.appendFileSync(manifest, ' ');
    });
    const { problems } = await writeOutput(out, newPackages, optionsFor(out), intruding);
    expect(problems.map(({ code }) => code)).toEqual(['output-locked']);
  });
});
