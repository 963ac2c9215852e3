import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ensureWorkspace } from '../../src/generate/workspace.js';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sdkgen-ensure-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ours = (...workspaces: readonly string[]): string =>
  `${JSON.stringify({ private: true, workspaces }, null, 2)}\n`;

test.each([
  ['an empty folder becomes a workspace', {}, ours('b-types', 'b-client')],
  ['one made for another API is extended', { 'out/package.json': ours('a') }, ours('a', 'b-types', 'b-client')],
  ['another package.json stays', { 'out/package.json': '{ "workspaces": ["a"] }' }, '{ "workspaces": ["a"] }'],
  ['nothing is written in a workspace of npm', { 'package.json': '{ "workspaces": ["./out/*"] }' }, undefined],
  ['nor in one of Yarn 1', { 'package.json': '{ "workspaces": { "packages": ["**"] } }' }, undefined],
  ['nor in one of pnpm', { 'pnpm-workspace.yaml': "packages: ['out/*']\n", 'package.json': '{}' }, undefined],
  [
    'a workspace above it that has other packages does not count',
    { 'package.json': '\ufeff{ "workspaces": ["apps/*"] }' },
    ours('b-types', 'b-client'),
  ],
  ['nor does a broken package.json', { 'package.json': '{' }, ours('b-types', 'b-client')],
])('%s', async (_, files: Readonly<Record<string, string | undefined>>, want) => {
  mkdirSync(join(folder, 'out'));
  for (const [path, text = ''] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await ensureWorkspace(join(folder, 'out'), ['b-types', 'b-client']);
  const read = () => readFileSync(join(folder, 'out/package.json'), 'utf8');
  if (want === undefined) expect(read).toThrow('ENOENT');
  else expect(read()).toBe(want);
});
