import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ts from 'typescript';
import { dataPage } from '../../../scripts/reference/data-page.js';
import { type Outcome, runCommand } from '../cli/command.js';

const page = readFileSync('generator/docs/templates.md', 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text ?? '');
const [header = '', method = ''] = blocks('handlebars');
let folder = '';

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The command of the page. */
function generate(): Promise<Outcome> {
  const [, , ...words] = blocks('sh')[1]?.trim().split(' ') ?? [];
  return runCommand(folder, ...words);
}

const ours = readFileSync('templates/client/client.ts.hbs', 'utf8');
const withMethod = (text: string): string => ours.replace(/\}\s*$/, () => `${text}}\n`);

beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  // Inside the checkout, so that the packages find what they import.
  folder = realpathSync(mkdtempSync('.cache/templates-'));
  put('api.yaml', blocks('yaml')[0] ?? '');
  put('my-templates/partials/header.hbs', header);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the example puts a header on every file and a method on every client, and compiles', async () => {
  put('my-templates/client/client.ts.hbs', withMethod(method));
  expect(await generate()).toMatchObject({ code: 0, stderr: '' });
  const client = readFileSync(join(folder, 'out/pets-client/src/client.ts'), 'utf8');
  const [first = '', last = ''] = blocks('ts');
  expect(client.startsWith(first)).toBe(true);
  expect(client.endsWith(last)).toBe(true);
  for (const path of [
    'pets-client/src/operations.ts',
    'pets-types/src/schemas.ts',
    'pets-client/test/support/set-up.ts',
  ]) {
    expect(readFileSync(join(folder, 'out', path), 'utf8').startsWith(header)).toBe(true);
  }
  expect(compileErrors(join(folder, 'out/pets-client/src/index.ts'))).toEqual([]);
});

test('a misspelt field is reported as shown on the page', async () => {
  put('my-templates/partials/header.hbs', `${/`(\/\/ .*?titel.*?)`/.exec(page)?.[1]}\n`);
  const { code, stderr } = await generate();
  put('my-templates/partials/header.hbs', header);
  expect(code).toBe(1);
  expect(stderr).toContain(blocks('text')[0]?.trim());
});

test('a misspelt name is reported as shown on the page', async () => {
  rmSync(join(folder, 'my-templates/client/client.ts.hbs'));
  put('my-templates/client/clients.ts.hbs', withMethod(method));
  const { code, stderr } = await generate();
  expect(code).toBe(0);
  expect(stderr).toContain(blocks('text')[1]?.trim());
});

test('the page written by npm run reference is up to date', () => {
  expect(readFileSync('generator/docs/template-data.md', 'utf8')).toBe(dataPage('generator/src/render/views'));
});

function compileErrors(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.esnext.disposable.d.ts'],
    types: [],
    moduleDetection: ts.ModuleDetectionKind.Force,
    paths: { '@acme/pets-types': [join(folder, 'out/pets-types/src/index.ts')] },
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
