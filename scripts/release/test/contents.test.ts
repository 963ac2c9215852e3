import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contentFaults } from '../contents.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contents-'));
  put('src/index.ts', '');
  put('src/errors/base.ts', '');
  put('.sdkgen.json', { files: { 'README.md': '', 'docs/a.md': '', 'src/index.ts': '', 'test/a.test.ts': '' } });
  put('package.json', MANIFEST);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MANIFEST = {
  exports: { '.': { import: './dist/index.js', require: './dist/cjs/index.js' }, './package.json': './package.json' },
  files: ['dist', 'docs', 'CHANGELOG.md'],
};
const ALWAYS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
const BUILT = ['dist/index.js', 'dist/cjs/index.js'];

function put(path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

function faults(...files: readonly string[]): readonly string[] {
  const about = { name: 'a', version: '1.0.0', path: '/a.tgz', size: 1, integrity: '', unpacked: folder };
  return contentFaults({ ...about, files }, folder);
}

test('manifest, README, changelog, licence, documentation and what is built of the sources are all of it', () => {
  const built = [...BUILT, 'dist/index.d.ts', 'dist/index.js.map', 'dist/errors/base.js', 'dist/cjs/errors/base.d.ts'];
  const bundles = ['dist/cjs/package.json', 'dist/cjs/chunk-PQF7RYQP.js', 'dist/cjs/chunk-PQF7RYQP.js.map'];
  expect(faults(...ALWAYS, 'docs/a.md', ...built, ...bundles)).toEqual([]);
});

test.each([
  'docs/draft.md',
  'src/index.ts',
  'test/a.test.ts',
  '.sdkgen.json',
  '.env',
  'dist/old.js',
  'dist/errors/old.d.ts',
  'dist/index.tsbuildinfo',
  'dist/chunk-PQF7RYQP.js',
  'dist/link.js (SymbolicLink)',
])('%s is not on the list', (path) => {
  expect(faults(...ALWAYS, 'docs/a.md', ...BUILT, path)).toEqual([`${path} is not on the list`]);
});

test.each([...ALWAYS, 'docs/a.md', ...BUILT])('%s has to be there', (path) => {
  const files = [...ALWAYS, 'docs/a.md', ...BUILT].filter((each) => each !== path);
  expect(faults(...files)).toEqual([`${path} is missing`]);
});

test.each(['preinstall', 'install', 'postinstall', 'prepare'])('the script %s is refused', (script) => {
  put('package.json', { ...MANIFEST, scripts: { build: 'tsc', [script]: 'node x.js' } });
  expect(faults(...ALWAYS, 'docs/a.md', ...BUILT)).toEqual([`package.json has the script ${script}`]);
});
