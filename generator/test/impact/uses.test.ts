import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { Project, ts } from 'ts-morph';
import { Packages } from '../../src/impact/packages.js';
import { findUses } from '../../src/impact/uses.js';
import { versionOf } from '../diff/compare.js';
import { folderOf } from '../load/temporary.js';
import { changeBy } from './change.js';

test('a project without anything that changes is not searched', async () => {
  const { names } = await versionOf({ openapi: '3.1.0', info: { title: 'Rooms', version: '1' }, paths: {} });
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const file = project.createSourceFile('a.ts', 'export const size = 1');
  const visit = jest.spyOn(file, 'forEachDescendant');
  expect(findUses({ project, files: [file], packages: new Packages([file], names) }, new Map())).toEqual([]);
  expect(visit).not.toHaveBeenCalled();
});

const TYPES = 'export interface Part { readonly name?: string; readonly size?: number; readonly part?: Part }\n';
const change = changeBy('property-removed');

/** The names in a file that are affected if the field `size` of `Part` is removed. */
async function namesIn(code: string): Promise<readonly string[]> {
  const { names } = await versionOf({ openapi: '3.1.0', info: { title: 'Parts', version: '1' }, paths: {} });
  const types = `node_modules/${names.typesPackage}`;
  const cwd = await folderOf({
    [`${types}/index.d.ts`]: TYPES,
    [`${types}/package.json`]: { name: names.typesPackage, types: 'index.d.ts' },
    'a.ts': `import type { Part } from '${names.typesPackage}';\ndeclare function send(part: Part): void;\n${code}`,
  });
  const project = new Project({
    skipLoadingLibFiles: true,
    compilerOptions: { strict: true, types: [], moduleResolution: ts.ModuleResolutionKind.Node10 },
  });
  const file = project.addSourceFileAtPath(join(cwd, 'a.ts'));
  const declared = project.addSourceFileAtPath(join(cwd, types, 'index.d.ts'));
  const declaration = declared.getInterfaceOrThrow('Part').getPropertyOrThrow('size');
  const targets = new Map([[declaration, [{ change, effect: 'any', kind: 'field' } as const]]]);
  const found = findUses({ project, files: [file], packages: new Packages([file], names) }, targets);
  return found.map(({ node }) => node.getText());
}

test('a field of a value that is passed on is found at any depth that occurs', async () => {
  const code = 'const parts = { part: { part: { part: { part: { part: { size: 1 } } } } } };\nsend(parts);';
  expect(await namesIn(code)).toEqual(['size']);
});

test('a generic type that contains itself with ever larger arguments is compared with a recursive one', async () => {
  const code = 'interface Own<T> { size: number; value: T; part?: Own<[T]> }\ndeclare const own: Own<1>;\nsend(own);';
  expect(await namesIn(code)).toEqual([]);
});
