import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Project, SyntaxKind } from 'ts-morph';
import { moveBody } from '../../src/migrate/body.js';
import { applyEdits, isText, uncommitted, writeAll } from '../../src/migrate/write.js';
import { folderOf } from '../load/temporary.js';

const fields = new Set(['user_id', 'b']);

test.each([
  ["add({ 'user_id': 1 })", true, "add({ body: { 'user_id': 1 } })"],
  ["add({ ['b']: 1, id })", true, "add({ body: { ['b']: 1 }, id })"],
  ['add({ [key]: 1, b: 2 })', true, 'is computed'],
  ["add({ 'body': { b: 1 } })", false, 'add({ b: 1 })'],
  ['add({ [key]: { b: 1 } })', false, 'computed name'],
  ['add({ ...rest })', false, 'spread'],
])('the body of %s, moved into it: %s', (code, into, expected) => {
  const source = new Project({ useInMemoryFileSystem: true }).createSourceFile('a.ts', code);
  const name = source.getFirstDescendantByKindOrThrow(SyntaxKind.Identifier);
  const result = moveBody(name, { argument: 'body', into, fields });
  expect('edits' in result ? applyEdits(code, result.edits) : result.reason).toContain(expected);
});

test('a file that is written keeps its mode, and a link stays a link', async () => {
  const cwd = await folderOf({ 'a.ts': 'old', 'latin.ts': Uint8Array.of(0x61, 0xe9) });
  const [path, link] = [join(cwd, 'a.ts'), join(cwd, 'b.ts')];
  chmodSync(path, 0o755);
  symlinkSync('a.ts', link);
  writeAll([{ path: link, before: 'old', after: 'new' }]);
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(statSync(path).mode & 0o777).toBe(0o755);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect([isText(path), isText(join(cwd, 'latin.ts'))]).toEqual([true, false]);
});

test('a failure of git is not a clean working tree', async () => {
  const cwd = await folderOf({ 'a.ts': '' });
  expect(uncommitted(cwd)).toEqual([]);
  execFileSync('git', ['init', '--quiet'], { cwd });
  expect(uncommitted(cwd)).toEqual(['?? a.ts']);
  execFileSync('git', ['config', 'core.repositoryformatversion', '99'], { cwd });
  expect(uncommitted(cwd)).toMatchObject({ failure: expect.stringMatching(/./) });
});
