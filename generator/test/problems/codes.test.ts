import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { explainedCodes, readExplanation } from '../../src/cli/explain.js';
import type { ProblemCode } from '../../src/problems/index.js';
import { newFolder } from '../folder.js';
import * as inputs from './codes/inputs.js';
import { outputs } from './codes/outputs.js';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = newFolder('codes');

/** The codes for which more than a part of a document is needed. */
const special: Readonly<Record<string, inputs.Provocation>> = {
  'config-missing': (cwd, example) => {
    inputs.put(cwd, 'other/package.json', '{}');
    return inputs.flags(cwd, example);
  },
  'config-out-in-templates': (cwd, example) => {
    inputs.put(cwd, 'mine/client/index.ts.hbs', '');
    return inputs.flags(cwd, example);
  },
  'source-missing': inputs.command,
  'source-unreadable': inputs.command,
  'source-too-large': inputs.tooLarge,
  'source-outside': inputs.redirected,
  'file-encoding': (cwd) => inputs.description(cwd, 'o\u0000p\u0000'),
  'file-too-deep': (cwd) => inputs.description(cwd, `{"openapi":"3.1.0","x":${'['.repeat(1_001)}${']'.repeat(1_001)}}`),
  'file-alias-bomb': (cwd) => inputs.description(cwd, bomb()),
  'template-unused': inputs.templatesFolder,
  'templates-unreadable': inputs.missingFolder,
  ...outputs,
};

/** How the examples of other codes are run, by their kind. */
function provocationOf(code: string, example: string): inputs.Provocation {
  const found = special[code];
  if (found !== undefined) return found;
  if (/^(config|flag)-/.test(code)) return example.startsWith('{') ? inputs.packageJson : inputs.flags;
  if (/^(source|file|json|yaml|duplicate)-|^(info-missing|paths-missing|not-openapi|version-unsupported)$/.test(code))
    return inputs.description;
  if (code.startsWith('overlay-')) return inputs.overlay;
  if (code.startsWith('template-')) return inputs.template;
  return code.startsWith('addon-') ? inputs.addon : inputs.fragment;
}

/** Codes that need more than an input, with the tests that report them. */
const elsewhere: Readonly<Partial<Record<ProblemCode, string>>> = {
  'flag-port': 'cli/mistakes.test.ts',
  'template-stale': 'cli/templates.test.ts',
  'init-refused': 'init/workspace.test.ts',
  'accepted-invalid': 'diff/sources.test.ts',
  'adopt-file': 'adopt/adopt.test.ts',
  'adopt-version': 'adopt/adopt.test.ts',
  'project-changed': 'impact/migrate.slow.test.ts',
  'project-packages-missing': 'impact/impact.slow.test.ts',
  'project-unreadable': 'impact/impact.slow.test.ts',
  'select-unmatched': 'load/select.test.ts',
  'too-large': 'load/robustness.slow.test.ts',
  'file-too-many-nodes': 'hostile/themes/exhaustion.ts',
  'description-too-deep': 'hostile/themes/references.ts',
  'output-broken': 'render/gate.test.ts',
  'lint-incomplete': 'load/lint-incomplete.test.ts',
  'output-read-only': 'output/interruption.test.ts',
  'output-disk-full': 'output/interruption.test.ts',
  'output-busy': 'output/interruption.test.ts',
  'output-failed': 'output/interruption.test.ts',
  'output-interrupted': 'output/interruption.test.ts',
  'output-locked': 'output/interruption.test.ts',
  'file-path-case': 'output/file-set.test.ts',
  'file-path-folder': 'output/file-set.test.ts',
  'file-path-twice': 'output/file-set.test.ts',
};

function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, level) => `x${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`);
  return ['openapi: 3.1.0', 'x0: &a0 [x]', ...lines].join('\n');
}

/** Without a location in a file: the fault is in a flag, or in the file as a whole. */
const placeless = /^(flag|source|output|file-path|package-folder|addon-unknown|templates|build|template-unused)/;
const withoutFile = new Set([
  'config-unreadable',
  'config-spec-missing',
  'config-templates-missing',
  'config-out-in-templates',
]);

const codes = explainedCodes().filter((code) => !Object.hasOwn(elsewhere, code));

describe('every code is reported for its example, with its location, a code frame and a hint', () => {
  test.each(codes)('%s', async (code) => {
    const own = join(folder, code);
    inputs.put(own, 'here', '');
    const { example } = readExplanation(code);
    const problems = await provocationOf(code, example)(own, example);
    const found = problems.find((problem) => problem.code === code);
    if (found === undefined) throw new Error(`reported: ${problems.map((problem) => problem.code).join(', ')}`);
    expect(found.message).toMatch(/^[^\n]+[.)]?/);
    expect(found.hint.length).toBeGreaterThan(5);
    if (placeless.test(code) || withoutFile.has(code)) return;
    expect(found).toMatchObject({ file: expect.any(String), line: expect.any(Number) });
    if (code === 'file-empty' || code === 'file-encoding') return;
    expect(found.frame).toMatch(new RegExp(`^>\\s+${found.line} \\| `, 'm'));
    if (!/^template|addon|config-syntax/.test(code)) expect(found.pointer).toEqual(expect.any(String));
    if (code !== 'template-syntax') expect(found.column).toEqual(expect.any(Number));
  });

  test.each(Object.entries(elsewhere))('%s: in another test', (code, file) => {
    expect(readFileSync(join(tests, file), 'utf8')).toContain(`'${code}'`);
  });
});

const sources = join(tests, '../src');

/** The texts in a source file, and the beginnings of concatenated ones, such as `config-`. */
function literalsOf(path: string): readonly string[] {
  const text = readFileSync(join(sources, path), 'utf8');
  return [...text.matchAll(/'([\w-]+)'|`([\w-]+-)\$\{/g)].map(([, whole, head]) => whole ?? head ?? '');
}

describe('the type of the codes', () => {
  const declared = literalsOf('problems/problem-code.ts');

  test('lists the codes that have a page', () => {
    expect([...declared].sort()).toEqual(explainedCodes());
    for (const code of declared) expect(readExplanation(code).title).toMatch(/[^.]$/);
  });

  test('lists only codes that the sources report', () => {
    const paths = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && path !== 'problems/problem-code.ts',
    );
    const used = new Set(paths.flatMap(literalsOf));
    const isReported = (code: string): boolean =>
      used.has(code) ||
      [...used].some((head) => head.endsWith('-') && code.startsWith(head) && used.has(code.slice(head.length)));
    expect(declared.filter((code) => !isReported(code))).toEqual([]);
  });
});
