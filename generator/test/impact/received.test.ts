import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Project } from 'ts-morph';
import { Packages } from '../../src/impact/packages.js';
import { targetsOf } from '../../src/impact/targets.js';
import { findUses } from '../../src/impact/uses.js';
import { versionOf } from '../diff/compare.js';
import { folderOf } from '../load/temporary.js';
import { changeBy } from './change.js';

test('a type of requests that is received too affects the values that are sent', async () => {
  const schemas = { Part: { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } } };
  const version = await versionOf({
    openapi: '3.1.0',
    info: { title: 'Parts', version: '1' },
    paths: {},
    components: { schemas },
  });
  const types = `node_modules/${version.names.typesPackage}`;
  const cwd = await folderOf({
    [`${types}/index.d.ts`]: 'export interface Part { readonly tags?: readonly string[] }\n',
    [`${types}/package.json`]: { name: version.names.typesPackage, types: 'index.d.ts' },
    'a.ts': `import type { Part } from '${version.names.typesPackage}';\nexport const part: Part = { tags: ['a'] };\n`,
  });
  const project = new Project({ skipLoadingLibFiles: true });
  const file = project.addSourceFileAtPath(join(cwd, 'a.ts'));
  project.addSourceFileAtPath(join(cwd, types, 'index.d.ts'));
  const pointer = '/components/schemas/Part';
  const change = { ...changeBy('type-received'), old: pointer, next: pointer, detail: 'Part' };
  const packages = new Packages(project.getSourceFiles(), version.names);
  const uses = findUses({ project, files: [file], packages }, targetsOf([change], version, version, packages));
  expect(uses.map(({ node }) => node.getText())).toEqual(["{ tags: ['a'] }"]);
});
