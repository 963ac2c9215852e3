import { expect, jest, test } from '@jest/globals';
import { Project } from 'ts-morph';
import { Packages } from '../../src/impact/packages.js';
import { findUses } from '../../src/impact/uses.js';
import { versionOf } from '../diff/compare.js';

test('a project without anything that changes is not searched', async () => {
  const { names } = await versionOf({ openapi: '3.1.0', info: { title: 'Rooms', version: '1' }, paths: {} });
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const file = project.createSourceFile('a.ts', 'export const size = 1');
  const visit = jest.spyOn(file, 'forEachDescendant');
  expect(findUses({ project, files: [file], packages: new Packages([file], names) }, new Map())).toEqual([]);
  expect(visit).not.toHaveBeenCalled();
});
