import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Edit, edited, lay, put } from '../diff/edit.js';
import { newFolder } from '../folder.js';
import { type Outcome, runCommand, runCommandOn } from './command.js';

const folder = newFolder('unchanged');
const flags = ['generate', '--spec', 'api.json', '--out', 'out', '--name', 'polls'];
const generate = (): Promise<Outcome> => runCommand(folder, ...flags);
const lastLines = ({ stdout }: Outcome): string | undefined => stdout.trimEnd().split('\n').at(-2);

const twice = put('paths > /users > put > operationId', 'listPolls');

function describeApi(...edits: readonly Edit[]): void {
  writeFileSync(join(folder, 'api.json'), JSON.stringify(edited(twice, ...edits), null, 2));
}

beforeAll(async () => {
  // Lists every module: a loader writes the imported ones to a file, Node's cache has the required ones.
  const note = `import { appendFileSync } from 'node:fs';
    const note = (name) => appendFileSync(${JSON.stringify(join(folder, 'modules'))}, name + '\\n');`;
  const loader = `${note}
    export async function load(url, context, next) { note(url); return next(url, context); }`;
  writeFileSync(join(folder, 'loader.mjs'), loader);
  writeFileSync(
    join(folder, 'note-modules.mjs'),
    `${note}
    import { createRequire, register } from 'node:module';
    register(${JSON.stringify(pathToFileURL(join(folder, 'loader.mjs')).href)});
    process.on('exit', () => Object.keys(createRequire(import.meta.url).cache).forEach(note));`,
  );
  describeApi();
  const first = await generate();
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('operation-id-duplicate') });
});

/** The packages from npm that a run loads. */
async function packagesLoadedBy(): Promise<{ readonly outcome: Outcome; readonly packages: readonly string[] }> {
  writeFileSync(join(folder, 'modules'), '');
  const outcome = await runCommandOn(['--import', join(folder, 'note-modules.mjs')], folder, ...flags);
  const urls = readFileSync(join(folder, 'modules'), 'utf8').trim().split('\n');
  expect(urls.some((url) => url.endsWith('/sdkgen.js'))).toBe(true);
  return { outcome, packages: urls.filter((url) => url.includes('/node_modules/')) };
}

describe('a run without changes', () => {
  test('loads no package, and repeats the warnings', async () => {
    const { outcome, packages } = await packagesLoadedBy();
    expect(packages).toEqual([]);
    expect(outcome).toMatchObject({ code: 0, stderr: expect.stringContaining('operation-id-duplicate') });
    expect(lastLines(outcome)).toBe('out/polls-types and out/polls-client: unchanged');
  });

  test('can be distinguished: a run with a changed schema loads the compiler', async () => {
    describeApi(lay('info', { description: 'Asks, and counts.' }));
    const { outcome, packages } = await packagesLoadedBy();
    expect(packages.some((url) => url.includes('/typescript/'))).toBe(true);
    expect(lastLines(outcome)).toMatch(/: 4 written, 0 removed$/);
  });

  test('differs from one with a changed text outside of types, which writes files without the compiler', async () => {
    describeApi(lay('info', { description: 'Asks and counts.' }));
    const { outcome, packages } = await packagesLoadedBy();
    expect(packages.some((url) => url.includes('/openapi-typescript/dist/'))).toBe(false);
    expect(lastLines(outcome)).toMatch(/: 4 written, 0 removed$/);
    const text = readFileSync(join(folder, 'out/polls-client/src/client.ts'), 'utf8');
    expect(text).toContain('Asks and counts.');
    expect(await runCommand(folder, ...flags, '--check')).toMatchObject({ code: 0 });
  });

  test.each<[string, () => void]>([
    ['a generated file was edited', () => appendFileSync(join(folder, 'out/polls-types/src/index.ts'), '// mine\n')],
    ['a file is in a package that is not ours', () => writeFileSync(join(folder, 'out/polls-types/mine.ts'), '')],
  ])('is not detected if %s', async (_name, change) => {
    const before = await generate();
    expect(lastLines(before)).toMatch(/unchanged$/);
    change();
    const after = await generate();
    expect(after.stderr).toMatch(/mine\.ts|index\.ts/);
    rmSync(join(folder, 'out'), { recursive: true });
    await generate();
  });
});
