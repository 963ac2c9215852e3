import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkOutput, writeOutput } from '../../src/output/index.js';
import { ProblemsError } from '../../src/problems/index.js';
import { optionsFor, packageOf, put, readTree, temporaryFolder } from './support.js';

const first = [
  packageOf('chat-types', { 'src/index.ts': 'types\n', 'package.json': '{}\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client\n', 'src/old.ts': 'old\n', 'README.md': 'Read\n' }),
];
const second = [
  packageOf('chat-types', { 'src/index.ts': 'types\n', 'package.json': '{}\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client 2\n', 'src/new/a.ts': 'new\n', 'README.md': 'Read\n' }),
];

async function written() {
  const cwd = temporaryFolder();
  const out = join(cwd, 'packages');
  const result = await writeOutput(out, first, optionsFor(cwd));
  return { cwd, out, result };
}

function codes(problems: readonly { readonly code: string; readonly file?: string }[]): string[] {
  return problems.map(({ code, file }) => `${code} ${file}`);
}

describe('writing', () => {
  test('creates the folder, the packages and a manifest in each', async () => {
    const { out, result } = await written();
    expect(Object.keys(readTree(out)).sort()).toEqual([
      'chat-client/.sdkgen.json',
      'chat-client/README.md',
      'chat-client/src/index.ts',
      'chat-client/src/old.ts',
      'chat-types/.sdkgen.json',
      'chat-types/package.json',
      'chat-types/src/index.ts',
    ]);
    expect(result.problems).toEqual([]);
    expect(result.written).toHaveLength(7);
    expect(fs.readdirSync(out).sort()).toEqual(['chat-client', 'chat-types']);
  });

  test('the same files a second time changes nothing', async () => {
    const { cwd, out } = await written();
    const before = [out, join(out, 'chat-client'), join(out, 'chat-client/src/index.ts')].map((path) =>
      fs.statSync(path),
    );
    const result = await writeOutput(out, first, optionsFor(cwd));
    const after = [out, join(out, 'chat-client'), join(out, 'chat-client/src/index.ts')].map((path) =>
      fs.statSync(path),
    );
    expect(after.map(({ ctimeMs, ino }) => [ctimeMs, ino])).toEqual(before.map(({ ctimeMs, ino }) => [ctimeMs, ino]));
    expect(result).toEqual({ written: [], removed: [], problems: [] });
  });

  test('other files rewrites those that differ, removes the old ones, and leaves the rest unchanged', async () => {
    const { cwd, out } = await written();
    const untouched = ['chat-types/src/index.ts', 'chat-types', 'chat-client/README.md'];
    const before = untouched.map((path) => fs.statSync(join(out, path)));
    const result = await writeOutput(out, second, optionsFor(cwd));
    const after = untouched.map((path) => fs.statSync(join(out, path)));
    expect(result.written).toEqual([
      'chat-client/.sdkgen.json',
      'chat-client/src/index.ts',
      'chat-client/src/new/a.ts',
    ]);
    expect(result.removed).toEqual(['chat-client/src/old.ts']);
    expect(result.problems).toEqual([]);
    expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(before.map(({ ino, mtimeMs }) => [ino, mtimeMs]));
    expect(await checkOutput(out, second, optionsFor(cwd))).toEqual([]);
  });

  test('in a dry run only reports what would be written', async () => {
    const { cwd, out } = await written();
    const before = readTree(out);
    const result = await writeOutput(out, second, optionsFor(cwd, { dryRun: true }));
    expect(result.written).toContain('chat-client/src/new/a.ts');
    expect(result.removed).toEqual(['chat-client/src/old.ts']);
    expect(readTree(out)).toEqual(before);
    const elsewhere = join(cwd, 'elsewhere');
    await writeOutput(elsewhere, second, optionsFor(cwd, { dryRun: true }));
    expect(fs.existsSync(elsewhere)).toBe(false);
  });

  test('restores a generated file that was deleted', async () => {
    const { cwd, out } = await written();
    fs.rmSync(join(out, 'chat-client/README.md'));
    const result = await writeOutput(out, first, optionsFor(cwd));
    expect(result.written).toEqual(['chat-client/README.md']);
    expect(readTree(out)['chat-client/README.md']).toBe('Read\n');
  });

  test('adopts a folder without a manifest if its files are the same', async () => {
    const { cwd, out } = await written();
    fs.rmSync(join(out, 'chat-client/.sdkgen.json'));
    const result = await writeOutput(out, first, optionsFor(cwd));
    expect(result.written).toEqual(['chat-client/.sdkgen.json']);
    expect(result.problems).toEqual([]);
  });

  test('keeps built and installed files, including links', async () => {
    const { cwd, out } = await written();
    put(out, 'chat-client/dist/index.js', 'built\n');
    put(out, 'chat-client/node_modules/ky/index.js', 'ky\n');
    put(out, 'chat-client/src/tsconfig.tsbuildinfo', '{}');
    fs.symlinkSync('../../../elsewhere', join(out, 'chat-client/node_modules/linked'));
    const result = await writeOutput(out, second, optionsFor(cwd));
    expect(result.problems).toEqual([]);
    expect(readTree(out)).toMatchObject({
      'chat-client/dist/index.js': 'built\n',
      'chat-client/node_modules/ky/index.js': 'ky\n',
      'chat-client/node_modules/linked': '-> ../../../elsewhere',
      'chat-client/src/index.ts': 'client 2\n',
      'chat-client/src/tsconfig.tsbuildinfo': '{}',
    });
  });

  test('removes folders that become empty', async () => {
    const { cwd, out } = await written();
    await writeOutput(out, second, optionsFor(cwd));
    await writeOutput(out, first, optionsFor(cwd));
    expect(fs.existsSync(join(out, 'chat-client/src/new'))).toBe(false);
  });

  test('replaces a generated file with a folder, and a folder with a file', async () => {
    const cwd = temporaryFolder();
    const file = [packageOf('chat-client', { 'src/a': 'file\n' })];
    const folder = [packageOf('chat-client', { 'src/a/b': 'below\n' })];
    for (const packages of [file, folder, file]) {
      expect((await writeOutput(cwd, packages, optionsFor(cwd))).problems).toEqual([]);
      expect(await checkOutput(cwd, packages, optionsFor(cwd))).toEqual([]);
    }
  });

  test('renames a file that changes only in case', async () => {
    const cwd = temporaryFolder();
    await writeOutput(cwd, [packageOf('chat-client', { 'User.ts': 'x\n' })], optionsFor(cwd));
    await writeOutput(cwd, [packageOf('chat-client', { 'user.ts': 'x\n' })], optionsFor(cwd));
    expect(fs.readdirSync(join(cwd, 'chat-client')).filter((name) => name.endsWith('.ts'))).toEqual(['user.ts']);
  });

  test.each(['../elsewhere', 'a/b', '', '.git', 'aux'])('a package folder named "%s" is rejected', async (folder) => {
    const cwd = temporaryFolder();
    await expect(writeOutput(cwd, [packageOf(folder, {})], optionsFor(cwd))).rejects.toThrow(ProblemsError);
    expect(fs.readdirSync(cwd)).toEqual([]);
  });
});

describe('a foreign file', () => {
  test('is kept and reported if it is not in the way', async () => {
    const { cwd, out } = await written();
    put(out, 'chat-client/src/notes.txt', 'mine\n');
    put(out, 'chat-client/extra/deep/a.ts', 'mine too\n');
    fs.symlinkSync('nowhere', join(out, 'chat-client/link'));
    put(out, 'other/a.txt', 'stray\n');
    const result = await writeOutput(out, second, optionsFor(cwd));
    expect(codes(result.problems)).toEqual([
      'output-foreign packages/chat-client/extra/deep/a.ts',
      'output-foreign packages/chat-client/link',
      'output-foreign packages/chat-client/src/notes.txt',
      'output-foreign packages/other/a.txt',
    ]);
    expect(result.problems.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(readTree(out)).toMatchObject({
      'chat-client/src/index.ts': 'client 2\n',
      'chat-client/src/notes.txt': 'mine\n',
      'chat-client/extra/deep/a.ts': 'mine too\n',
      'chat-client/link': '-> nowhere',
      'other/a.txt': 'stray\n',
    });
  });

  test.each([
    ['a file', 'src/new/a.ts', 'output-in-the-way packages/chat-client/src/new/a.ts'],
    ['a file where a folder must go', 'src/new', 'output-in-the-way packages/chat-client/src/new'],
    ['a folder where a file must go', 'src/new/a.ts/mine.ts', 'output-in-the-way packages/chat-client/src/new/a.ts'],
  ])('is a problem if it is in the way: %s', async (_name, path, want) => {
    const { cwd, out } = await written();
    put(out, `chat-client/${path}`, 'mine\n');
    const before = readTree(out);
    const result = await writeOutput(out, second, optionsFor(cwd));
    expect(codes(result.problems.filter(({ severity }) => severity === 'error'))).toEqual([want]);
    expect(result.written).toEqual([]);
    expect(readTree(out)).toEqual(before);
  });

  test.each([
    ['that would be rewritten', 'src/index.ts'],
    ['that would be removed', 'src/old.ts'],
  ])('an edited generated file, %s, stops the whole run', async (_name, path) => {
    const { cwd, out } = await written();
    put(out, `chat-client/${path}`, 'edited\n');
    const before = readTree(out);
    const result = await writeOutput(out, second, optionsFor(cwd));
    expect(codes(result.problems)).toEqual([`output-edited packages/chat-client/${path}`]);
    expect(readTree(out)).toEqual(before);
  });

  test('a folder of files of another program is not treated as generated', async () => {
    const cwd = temporaryFolder();
    put(cwd, 'chat-client/src/index.ts', 'by hand\n');
    const result = await writeOutput(cwd, first, optionsFor(cwd));
    expect(codes(result.problems)).toEqual(['output-in-the-way chat-client/src/index.ts']);
    expect(readTree(cwd)).toEqual({ 'chat-client/src/index.ts': 'by hand\n' });
  });

  test.each([
    ['with conflict marks', '<<<<<<< ours\n'],
    ['that lists a path outside', JSON.stringify({ format: 1, files: { '../../a': 'f'.repeat(64) } })],
  ])('a manifest %s is a problem', async (_name, text) => {
    const { cwd, out } = await written();
    put(out, 'chat-client/.sdkgen.json', text);
    const before = readTree(out);
    const result = await writeOutput(out, second, optionsFor(cwd));
    expect(codes(result.problems.filter(({ severity }) => severity === 'error'))).toEqual([
      'output-manifest packages/chat-client/.sdkgen.json',
    ]);
    expect(readTree(out)).toEqual(before);
  });

  test.each([
    ['only-output', ['output-foreign other/a.txt', 'output-foreign stray.txt']],
    ['packages', ['output-foreign stray.txt']],
    ['anything', []],
  ] as const)('beside the packages is judged by what the folder holds: %s', async (outHolds, want) => {
    const cwd = temporaryFolder();
    put(cwd, 'stray.txt', 'stray\n');
    put(cwd, 'other/a.txt', 'other\n');
    put(cwd, 'node_modules/a.txt', 'installed\n');
    expect(codes((await writeOutput(cwd, first, optionsFor(cwd, { outHolds }))).problems)).toEqual(want);
  });
});

describe('a symbolic link', () => {
  test.each([
    ['in the place of a package', 'chat-client'],
    ['in the place of a folder', 'chat-client/src'],
    ['in the place of a file', 'chat-client/src/index.ts'],
    ['in the place of a file that went', 'chat-client/src/old.ts'],
    ['in the place of the manifest', 'chat-client/.sdkgen.json'],
  ])('%s is neither followed nor removed', async (_name, path) => {
    const { cwd, out } = await written();
    const moved = join(cwd, 'moved');
    if (fs.existsSync(join(out, path))) fs.renameSync(join(out, path), moved);
    else fs.mkdirSync(moved);
    fs.symlinkSync(moved, join(out, path));
    const before = readTree(cwd);
    const result = await writeOutput(out, second, optionsFor(cwd));
    expect(codes(result.problems)).toContain(`output-symlink packages/${path}`);
    expect(result.written).toEqual([]);
    expect(readTree(cwd)).toEqual(before);
  });

  test('to the output folder itself is followed', async () => {
    const cwd = temporaryFolder();
    fs.mkdirSync(join(cwd, 'real'));
    fs.symlinkSync('real', join(cwd, 'out'));
    expect((await writeOutput(join(cwd, 'out'), first, optionsFor(cwd))).problems).toEqual([]);
    expect(fs.readdirSync(join(cwd, 'real')).sort()).toEqual(['chat-client', 'chat-types']);
    expect(fs.lstatSync(join(cwd, 'out')).isSymbolicLink()).toBe(true);
  });
});
