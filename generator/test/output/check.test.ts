import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { checkOutput, writeOutput } from '../../src/output/index.js';
import { optionsFor, packageOf, put, readTree, temporaryFolder } from './support.js';

const packages = [
  packageOf('chat-types', { 'src/index.ts': 'one\ntwo\nthree\n', 'src/other.ts': 'other\n' }),
  packageOf('chat-client', { 'README.md': 'Read\n', 'docs/index.md': 'Index\n' }),
];

let out = '';

beforeEach(async () => {
  out = temporaryFolder();
  await writeOutput(out, packages, optionsFor(out));
});

async function found(): Promise<string[]> {
  const problems = await checkOutput(out, packages, optionsFor(out));
  expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  return problems.map(({ code, file }) => `${code} ${file}`);
}

describe('the check', () => {
  test('reports nothing for generated output, and changes nothing', async () => {
    const before = readTree(out);
    expect(await found()).toEqual([]);
    expect(readTree(out)).toEqual(before);
  });

  test('reports the file, whichever byte of whichever file is changed', async () => {
    for (const path of Object.keys(readTree(out))) {
      const good = fs.readFileSync(join(out, path));
      for (let at = 0; at < good.length; at += 1) {
        const bad = Buffer.from(good);
        bad.writeUInt8((good[at] ?? 0) ^ 1, at);
        fs.writeFileSync(join(out, path), bad);
        const names = (await checkOutput(out, packages, optionsFor(out))).map(({ file }) => file);
        expect(names).toEqual([path]);
      }
      fs.writeFileSync(join(out, path), good);
    }
    expect(await found()).toEqual([]);
  });

  test('reports the line of the first difference', async () => {
    put(out, 'chat-types/src/index.ts', 'one\ntwo\nfour\n');
    expect(await checkOutput(out, packages, optionsFor(out))).toMatchObject([
      { code: 'output-changed', file: 'chat-types/src/index.ts', line: 3 },
    ]);
  });

  test.each(['chat-types/src/index.ts', 'chat-client/.sdkgen.json', 'chat-client/docs/index.md'])(
    'reports a removed file: %s',
    async (path) => {
      fs.rmSync(join(out, path));
      expect(await found()).toEqual([`output-missing ${path}`]);
    },
  );

  test('reports every file of a removed package', async () => {
    fs.rmSync(join(out, 'chat-client'), { recursive: true });
    expect(await found()).toEqual([
      'output-missing chat-client/.sdkgen.json',
      'output-missing chat-client/README.md',
      'output-missing chat-client/docs/index.md',
    ]);
  });

  test.each(['chat-types/src/extra.ts', 'chat-client/new/folder/a.md', 'other/a.ts', 'stray.txt'])(
    'reports an added file: %s',
    async (path) => {
      put(out, path, 'added\n');
      expect(await found()).toEqual([`output-foreign ${path}`]);
    },
  );

  test('reports a file that was edited together with the manifest', async () => {
    const other = [packageOf('chat-types', { 'src/index.ts': 'edited\n', 'src/other.ts': 'other\n' })];
    await writeOutput(out, other, optionsFor(out, { outHolds: 'anything' }));
    expect(await found()).toEqual(['output-changed chat-types/.sdkgen.json', 'output-changed chat-types/src/index.ts']);
  });

  test('reports a file that is no longer generated', async () => {
    const wider = [
      packageOf('chat-types', { 'src/index.ts': 'one\ntwo\nthree\n', 'src/other.ts': 'other\n', 'a.ts': '' }),
    ];
    await writeOutput(out, wider, optionsFor(out, { outHolds: 'anything' }));
    expect(await found()).toEqual(['output-changed chat-types/.sdkgen.json', 'output-obsolete chat-types/a.ts']);
  });

  test.each(['chat-types/dist/index.js', 'chat-types/node_modules/a/b.js'])(
    'ignores what is built or installed: %s',
    async (path) => {
      put(out, path, 'built\n');
      expect(await found()).toEqual([]);
    },
  );

  test('reports a link in the place of a file', async () => {
    fs.renameSync(join(out, 'chat-client/README.md'), join(out, 'chat-client/dist'));
    fs.symlinkSync('dist', join(out, 'chat-client/README.md'));
    expect(await found()).toEqual(['output-symlink chat-client/README.md']);
  });

  test('reports every file of a missing folder', async () => {
    const problems = await checkOutput(join(out, 'nowhere'), packages, optionsFor(out));
    expect(problems).toHaveLength(6);
    expect(fs.existsSync(join(out, 'nowhere'))).toBe(false);
  });
});
