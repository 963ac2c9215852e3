import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Node, Project, SyntaxKind } from 'ts-morph';
import type { FoundUse } from '../../src/impact/index.js';
import { moveBody } from '../../src/migrate/body.js';
import { isInTheWay } from '../../src/migrate/edit.js';
import { rewriteUse } from '../../src/migrate/edits.js';
import { refuseChanges } from '../../src/migrate/index.js';
import { applyEdits, isText, uncommitted } from '../../src/migrate/write.js';
import { replaceFiles } from '../../src/problems/index.js';
import { folderOf } from '../load/temporary.js';
import { changeBy } from './change.js';

/** Without the global types: reading those of a browser takes a second. */
const inMemory = { useInMemoryFileSystem: true, skipLoadingLibFiles: true } as const;

/** What the calls below are of. */
const OPERATION = `declare function add(args: { user_id?: number; b?: number; body?: object }, options?: { signal: number }): void;\n`;
const fields = new Set(['user_id', 'b']);

test.each([
  ["add({ 'user_id': 1 })", true, "add({ body: { 'user_id': 1 } })"],
  ["add({ ['b']: 1, id })", true, "add({ body: { ['b']: 1 }, id })"],
  ["const B = 'b'; add({ [B]: 1, id })", true, 'add({ body: { [B]: 1 }, id })'],
  ['add({ [key]: 1, b: 2 })', true, 'is computed'],
  ["add({ 'body': { b: 1 } })", false, 'add({ b: 1 })'],
  ['add({ [key]: { b: 1 } })', false, 'computed name'],
  ['add({ ...rest })', false, 'Spread'],
  ['add({ ...rest, b: 1 })', true, 'Spread'],
  ['add(args, { signal: 1 })', true, 'not an object literal'],
])('the body of %s, moved into it: %s', (code, into, expected) => {
  const source = new Project(inMemory).createSourceFile('a.ts', `${OPERATION}${code}`);
  const name = source.getDescendantsOfKind(SyntaxKind.CallExpression).at(-1)?.getExpression() ?? source;
  const result = moveBody(name, { argument: 'body', into, fields });
  expect('edits' in result ? applyEdits(`${OPERATION}${code}`, result.edits) : result.reason).toContain(expected);
});

const change = changeBy('property-renamed');

/** The file of a field's name after it is renamed, or the reason why it is left. */
function renamed(node: Node, newName: string, way: FoundUse['way'], sent: readonly Node[] = []): string {
  const target = { change, effect: 'any', kind: 'field', newName } as const;
  const result = rewriteUse({ node, target, severity: 'breaking', way, through: new Set(sent) }, undefined);
  if (!('edits' in result)) return result.reason;
  const edits = [...result.edits].sort((one, other) => one.start - other.start);
  return applyEdits(node.getSourceFile().getFullText(), edits);
}

test.each([
  [
    'const plan = { size: 1 }; send(plan); use(plan.size)',
    'flow',
    'const plan = { width: 1 }; send(plan); use(plan.width)',
  ],
  ['const plan = { size: 1 }; send(plan); keep(plan)', 'flow', 'has other uses'],
  ['const plan = { size: 1 }; send(plan); let size; ({ size } = plan)', 'flow', '({ width: size } = plan)'],
  ['const plan: Plan = { size: 1 }; send(plan)', 'flow', 'has other uses'],
  ['const plan = { size: 1, width: 2 }; send(plan)', 'flow', 'already has `width`'],
  ['const plan = { size: 1 }; send(plan)', 'fit', 'A type of the project'],
] as const)('a field of the user, in %s, given as a %s', (code, way, expected) => {
  const source = new Project(inMemory).createSourceFile('a.ts', code);
  const node = source.getFirstDescendantByKindOrThrow(SyntaxKind.PropertyAssignment).getNameNode();
  const sent = source.getFirstDescendantByKindOrThrow(SyntaxKind.CallExpression).getArguments();
  expect(renamed(node, 'width', way, sent)).toContain(expected);
});

test.each([
  ['send({ size: 1 })', 'is-open', "send({ 'is-open': 1 })"],
  ['send({ size })', 'is-open', "send({ 'is-open': size })"],
  ['use(plan.size)', 'is-open', "use(plan['is-open'])"],
  ['use(plan?.size)', 'is-open', "use(plan?.['is-open'])"],
  ['use(plan["size"])', "it's", 'use(plan["it\'s"])'],
  ["use(plan['size'])", "it's", "use(plan['it\\'s'])"],
  ['use(plan[`size`])', 'a`b', 'use(plan[`a\\`b`])'],
  ['const { size } = plan', 'is-open', "const { 'is-open': size } = plan"],
  ['const { size: own } = plan', 'width', 'const { width: own } = plan'],
  [
    "const plan = { 'size': 1 }; use(plan.size, plan['size']); const { size } = plan",
    'width',
    "const plan = { 'width': 1 }; use(plan.width, plan['width']); const { width: size } = plan",
  ],
  [
    'const plan = { size: 1 }; let size; ({ size } = plan)',
    'width',
    'const plan = { width: 1 }; let size; ({ width: size } = plan)',
  ],
  [
    'const plan = { size: 1, other: 2 }; let size, other; ({ other: size } = plan); ({ other = size } = plan)',
    'width',
    'const plan = { width: 1, other: 2 }; let size, other; ({ other: size } = plan); ({ other = size } = plan)',
  ],
  ["use({ ['size']: 1 })", 'width', "use({ ['width']: 1 })"],
  ['const [{ size = 1 }] = plans', 'width', 'const [{ width: size = 1 }] = plans'],
  ['const [{ run = size }] = plans', 'width', 'const [{ run = width }] = plans'],
  ['({ run = size } = plan)', 'width', '({ run = width } = plan)'],
  [
    "import { size } from 'a'; use({ width: 1 }, plan.width)",
    'width',
    "import { width } from 'a'; use({ width: 1 }, plan.width)",
  ],
  ["import { size } from 'a'; const width = 1", 'width', "import { width as size } from 'a'; const width = 1"],
  ['use(size.name); const width = 1', 'width', 'use(size.name); const width = 1'],
])('a field in %s, renamed to %s', (code, newName, expected) => {
  const source = new Project(inMemory).createSourceFile('a.ts', code);
  const node = source.getFirstDescendantOrThrow(
    (one) => one.getChildCount() === 0 && /^['"`]?size['"`]?$/.test(one.getText()),
  );
  expect(renamed(node, newName, 'named')).toBe(expected);
});

test.each([
  ['after another one', 4, 6, false],
  ['before another one', 0, 2, false],
  ['at the beginning of another one', 2, 2, false],
  ['at the end of another one', 4, 4, false],
  ['inside another one', 3, 3, true],
  ['over the end of another one', 3, 5, true],
  ['at the place of another one', 2, 4, true],
])('an edit %s conflicts with it: %#', (_place, start, end, expected) => {
  const file = new Project(inMemory).createSourceFile('a.ts', 'one(two)');
  const other = { file, start: 2, end: 4, text: 'a' };
  expect(isInTheWay({ file, start, end, text: 'b' }, [other])).toBe(expected);
  expect(isInTheWay(other, [{ file, start, end, text: 'b' }])).toBe(expected);
  expect(isInTheWay(other, [{ ...other }])).toBe(false);
});

test('a file that is written keeps its mode, and a link stays a link', async () => {
  const cwd = await folderOf({ 'a.ts': 'old', 'latin.ts': Uint8Array.of(0x61, 0xe9) });
  const [path, link] = [join(cwd, 'a.ts'), join(cwd, 'b.ts')];
  chmodSync(path, 0o755);
  symlinkSync('a.ts', link);
  replaceFiles(new Map([[link, 'new']]));
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(statSync(path).mode & 0o777).toBe(0o755);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect([isText(path), isText(join(cwd, 'latin.ts'))]).toEqual([true, false]);
});

test('of several files all are replaced, or none', async () => {
  const cwd = await folderOf({ 'a.ts': 'old', 'b.ts/inner.ts': '' });
  const [changed, folder, added] = ['a.ts', 'b.ts', 'c.ts'].map((name) => join(cwd, name));
  const texts = [changed, added, folder].map((path) => [path ?? '', 'new'] as const);
  expect(() => replaceFiles(new Map(texts))).toThrow('EISDIR');
  expect(readdirSync(cwd).sort()).toEqual(['a.ts', 'b.ts']);
  expect(readFileSync(join(cwd, 'a.ts'), 'utf8')).toBe('old');
});

test('a failure of git is not a clean working tree', async () => {
  const cwd = await folderOf({ 'a.ts': '' });
  expect(uncommitted(cwd)).toEqual([]);
  expect(() => refuseChanges(cwd)).not.toThrow();
  execFileSync('git', ['init', '--quiet'], { cwd });
  expect(uncommitted(cwd)).toEqual(['?? a.ts']);
  expect(() => refuseChanges(cwd)).toThrow('has uncommitted changes: ?? a.ts. Nothing');
  execFileSync('git', ['config', 'core.repositoryformatversion', '99'], { cwd });
  expect(() => refuseChanges(cwd)).toThrow('is unknown');
  expect(uncommitted(cwd)).toMatchObject({ failure: expect.stringMatching(/./) });
});
