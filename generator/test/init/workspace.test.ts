import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { managerOf, planWorkspace, type WorkspacePlan, type WorkspaceRequest } from '../../src/init/index.js';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sdkgen-init-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function plan(request: Partial<WorkspaceRequest> = {}): WorkspacePlan {
  const generator = { name: '@tools/sdkgen', version: '1.2.3' };
  const names = { spec: undefined, scope: '@acme', name: 'shop', manager: 'npm' } as const;
  return planWorkspace({ folder: join(folder, 'sdk'), generator, ...names, ...request });
}

const manifestOf = ({ files }: WorkspacePlan) => JSON.parse(files.get('package.json') ?? '');

describe('an empty folder', () => {
  test('becomes a workspace with configuration, scripts, a sample spec, a workflow and a README', () => {
    const result = plan();
    expect([...result.files.keys()].sort()).toEqual([
      '.gitattributes',
      '.github/workflows/sdk.yml',
      '.gitignore',
      'README.md',
      'package.json',
      'spec/openapi.yaml',
    ]);
    expect(manifestOf(result)).toMatchObject({
      name: 'shop-sdk',
      private: true,
      workspaces: ['packages/*'],
      scripts: { generate: 'sdkgen generate --build', test: 'npm test --workspace packages/shop-client' },
      sdkgen: { spec: 'spec/openapi.yaml', scope: '@acme', name: 'shop' },
      devDependencies: { '@tools/sdkgen': '^1.2.3' },
    });
  });

  test('with pnpm has its workspace file, and links the packages to each other', () => {
    const result = plan({ manager: 'pnpm' });
    expect(result.files.get('pnpm-workspace.yaml')).toBe('packages:\n  - packages/*\nlinkWorkspacePackages: true\n');
    expect(manifestOf(result).workspaces).toBeUndefined();
  });

  test('with Yarn installs into node_modules', () => {
    const result = plan({ manager: 'yarn' });
    expect(result.files.get('.yarnrc.yml')).toBe('nodeLinker: node-modules\n');
    expect(manifestOf(result).scripts.test).toBe('yarn workspace @acme/shop-client test');
  });

  test.each([
    ['a URL stays where it is', 'https://shop.example.com/api.json', 'https://shop.example.com/api.json'],
    ['a file elsewhere is copied', 'api.yaml', 'spec/api.yaml'],
    ['a file that refers to others stays where it is', 'parts/api.yaml', '../parts/api.yaml'],
    ['a file in the folder stays where it is', 'sdk/api.yaml', 'api.yaml'],
  ])('%s', (_, given, configured) => {
    put('api.yaml', "openapi: 3.1.0\nx: { $ref: '#/components/schemas/A' }\n");
    put('parts/api.yaml', 'openapi: 3.1.0\nx:\n  $ref: ./schemas.yaml#/A\n');
    put('sdk/api.yaml', 'openapi: 3.1.0\n');
    const spec = given.startsWith('https:') ? given : join(folder, given);
    const result = plan({ spec });
    expect(manifestOf(result).sdkgen.spec).toBe(configured);
    expect([...result.files.keys()].filter((path) => path.endsWith('api.yaml'))).toEqual(
      given === 'api.yaml' ? ['spec/api.yaml'] : [],
    );
  });

  test('keeps an existing file', () => {
    put('sdk/README.md', '# Mine\n');
    expect(plan()).toMatchObject({ kept: ['README.md'] });
    expect(plan().files.has('README.md')).toBe(false);
  });
});

describe('a project', () => {
  test('keeps its fields and layout, and gets the packages in an unused folder', () => {
    const manifest =
      '{\n    "name": "site",\n    "workspaces": ["packages/*"],\n    "scripts": { "generate": "mine" }\n}\n';
    put('sdk/package.json', manifest);
    put('sdk/.gitignore', '/node_modules\n');
    const result = plan();
    expect(result.files.get('package.json')).toMatch(/^\{\n {4}"name": "site",/);
    expect(manifestOf(result)).toMatchObject({
      workspaces: ['packages/*', 'sdk/*'],
      scripts: { generate: 'mine', 'sdk:generate': 'sdkgen generate --build' },
      sdkgen: { out: 'sdk' },
    });
    expect(result.files.get('.gitignore')).toBe('/node_modules\n/sdk/*/dist/\n');
    expect([...result.files.keys()].sort()).toEqual([
      '.gitattributes',
      '.gitignore',
      'package.json',
      'spec/openapi.yaml',
    ]);
    expect(result.files.get('.gitattributes')).toBe('sdk/** text eol=lf linguist-generated\n');
  });

  test.each([
    ['dist', false],
    ['dist/', false],
    ['/sdk/*/dist', false],
    ['/dist', true],
  ])('that ignores %s: its .gitignore changes: %s', (line, changes) => {
    put('sdk/package.json', '{ "name": "site" }');
    put('sdk/.gitignore', `node_modules\n${line}\n`);
    expect(plan().files.has('.gitignore')).toBe(changes);
  });

  test('with pnpm gets a line in its list of packages', () => {
    put('sdk/package.json', '{ "name": "site" }');
    put('sdk/pnpm-workspace.yaml', '# All of ours\npackages:\n  - apps/*\n');
    expect(plan({ manager: 'pnpm' }).files.get('pnpm-workspace.yaml')).toBe(
      '# All of ours\npackages:\n  - apps/*\n  - sdk/*\nlinkWorkspacePackages: true\n',
    );
  });

  test.each([
    ["packages: ['apps/*'] # ours\n", "packages: [ 'apps/*', sdk/* ] # ours\nlinkWorkspacePackages: true\n"],
    ['packages:\n- apps/*\n', 'packages:\n- apps/*\n- sdk/*\nlinkWorkspacePackages: true\n'],
    ['catalog: { a: 1 }\n', 'catalog: { a: 1 }\npackages:\n  - sdk/*\nlinkWorkspacePackages: true\n'],
    ['packages: [sdk/*]\nlinkWorkspacePackages: deep\n', undefined],
  ])('with pnpm keeps the layout of %j', (before, after) => {
    put('sdk/package.json', '{ "name": "site" }');
    put('sdk/pnpm-workspace.yaml', before);
    expect(plan({ manager: 'pnpm' }).files.get('pnpm-workspace.yaml')).toBe(after);
  });

  test('with Yarn 1 and a nested list of workspaces keeps its structure', () => {
    put('sdk/package.json', '{ "workspaces": { "packages": ["apps/*"], "nohoist": ["**/x"] } }');
    expect(manifestOf(plan({ manager: 'yarn' })).workspaces).toEqual({
      packages: ['apps/*', 'sdk/*'],
      nohoist: ['**/x'],
    });
  });

  test('that is already configured is rejected', () => {
    put('sdk/package.json', '{ "sdkgen": {} }');
    expect(() => plan()).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'init-refused' })] }),
    );
    expect(() => plan()).toThrow('already has the key "sdkgen"');
  });
});

test.each([
  ['a folder inside of a workspace', { 'package.json': '{ "workspaces": ["apps/*"] }' }, 'is inside the workspace'],
  [
    'a package of a workspace',
    { 'pnpm-workspace.yaml': 'packages: [sdk]\n', 'sdk/package.json': '{}' },
    'is inside the',
  ],
  [
    'a package.json that is not JSON',
    { 'sdk/package.json': '{\n  "name": "a",\n}\n' },
    'package.json is not valid JSON',
  ],
  [
    'a file with the configuration',
    { 'sdk/sdkgen.config.yml': 'spec: a.yaml\n' },
    'sdkgen.config.yml is already there',
  ],
])('%s is rejected', (_, files, message) => {
  for (const [path, text] of Object.entries(files)) put(path, text);
  expect(() => plan()).toThrow(message);
});

test.each([
  [
    'below a workspace that does not list it',
    { 'package.json': '{ "workspaces": ["apps/*"] }', 'sdk/package.json': '{}' },
  ],
  [
    'with its own lock file',
    { 'package.json': '{ "workspaces": ["*"] }', 'sdk/package.json': '{}', 'sdk/yarn.lock': '' },
  ],
  ['with a byte order mark', { 'sdk/package.json': '\ufeff{}' }],
])('a project %s is set up', (_, files) => {
  for (const [path, text] of Object.entries(files)) put(path, text);
  expect(manifestOf(plan())).toMatchObject({ sdkgen: { out: 'sdk' } });
});

test('an existing spec with the same file name is neither replaced nor used', () => {
  put('api.yaml', 'openapi: 3.1.0\n');
  put('sdk/spec/api.yaml', 'openapi: 3.0.3\n');
  expect(plan({ spec: join(folder, 'api.yaml') })).toMatchObject({ spec: '../api.yaml', kept: [] });
});

test.each([
  ['pnpm-lock.yaml', undefined, 'pnpm'],
  ['yarn.lock', 'npm/10.0.0 node/v20', 'yarn'],
  ['package-lock.json', 'pnpm/10.0.0 node/v20', 'npm'],
  ['notes.txt', 'yarn/4.0.0 npm/? node/v20', 'yarn'],
  ['notes.txt', undefined, 'npm'],
] as const)('a folder with %s, run by %s, is for %s', (file, agent, manager) => {
  put(file, '');
  expect(managerOf(folder, agent)).toBe(manager);
});

test('the field packageManager selects the package manager of a folder without a lock file', () => {
  put('package.json', '{ "packageManager": "pnpm@10.1.0" }');
  expect(managerOf(folder, 'npm/10.0.0 node/v20')).toBe('pnpm');
});
