import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';

jest.unstable_mockModule('../../src/load/lint/linter.js', () => ({
  runLinter: () => Promise.reject(new TypeError('visitor is not a function')),
  tokensOf: () => [],
}));

test('a linter that fails is reported, with the problems found by loading', async () => {
  const { checkDescription } = await import('../../src/load/index.js');
  const cwd = mkdtempSync(join(tmpdir(), 'sdkgen-lint-'));
  try {
    writeFileSync(join(cwd, 'api.yaml'), 'openapi: 3.0.3\ninfo: { title: Pets }\npaths: {}\n');
    const problems = (await checkDescription('api.yaml', { cwd, allowRefs: [] })).problems;
    expect(problems.map(({ code }) => code)).toEqual(['lint-incomplete', 'lint-incomplete', 'info-incomplete']);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
