import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type ConfigFlags, configSchema, resolveConfig, SETTINGS } from '../../src/config/index.js';
import { type Problem, ProblemsError } from '../../src/problems/index.js';

let root = '';

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'sdkgen-config-')));
});
afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

function put(path: string, content: unknown): string {
  const absolute = join(root, path);
  fs.mkdirSync(dirname(absolute), { recursive: true });
  fs.writeFileSync(absolute, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return absolute;
}

function resolveAt(folder: string, flags: ConfigFlags = {}) {
  return resolveConfig({ cwd: join(root, folder), flags });
}

async function problemsAt(folder: string, flags: ConfigFlags = {}): Promise<readonly Problem[]> {
  const error: unknown = await resolveAt(folder, flags).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ProblemsError) return error.problems;
  throw error;
}

const PROJECT = {
  version: '1.4.0',
  license: 'MIT',
  sdkgen: { spec: 'spec/openapi.yaml', scope: '@acme', name: 'chat', addons: ['stream'], allowRefs: ['shared'] },
};

describe('options', () => {
  test('are in the nearest package.json with the key, at or above the working folder', async () => {
    const file = put('package.json', PROJECT);
    put('inner/package.json', { name: 'inner' });
    put('inner/deep/a.txt', '');
    expect(await resolveAt('inner/deep')).toEqual({
      cwd: join(root, 'inner/deep'),
      configFile: file,
      isOwn: true,
      spec: join(root, 'spec/openapi.yaml'),
      out: join(root, 'packages'),
      outHolds: 'only-output',
      scope: '@acme',
      name: 'chat',
      version: '1.4.0',
      license: 'MIT',
      repository: undefined,
      changelog: join(root, 'CHANGELOG.md'),
      templates: undefined,
      addons: ['stream'],
      allowRefs: [join(root, 'shared')],
      overlays: [],
      select: [],
      exclude: [],
      overlaysOf: join(root, 'spec/openapi.yaml'),
    });
  });

  test.each([
    ['json', '{ "spec": "api.yaml", "scope": "@acme", "name": "shop" }'],
    ['yaml', '# Ours\nspec: api.yaml\nscope: "@acme"\nname: shop\n'],
    ['mjs', "export default { spec: 'api.yaml', scope: '@acme', name: 'shop' };\n"],
  ])('are in a file sdkgen.config.%s, with the version of the package.json beside it', async (ending, text) => {
    put('package.json', { name: 'site', version: '3.0.0', sdkgen: { spec: 'other.yaml' } });
    const file = put(`sdkgen.config.${ending}`, text);
    expect(await resolveAt('')).toMatchObject({
      configFile: file,
      spec: join(root, 'api.yaml'),
      scope: '@acme',
      name: 'shop',
      version: '3.0.0',
    });
  });

  test.each([
    ['yaml', 'spec: [\n', 'config-syntax', 2],
    ['yaml', 'spec: api.yaml\nnmae: shop\n', 'config-unknown-key', 2],
    ['yaml', 'spec: api.yaml\nselect:\n  - tag:a\n  - 7\n', 'config-select', 4],
    ['yml', 'spec: api.yaml\n<<: { name: 7 }\n', 'config-name', 1],
    ['yaml', 'spec: api.yaml\nspec: other.yaml\n', 'config-syntax', 2],
    ['mjs', "\nthrow new Error('planted');\n", 'config-unreadable', undefined],
    ['mjs', "import 'not-installed-anywhere';\n", 'config-unreadable', undefined],
    ['mjs', 'export const spec = 1;\n', 'config-type', undefined],
  ])('a broken sdkgen.config.%s is reported: %j', async (ending, text, code, line) => {
    put(`sdkgen.config.${ending}`, text);
    const file = `sdkgen.config.${ending}`;
    await expect(resolveAt('')).rejects.toMatchObject({
      problems: [expect.objectContaining({ code, file, ...(line && { line }) })],
    });
  });

  test.each(['latin1', 'utf16le'] as const)('a file in another encoding is reported: %s', async (encoding) => {
    fs.writeFileSync(join(root, 'sdkgen.config.json'), '\ufeff{ "spec": "caf\u00e9.yaml" }', encoding);
    expect(await problemsAt('')).toMatchObject([{ code: 'config-syntax', file: 'sdkgen.config.json' }]);
  });

  test('may be exported by a module as a promise, with undefined values', async () => {
    put('sdkgen.config.mjs', "export default Promise.resolve({ spec: 'api.yaml', name: undefined });\n");
    expect(await resolveAt('')).toMatchObject({ spec: join(root, 'api.yaml'), name: 'api' });
    put('other/sdkgen.config.mjs', 'export default { spec: undefined };\n');
    expect(await problemsAt('other')).toMatchObject([{ code: 'config-spec-missing' }]);
    put('named/sdkgen.config.mjs', "export const spec = 'api.yaml';\n");
    expect(await problemsAt('named')).toMatchObject([{ message: 'The default export must be an object.' }]);
  });

  test('are not searched in a parent folder if a file cannot be read', async () => {
    fs.mkdirSync(join(root, 'sdkgen.config.yaml'));
    put('package.json', PROJECT);
    expect(await problemsAt('')).toMatchObject([{ code: 'config-unreadable', file: 'sdkgen.config.yaml' }]);
  });

  test('are read beside a package.json with a byte order mark, whose problems have their locations', async () => {
    put('sdkgen.config.yaml', 'spec: api.yaml\n');
    put('package.json', '\ufeff{\n  "version": "1.4.0"\n}');
    expect(await resolveAt('')).toMatchObject({ version: '1.4.0' });
    put('package.json', '{\n  "version": "1.4"\n}');
    expect(await problemsAt('')).toMatchObject([{ code: 'config-version', file: 'package.json', line: 2, column: 3 }]);
  });

  test('are defaults without a configuration', async () => {
    expect(await resolveAt('', { spec: 'a.yaml' })).toEqual({
      cwd: root,
      configFile: undefined,
      isOwn: false,
      spec: join(root, 'a.yaml'),
      out: join(root, 'packages'),
      outHolds: 'only-output',
      scope: '@sdk',
      name: 'api',
      version: '0.1.0',
      license: undefined,
      repository: undefined,
      changelog: undefined,
      templates: undefined,
      addons: [],
      allowRefs: [],
      overlays: [],
      select: [],
      exclude: [],
      overlaysOf: join(root, 'a.yaml'),
    });
  });

  test('are flags first, relative to the working folder', async () => {
    put('package.json', PROJECT);
    put('inner/mine/a.hbs', '');
    const flags = {
      out: 'out',
      scope: 'other',
      name: 'talk',
      templates: 'mine',
      addons: ['extra'],
      allowRefs: ['more'],
    };
    expect(await resolveAt('inner', flags)).toMatchObject({
      spec: join(root, 'spec/openapi.yaml'),
      out: join(root, 'inner/out'),
      outHolds: 'packages',
      scope: '@other',
      name: 'talk',
      version: '1.4.0',
      templates: join(root, 'inner/mine'),
      addons: ['stream', 'extra'],
      allowRefs: [join(root, 'shared'), join(root, 'inner/more')],
    });
  });

  test('are completed with the repository of the package.json and the folder of the packages', async () => {
    put('package.json', { ...PROJECT, repository: 'github:acme/chat-sdk' });
    expect((await resolveAt('')).repository).toEqual({ url: 'github:acme/chat-sdk', directory: 'packages' });
    expect((await resolveAt('', { out: '../elsewhere' })).repository).toBeUndefined();
    expect((await resolveAt('', { spec: 'other.yaml' })).repository).toBeUndefined();

    const field = { type: 'git', url: 'git+https://git.example/acme/all.git', directory: 'sdks/chat' };
    put('package.json', { ...PROJECT, repository: field });
    expect((await resolveAt('')).repository).toEqual({ url: field.url, directory: 'sdks/chat/packages' });

    put('house/sdk.json', { spec: 'api.yaml', out: '.', repository: 'https://git.example/acme/house.git' });
    expect((await resolveAt('', { config: 'house/sdk.json' })).repository).toEqual({
      url: 'https://git.example/acme/house.git',
      directory: '',
    });
  });

  test('are in a file passed with --config, with paths relative to it', async () => {
    put('package.json', PROJECT);
    put('house/sdk.json', { spec: 'api.yaml', out: '../made', version: '2.0.0-rc.1', license: 'ISC' });
    fs.mkdirSync(join(root, 'elsewhere'));
    expect(await resolveAt('elsewhere', { config: '../house/sdk.json' })).toMatchObject({
      spec: join(root, 'house/api.yaml'),
      out: join(root, 'made'),
      name: 'api',
      version: '2.0.0-rc.1',
      license: 'ISC',
      addons: [],
    });
  });

  test('are in a package.json passed with --config', async () => {
    put('project/package.json', PROJECT);
    expect(await resolveAt('', { config: 'project/package.json' })).toMatchObject({
      spec: join(root, 'project/spec/openapi.yaml'),
      version: '1.4.0',
    });
  });

  test('may be in a package.json with a byte order mark', async () => {
    put('package.json', `\uFEFF${JSON.stringify(PROJECT)}`);
    expect(await resolveAt('')).toMatchObject({ name: 'chat' });
  });

  test('are frozen', async () => {
    put('package.json', PROJECT);
    const config = await resolveAt('');
    expect([config, config.addons, config.allowRefs].every(Object.isFrozen)).toBe(true);
  });
});

describe('a spec other than the project’s', () => {
  test('gets no settings that belong to the project’s API', async () => {
    put('mine/client/index.ts.hbs', '');
    put('package.json', { ...PROJECT, sdkgen: { ...PROJECT.sdkgen, templates: 'mine' } });
    expect(await resolveAt('', { spec: 'petstore.yaml', out: 'out' })).toMatchObject({
      name: 'api',
      version: '0.1.0',
      license: undefined,
      changelog: undefined,
      addons: [],
      allowRefs: [],
      scope: '@acme',
      templates: join(root, 'mine'),
    });
  });

  test('gets the add-ons of its flags', async () => {
    put('package.json', PROJECT);
    expect((await resolveAt('', { spec: 'petstore.yaml', addons: ['stream'] })).addons).toEqual(['stream']);
  });

  test('gets all settings of a configuration passed with --config', async () => {
    put('package.json', PROJECT);
    expect(await resolveAt('', { spec: 'next.yaml', config: 'package.json' })).toMatchObject({
      spec: join(root, 'next.yaml'),
      name: 'chat',
      version: '1.4.0',
      addons: ['stream'],
    });
  });

  test('is distinguished from the project’s own, however its path is written', async () => {
    put('package.json', PROJECT);
    fs.mkdirSync(join(root, 'inner'));
    expect(await resolveAt('inner', { spec: '../spec/./openapi.yaml' })).toMatchObject({
      name: 'chat',
      addons: ['stream'],
    });
  });
});

describe('locations', () => {
  test.each(['https://example.com/openapi.json', 'http://localhost:8080/a?b=c'])('%s is unchanged', async (spec) => {
    expect((await resolveAt('', { spec })).spec).toBe(spec);
  });

  test('a file URL becomes a path', async () => {
    const spec = join(root, 'a b.yaml');
    expect((await resolveAt('', { spec: pathToFileURL(spec).href })).spec).toBe(spec);
  });

  test.each([
    ['holds the working folder', '', { spec: 'https://example.com/a.json', out: '.' }, 'anything'],
    ['holds the spec', 'inner', { spec: '../made/a.yaml', out: '../made' }, 'anything'],
    ['holds neither', 'inner', { spec: 'a.yaml', out: '../made' }, 'packages'],
  ] as const)('an output folder that %s', async (_name, folder, flags, want) => {
    fs.mkdirSync(join(root, folder), { recursive: true });
    expect((await resolveAt(folder, flags)).outHolds).toBe(want);
  });

  test('the configured output folder is the same from within it', async () => {
    put('package.json', PROJECT);
    fs.mkdirSync(join(root, 'packages/chat-client'), { recursive: true });
    expect((await resolveAt('packages/chat-client')).outHolds).toBe('only-output');
  });
});

describe('an invalid setting', () => {
  test('is reported with file, line, column and pointer, all at once', async () => {
    put('package.json', {
      sdkgen: { spec: '', scpoe: '@acme', name: 'My Chat', addons: ['../x', 1], out: 7, allowRefs: 'shared' },
    });
    const problems = await problemsAt('');
    expect(problems.map(({ code, file, line, column, pointer }) => [code, file, line, column, pointer])).toEqual([
      ['config-unknown-key', 'package.json', 4, 5, '/sdkgen/scpoe'],
      ['config-spec', 'package.json', 3, 5, '/sdkgen/spec'],
      ['config-out', 'package.json', 10, 5, '/sdkgen/out'],
      ['config-name', 'package.json', 5, 5, '/sdkgen/name'],
      ['config-addons', 'package.json', 7, 7, '/sdkgen/addons/0'],
      ['config-addons', 'package.json', 8, 7, '/sdkgen/addons/1'],
      ['config-allowRefs', 'package.json', 11, 5, '/sdkgen/allowRefs'],
    ]);
    expect(problems[0]?.hint).toBe('Did you mean "scope"?');
    expect(problems[3]?.hint).toContain('such as my-chat.');
  });

  test.each([
    ['--scope', { scope: '@Acme' }, 'flag-scope'],
    ['--scope with a slash', { scope: '@acme/chat' }, 'flag-scope'],
    ['--scope of an @ alone', { scope: '@' }, 'flag-scope'],
    ['--name in capitals', { name: 'Chat' }, 'flag-name'],
    ['--name that leads out', { name: '../chat' }, 'flag-name'],
    ['--name that starts with a digit', { name: '3d' }, 'flag-name'],
    ['--name that is too long', { name: 'a'.repeat(200) }, 'flag-name'],
    ['--spec that is empty', { spec: '' }, 'flag-spec'],
    ['--spec with another scheme', { spec: 'ftp://example.com/a.yaml' }, 'flag-spec'],
    ['--spec on another machine', { spec: 'file://host/a.yaml' }, 'flag-spec'],
    ['--out that is a URL', { out: 'https://example.com' }, 'flag-out'],
    ['--addon that leads out', { addons: ['../../x'] }, 'flag-addon'],
    ['--allow-ref that is empty', { allowRefs: [''] }, 'flag-allow-ref'],
    ['--spec as on Windows', { spec: 'C:\\specs\\a.yaml' }, 'flag-spec'],
    ['--out as on Windows', { out: 'packages\\sdk' }, 'flag-out'],
    ['--templates that is not there', { templates: 'nowhere' }, 'config-templates-missing'],
    ['--config that is not there', { config: 'nowhere.json' }, 'config-unreadable'],
    ['--config without the key', { config: 'bare/package.json' }, 'config-missing'],
    ['--config that is a list', { config: 'list.json' }, 'config-type'],
    ['--config that is not JSON', { config: 'broken.json' }, 'config-syntax'],
  ])('%s', async (_name, flags, code) => {
    put('bare/package.json', {});
    put('list.json', '[]');
    put('broken.json', '{\n  "spec": "a.yaml",\n}\n');
    const [first, ...others] = await problemsAt('', { spec: 'a.yaml', ...flags });
    expect(first).toMatchObject({ code, severity: 'error', hint: expect.any(String) });
    expect(others).toEqual([]);
  });

  test('a missing spec', async () => {
    expect(await problemsAt('')).toMatchObject([{ code: 'config-spec-missing' }]);
  });

  test('an invalid version', async () => {
    put('package.json', { ...PROJECT, version: '1.4' });
    expect(await problemsAt('')).toMatchObject([{ code: 'config-version', file: 'package.json' }]);
  });

  test('broken JSON is reported with line and column', async () => {
    put('package.json', '{\n  "sdkgen": { "spec": "a.yaml", }\n}\n');
    expect(await problemsAt('')).toMatchObject([{ code: 'config-syntax', file: 'package.json', line: 2, column: 33 }]);
  });

  test('a key sdkgen that is not an object', async () => {
    put('package.json', { sdkgen: 'spec/openapi.yaml' });
    expect(await problemsAt('')).toMatchObject([{ code: 'config-type', file: 'package.json' }]);
  });
});

describe('the JSON schema of a configuration', () => {
  const isValid = new Ajv2020().compile(configSchema());

  test('accepts every valid configuration, also with $schema and a comment', () => {
    const remarks = { $schema: 'https://example.com/schema.json', '//': 'a note' };
    expect(isValid({ ...PROJECT.sdkgen, ...remarks, out: 'o', version: '1.0.0', overlays: ['a.yaml'] })).toBe(true);
  });

  test.each([{ scpoe: '@acme' }, { config: 'a.json' }, { addons: 'stream' }, { name: '' }, { out: 7 }])(
    'rejects %j',
    (settings) => {
      expect(isValid(settings)).toBe(false);
    },
  );
});

test('the page about the configuration lists all settings', () => {
  const rows = SETTINGS.filter((setting) => !('isFlagOnly' in setting)).map((setting) => {
    const flag = 'flag' in setting ? `\`--${setting.flag} ${setting.value.replaceAll('|', '\\|')}\`` : '';
    return `| \`${setting.key}\` | ${flag} | ${setting.about} |`;
  });
  const page = fs.readFileSync('generator/docs/configuration.md', 'utf8');
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
});
