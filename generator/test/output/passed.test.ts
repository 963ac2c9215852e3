import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createFileSet, passedBefore } from '../../src/output/index.js';
import { manifestOf } from '../../src/output/manifest.js';
import { MANIFEST_NAME } from '../../src/output/package-output.js';

test('a file has passed if the manifest of its package lists it with the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkgen-passed-'));
  try {
    expect(passedBefore(join(folder, 'missing'))('a-types', 'a.ts', 'a\n')).toBe(false);
    mkdirSync(join(folder, 'a-types'));
    const manifest = manifestOf(createFileSet([['a.ts', 'a\n']])).text;
    writeFileSync(join(folder, 'a-types', MANIFEST_NAME), manifest);
    const isPassed = passedBefore(folder);
    expect(isPassed('a-types', 'a.ts', 'a\n')).toBe(true);
    expect(isPassed('a-types', 'a.ts', 'b\n')).toBe(false);
    expect(isPassed('a-types', 'b.ts', 'a\n')).toBe(false);
    expect(isPassed('a-client', 'a.ts', 'a\n')).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
