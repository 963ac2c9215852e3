import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { inTemporaryFolder } from '../../common/temporary.js';
import { contentFaults } from '../contents.js';

const map = (fields: object) =>
  JSON.stringify({ version: 3, sources: ['../src/a.ts'], sourcesContent: ['a'], ...fields });
const sound = {
  'package.json': JSON.stringify({ name: 'a', exports: {}, scripts: { build: 'tsc' } }),
  'dist/a.js': 'a();\n//# sourceMappingURL=a.js.map\n',
  'dist/a.js.map': map({}),
};

function faultsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return inTemporaryFolder('contents', (folder) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return contentFaults(folder, Object.keys(files));
  });
}

test('a correct package has no faults', async () => {
  expect(await faultsOf(sound)).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a map of a source outside', { 'dist/a.js.map': map({ sources: ['../../src/a.ts'] }) }, 'outside of the package'],
  ['a map of an absolute source', { 'dist/a.js.map': map({ sources: ['/src/a.ts'] }) }, 'outside of the package'],
  ['a map of a URL', { 'dist/a.js.map': map({ sources: ['file:///src/a.ts'] }) }, 'outside of the package'],
  ['a map without its sources', { 'dist/a.js.map': map({ sourcesContent: [null] }) }, 'does not contain the text'],
  ['a map with a root', { 'dist/a.js.map': map({ sourceRoot: '/src' }) }, 'looks for its sources in /src'],
  ['code whose map is missing', { 'dist/a.js': '//# sourceMappingURL=b.js.map\n' }, 'no source map b.js.map'],
  [
    'a script at installing',
    { 'package.json': JSON.stringify({ name: 'a', exports: {}, scripts: { postinstall: 'x' } }) },
    'the script postinstall',
  ],
])('%s is a fault', async (_, files, message) => {
  const faults = await faultsOf({ ...sound, ...files });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(message);
});
