import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { inTemporaryFolder } from '../../common/temporary.js';
import { privateOf, secretFaults } from '../secrets.js';

function leaks(text: string, environment: NodeJS.ProcessEnv = {}): Promise<string[]> {
  return inTemporaryFolder('secrets', (folder) => {
    writeFileSync(join(folder, 'a.js'), text);
    return secretFaults(folder, ['a.js'], privateOf(['/builds/of/this'], environment));
  });
}

test.each([
  ['/builds/of/this/file.ts', '/builds/of/this'],
  ['{"sources":["/home/jane/project/a.ts"]}', '/home/jane'],
  ['see file:///Users/jane/a.ts', 'file:///Users/jane'],
  ['"C:\\\\Users\\\\jane\\\\a.ts"', 'C:\\\\Users\\\\jane'],
])('%s contains a local path', async (text, path) => {
  expect(await leaks(text)).toEqual([`a.js names ${path}, a path of a machine`]);
});

test.each(['fetch("/users/jane")', 'https://example.com/home/jane', '"../src/a.ts"', 'POST /api/v2/users/{id}'])(
  '%s contains no local path',
  async (text) => {
    expect(await leaks(text)).toEqual([]);
  },
);

test('the value of a variable named like a secret is found, and not printed', async () => {
  const environment = { CHAT_API_SECRET: 'correct-horse-battery', LANG: 'en_GB.UTF-8', SHORT_TOKEN: 'abc' };
  expect(await leaks('"correct-horse-battery", "en_GB.UTF-8", "abc"', environment)).toEqual([
    'a.js contains the value of CHAT_API_SECRET',
  ]);
});

test('a private key is found', async () => {
  const lines = ['BEGIN', 'END'].map((word) => `-----${word} RSA PRIVATE KEY-----`);
  expect(await leaks(lines.join(`\n${'MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn'.repeat(8)}\n`))).toEqual([
    'a.js:1 contains a secret (PrivateKey)',
  ]);
});
