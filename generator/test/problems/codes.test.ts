import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentCodes } from '../../src/problems/codes/document.js';
import { modelCodes } from '../../src/problems/codes/model.js';
import { operationCodes } from '../../src/problems/codes/operations.js';
import { overlayCodes } from '../../src/problems/codes/overlays.js';
import { readingCodes } from '../../src/problems/codes/reading.js';
import { referenceCodes } from '../../src/problems/codes/references.js';
import { settingCodes } from '../../src/problems/codes/settings.js';
import { CODES, type ProblemCode } from '../../src/problems/codes.js';
import * as inputs from './codes/inputs.js';
import { outputs } from './codes/outputs.js';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');
let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sdkgen-codes-')));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function all(codes: object, provocation: inputs.Provocation): Record<string, inputs.Provocation> {
  return Object.fromEntries(Object.keys(codes).map((code) => [code, provocation]));
}

const settings = Object.entries(settingCodes).map(
  ([code, { example }]) => [code, example.startsWith('{') ? inputs.packageJson : inputs.flags] as const,
);

/** Each code's example is run as it stands in the registry; where it cannot be, something of the kind. */
const provocations: Readonly<Record<string, inputs.Provocation>> = {
  ...Object.fromEntries(settings),
  'config-missing': (cwd, example) => {
    inputs.put(cwd, 'other/package.json', '{}');
    return inputs.flags(cwd, example);
  },
  'config-out-in-templates': (cwd, example) => {
    inputs.put(cwd, 'mine/client/index.ts.hbs', '');
    return inputs.flags(cwd, example);
  },
  ...all(readingCodes, inputs.description),
  'source-missing': inputs.command,
  'source-unreadable': inputs.command,
  'source-too-large': inputs.tooLarge,
  'source-outside': inputs.redirected,
  'file-encoding': (cwd) => inputs.description(cwd, 'o\u0000p\u0000'),
  'file-too-deep': (cwd) => inputs.description(cwd, `{"openapi":"3.1.0","x":${'['.repeat(1_001)}${']'.repeat(1_001)}}`),
  'file-alias-bomb': (cwd) => inputs.description(cwd, bomb()),
  ...all(documentCodes, inputs.fragment),
  ...all(['info-missing', 'info-incomplete', 'paths-missing', 'not-openapi', 'version-unsupported'], inputs.fragment),
  ...Object.fromEntries(
    ['info-missing', 'paths-missing', 'not-openapi', 'version-unsupported'].map((code) => [code, inputs.description]),
  ),
  ...all(referenceCodes, inputs.fragment),
  ...all(operationCodes, inputs.fragment),
  ...all(modelCodes, inputs.fragment),
  ...all(overlayCodes, inputs.overlay),
  'template-syntax': inputs.template,
  'template-unknown-helper': inputs.template,
  'template-unknown-partial': inputs.template,
  'template-unencoded': inputs.template,
  'template-missing-data': inputs.template,
  'template-invalid': inputs.template,
  'template-unused': inputs.templatesFolder,
  'templates-unreadable': inputs.missingFolder,
  'addon-unknown': inputs.addon,
  'addon-invalid': inputs.addon,
  ...outputs,
};

/** Codes whose provocation takes more than an input; the tests that have it. */
const elsewhere: Readonly<Partial<Record<ProblemCode, string>>> = {
  'flag-port': 'cli/mistakes.test.ts',
  'too-large': 'load/bundle.test.ts',
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

/** Without a place within a file: what is wrong is a flag, or the file as a whole. */
const placeless = /^(flag|source|output|file-path|package-folder|addon-unknown|templates|build|template-unused)/;
const withoutFile = new Set([
  'config-unreadable',
  'config-spec-missing',
  'config-templates-missing',
  'config-out-in-templates',
]);

const codes = Object.keys(CODES).filter((code): code is ProblemCode => !Object.hasOwn(elsewhere, code));

describe('every code is reported for its example, with its place, the lines around it and a hint', () => {
  test.each(codes)('%s', async (code) => {
    const own = join(folder, code);
    inputs.put(own, 'here', '');
    const problems = await provocations[code]?.(own, CODES[code].example);
    const found = problems?.find((problem) => problem.code === code);
    if (found === undefined) throw new Error(`reported: ${problems?.map((problem) => problem.code).join(', ')}`);
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

test('a problem can have no other code than those of the registry', () => {
  const sources = readdirSync(join(tests, '../src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const used = sources
    .filter((path) => !path.startsWith('problems/codes'))
    .map((path) => readFileSync(join(tests, '../src', path), 'utf8'))
    .join('\n');
  const settingsPattern = /^(config|flag|source|file)-/;
  const unused = Object.keys(CODES).filter((code) => !used.includes(`'${code}'`) && !settingsPattern.test(code));
  expect(unused).toEqual([]);
});
