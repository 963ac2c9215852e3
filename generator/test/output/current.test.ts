import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { outputHash, writeOutput } from '../../src/output/index.js';
import { optionsFor, packageOf, put, temporaryFolder } from './support.js';

const folders = ['chat-types', 'chat-client'];

async function written(text = 'client\n'): Promise<string> {
  const out = temporaryFolder();
  const packages = [
    packageOf('chat-types', { 'src/index.ts': 'types\n' }),
    packageOf('chat-client', { 'src/index.ts': text, 'README.md': 'Read\n' }),
  ];
  await writeOutput(out, packages, optionsFor(out));
  return out;
}

describe('the hash of the output', () => {
  test('is the same for the same packages, and different for others', async () => {
    const hash = outputHash(await written(), folders, 'only-output');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(outputHash(await written(), folders, 'only-output')).toBe(hash);
    expect(outputHash(await written('other\n'), folders, 'only-output')).not.toBe(hash);
  });

  test('does not depend on what was built and installed', async () => {
    const out = await written();
    put(out, 'chat-client/dist/index.js', 'built\n');
    put(out, 'node_modules/.cache/a', 'kept\n');
    expect(outputHash(out, folders, 'only-output')).toBe(outputHash(await written(), folders, 'only-output'));
  });

  test.each([
    ['a file was edited', (out: string) => put(out, 'chat-client/src/index.ts', 'edited\n')],
    ['a file is gone', (out: string) => fs.rmSync(join(out, 'chat-client/README.md'))],
    ['a package is gone', (out: string) => fs.rmSync(join(out, 'chat-types'), { recursive: true })],
    [
      'a package is a link',
      (out: string) => {
        fs.renameSync(join(out, 'chat-types'), join(out, 'node_modules'));
        fs.symlinkSync('node_modules', join(out, 'chat-types'));
      },
    ],
    [
      'a file is a link',
      (out: string) => {
        fs.renameSync(join(out, 'chat-client/README.md'), join(out, 'chat-client/dist'));
        fs.symlinkSync('dist', join(out, 'chat-client/README.md'));
      },
    ],
    ['a manifest is not one', (out: string) => put(out, 'chat-types/.sdkgen.json', '{}')],
    ['a file is not ours', (out: string) => put(out, 'chat-client/src/mine.ts', '')],
    ['a file is beside the packages', (out: string) => put(out, 'mine.ts', '')],
    [
      'the output folder is a file',
      (out: string) => {
        fs.rmSync(out, { recursive: true });
        fs.writeFileSync(out, '');
      },
    ],
    ['there is no output', (out: string) => fs.rmSync(out, { recursive: true })],
  ])('is undefined when %s', async (_name, change) => {
    const out = await written();
    change(out);
    expect(outputHash(out, folders, 'only-output')).toBeUndefined();
  });
});
