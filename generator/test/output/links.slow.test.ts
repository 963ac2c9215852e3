import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildPackages } from '../../src/generate/build.js';
import { Cache } from '../../src/generate/cache.js';
import { generate } from '../../src/index.js';
import { put, readTree, temporaryFolder } from './support.js';

let cwd = '';
const client = () => join(cwd, 'packages/y-client');
const options = () => ({ cwd, spec: 'api.json', out: 'packages', scope: '@x', name: 'y' });

function describeApi(title: string): void {
  const get = { operationId: 'a', responses: { 200: { description: 'x' } } };
  put(cwd, 'api.json', JSON.stringify({ openapi: '3.1.0', info: { title, version: '1' }, paths: { '/a': { get } } }));
}

/** Creates a link to a folder of the user in the output. */
function link(path: string): void {
  const target = join(cwd, 'packages', path);
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(dirname(target), { recursive: true });
  fs.symlinkSync(join(cwd, 'home/.ssh'), target);
}

/** Each test starts with a copy of the same output. */
let generated = '';

beforeAll(async () => {
  cwd = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'sdkgen-links-')));
  generated = cwd;
  describeApi('T');
  put(cwd, 'home/.ssh/id_ed25519', 'PRIVATE\n');
  put(cwd, 'home/.ssh/known_hosts', 'hosts\n');
  expect(await generate(options())).toMatchObject({ problems: [] });
});

afterAll(() => fs.rmSync(generated, { recursive: true, force: true }));

beforeEach(() => {
  cwd = temporaryFolder();
  fs.cpSync(generated, cwd, { recursive: true, preserveTimestamps: true });
});

describe('a link to a folder of the user', () => {
  test.each([
    '.sdkgen',
    '.sdkgen/y-client.old',
    'node_modules',
    'node_modules/.cache/sdkgen',
    'package.json',
    'y-client',
    'y-client/src',
    'y-client/src/client.ts',
    'y-client/.sdkgen.json',
    'y-client/dist',
    'y-client/.sdkgen-0123456789abcdef-01234567',
    'other',
  ])('named %s is neither followed nor replaced by a run', async (path) => {
    link(path);
    describeApi('T2');
    const before = readTree(join(cwd, 'home'));
    await generate(options());
    await generate(options());
    expect(readTree(join(cwd, 'home'))).toEqual(before);
    expect(fs.readlinkSync(join(cwd, 'packages', path))).toBe(join(cwd, 'home/.ssh'));
  });

  test.each(['y-client/dist', 'y-client/dist/cjs', 'y-client/dist/index.js', 'y-types/dist'])(
    'named %s is a problem of --build',
    async (path) => {
      link(path);
      const problems = await buildPackages(join(cwd, 'packages'), ['y-types', 'y-client'], '@x/y-types');
      expect(problems).toMatchObject([{ code: 'output-symlink', file: join(cwd, 'packages', path) }]);
    },
  );

  test.each(['y-client/dist', 'y-client/dist/cjs', 'y-client/dist/index.js'])(
    'named %s stops the build of the package itself',
    (path) => {
      fs.symlinkSync(resolve('node_modules'), join(client(), 'node_modules'));
      link(path);
      const before = readTree(join(cwd, 'home'));
      const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { cwd: client(), encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toBe(
        `${join(cwd, 'packages', path)} is a symbolic link: the build would write and delete in its target. Remove it.\n`,
      );
      expect(readTree(join(cwd, 'home'))).toEqual(before);
    },
  );
});

describe('the cache', () => {
  const cache = (code = 'this generator') => {
    const { scope, name } = options();
    return new Cache({ out: join(cwd, 'packages'), spec: join(cwd, 'api.json'), scope, name }, code);
  };

  test('keeps texts for the same generator only', () => {
    cache().write('a', 'kept\n');
    expect(cache().read('a')).toBe('kept\n');
    expect(cache('another one').read('a')).toBeUndefined();
    expect(cache().read('b')).toBeUndefined();
  });

  test('may be deleted, broken or unwritable', async () => {
    const folder = join(cwd, 'packages/node_modules/.cache/sdkgen');
    fs.rmSync(join(cwd, 'packages'), { recursive: true });
    await generate(options());
    expect(fs.readdirSync(folder)).not.toEqual([]);
    for (const name of fs.readdirSync(folder)) fs.truncateSync(join(folder, name), 100);
    expect(await generate(options())).toMatchObject({ problems: [], written: [] });
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, '');
    describeApi('T2');
    expect(await generate(options())).toMatchObject({ problems: [] });
    expect(fs.readFileSync(folder, 'utf8')).toBe('');
    expect(await generate({ ...options(), mode: 'check' })).toMatchObject({ problems: [] });
  });
});
