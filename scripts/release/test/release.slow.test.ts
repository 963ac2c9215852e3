import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Options } from '../arguments.js';
import { type Result, release } from '../release.js';
import { git } from '../repository.js';
import { type TinyProject, tinyProject } from './project.js';
import { type Registry, startRegistry } from './registry.js';

// A release runs npm eight times.
jest.setTimeout(300_000);

let registry: Registry;
let project: TinyProject;

beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.close());
beforeEach(() => {
  registry.versions.clear();
  project = tinyProject(registry.url);
});
afterEach(() => project.remove());

const DRY: Options = { dryRun: true, branch: 'main', tag: undefined };
const REAL: Options = { ...DRY, dryRun: false };

function make(options: Options): Promise<Result> {
  const cache = join(project.root, '.cache');
  const places = { work: join(cache, 'work'), logs: join(cache, 'logs'), out: join(cache, 'release') };
  const progress = { step: () => undefined, signal: new AbortController().signal };
  return release(project.root, options, places, progress);
}

/** Why a release stops; that it left everything as it was is checked on the way. */
async function stopOf(options: Options = REAL): Promise<string> {
  const before = state();
  const error: unknown = await make(options).catch((reason: unknown) => reason);
  expect(state()).toEqual(before);
  expect(existsSync(join(project.root, '.cache/release'))).toBe(false);
  return error instanceof Error ? `${error.name}: ${error.message}` : 'It did not stop.';
}

function state(): readonly string[] {
  return [['rev-parse', 'HEAD'], ['status', '--porcelain'], ['tag']].map((args) => git(project.root, args));
}

function read(path: string): string {
  return readFileSync(join(project.root, path), 'utf8');
}

test('a dry run ends with both tarballs, the changelog and the tag, and changes nothing', async () => {
  const before = state();
  const { plan, packed, commit } = await make(DRY);
  expect(plan).toMatchObject({ from: '1.2.3', version: '1.3.0', tag: 'v1.3.0', text: '- Faster.' });
  expect(packed.tarballs.map(({ name, files }) => [name, files])).toEqual([
    ['@tiny/types', ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/index.js', 'package.json']],
    ['@tiny/client', ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/index.js', 'docs/index.md', 'package.json']],
  ]);
  expect(readdirSync(join(project.root, '.cache/release'))).toEqual([
    'changelog.md',
    'release.json',
    'tiny-client-1.3.0.cdx.json',
    'tiny-client-1.3.0.tgz',
    'tiny-types-1.3.0.tgz',
  ]);
  expect(commit).toBeUndefined();
  expect(state()).toEqual(before);

  const text = read('.cache/release/tiny-client-1.3.0.cdx.json');
  const bill: { components: { name: string }[]; metadata: unknown } = JSON.parse(text);
  expect(bill.components.map(({ name }) => name)).toEqual(['@tiny/types']);
  expect(bill.metadata).toMatchObject({ component: { name: '@tiny/client', version: '1.3.0' } });
  expect(text).not.toContain(project.root);
});

test('a release is one commit and its tag, and can be packed again from there, byte for byte', async () => {
  const base = git(project.root, ['rev-parse', 'HEAD']);
  const { commit, packed } = await make(REAL);
  expect(git(project.root, ['rev-parse', 'HEAD', 'v1.3.0^{commit}', 'HEAD^'])).toBe(`${commit}\n${commit}\n${base}`);
  expect(git(project.root, ['status', '--porcelain'])).toBe('');
  expect(JSON.parse(read('package.json'))).toMatchObject({ version: '1.3.0' });
  expect(JSON.parse(read('packages/client/package.json'))).toMatchObject({
    version: '1.3.0',
    dependencies: { '@tiny/types': '1.3.0' },
  });
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({
    version: '1.3.0',
    packages: { '': { version: '1.3.0' }, 'packages/client': { dependencies: { '@tiny/types': '1.3.0' } } },
  });
  expect(read('packages/types/CHANGELOG.md')).toMatch(
    /^# Changelog\n\n## 1\.3\.0 - \d{4}-\d\d-\d\d\n\n- Faster\.\n\n## 1\.2\.3\n/,
  );
  expect(existsSync(join(project.root, '.changeset/faster.md'))).toBe(false);

  const again = await make({ ...REAL, tag: 'v1.3.0' });
  expect(again.commit).toBeUndefined();
  expect(again.plan.text).toBe('- Faster.');
  expect(again.packed.tarballs.map(({ integrity }) => integrity)).toEqual(
    packed.tarballs.map(({ integrity }) => integrity),
  );
});

test('a release stops when a check fails', async () => {
  const manifest = JSON.parse(read('package.json'));
  const scripts = { ...manifest.scripts, test: 'node -e "console.log(\'Why.\'); process.exit(3)"' };
  project.commit({ 'package.json': JSON.stringify({ ...manifest, scripts }) });
  expect(await stopOf()).toBe('ReleaseError: The check npm run test fails: what it says is in .cache/logs/test.log.');
  expect(read('.cache/logs/test.log')).toBe('Why.\n');
});

test('a release stops when one of the packages is published with that version', async () => {
  registry.versions.set('@tiny/client', ['1.2.3', '1.3.0']);
  expect(await stopOf()).toBe(
    'ReleaseError: @tiny/client 1.3.0 is published already: no version can be published twice.',
  );
});

test('a release stops when the registry does not answer', async () => {
  project.commit({ '.npmrc': 'registry=http://127.0.0.1:9/\nfetch-retries=0\n' });
  expect(await stopOf()).toMatch(
    /^ReleaseError: The registry can't be asked whether @tiny\/types 1\.3\.0 is published: /,
  );
});

test('a release stops, telling all of it, when the tarballs are not what they should be', async () => {
  const manifest = JSON.parse(read('templates/client/package.json'));
  project.commit({
    'templates/client/package.json': JSON.stringify({ ...manifest, scripts: { postinstall: 'node x.js' } }),
    'templates/client/built/notes.txt': `Made in ${project.root}.`,
  });
  expect(await stopOf()).toBe(
    [
      'ReleaseError: The tarballs are not what they should be.',
      'tiny-client-1.3.0.tgz: dist/notes.txt is not on the list',
      'tiny-client-1.3.0.tgz: package.json has the script postinstall',
      `tiny-client-1.3.0.tgz: dist/notes.txt names a path of a machine, ${project.root}`,
    ].join('\n'),
  );
});
