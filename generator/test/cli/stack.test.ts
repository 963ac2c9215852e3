import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommandOn } from './command.js';

const source = resolve('generator/src/cli/version.ts');
/** Printing the version parses the generator's package.json: this makes it fail like a bug of ours. */
const breakParsing = `const { parse } = JSON;
JSON.parse = (text, ...rest) => {
  if (text.includes('"name": "sdkgen"')) throw new TypeError('planted');
  return parse(text, ...rest);
};`;

test('the stack of an unexpected error contains the line of the TypeScript source', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkgen-stack-'));
  try {
    writeFileSync(join(folder, 'break-parsing.mjs'), breakParsing);
    const { code, stderr } = await runCommandOn(['--import', join(folder, 'break-parsing.mjs')], folder, '--version');
    const lines = readFileSync(source, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('JSON.parse(')) + 1;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('TypeError: planted') });
    expect(stderr).toContain(`${source}:${line}:`);
    expect(stderr).not.toContain('generator/dist');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
