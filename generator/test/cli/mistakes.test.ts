import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { explainedCodes, readExplanation } from '../../src/cli/explain.js';
import { newFolder } from '../folder.js';
import { runCommand } from './command.js';

const folder = newFolder('mistakes');
let server: Server;
let origin = '';

beforeAll(async () => {
  const operations = '{ get: { operationId: pets, responses: { default: { description: Pets. } } } }';
  writeFileSync(
    join(folder, 'api.yaml'),
    `openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets: ${operations}\n  /cats: ${operations}\n`,
  );
  const wrong = '{ type: integer, example: many }';
  writeFileSync(
    join(folder, 'example.yaml'),
    `openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets: ${operations.replace('Pets.', `Pets., content: { application/json: { schema: ${wrong} } }`)}\n`,
  );
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'mine', 'client'), { recursive: true });
  server = createServer((request, response) => {
    if (request.url === '/page') response.end('<!doctype html>');
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) origin = `127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.close();
});

test.each([
  ['a misspelt command', 'generat', 2, 'Did you mean sdkgen generate?'],
  ['a misspelt flag', 'generate --spek api.yaml', 2, 'Did you mean --spec?'],
  ['a folder for a spec', 'validate .', 1, 'it is a folder'],
  ['a spec that is not there', 'validate petz.yaml', 1, 'petz.yaml - error source-missing'],
  ['a URL that is not there', 'validate http://ORIGIN/none', 1, 'status 404'],
  ['a URL of a page', 'validate http://ORIGIN/page', 1, 'file-not-a-description'],
  ['a name with a slash', 'generate --spec api.yaml --name a/b', 1, 'such as a-b'],
  ['an output folder that is a file', 'generate --spec api.yaml --out file', 1, 'output-not-a-folder'],
  ['one below a file', 'generate --spec api.yaml --out file/below', 1, 'output-not-a-folder'],
  ['one to check that is a file', 'generate --spec api.yaml --out file --check', 1, 'output-not-a-folder'],
  ['templates that are a file', 'generate --spec api.yaml --templates file', 1, 'file is not a folder'],
  [
    'output among the templates',
    'generate --spec api.yaml --templates mine --out mine/out',
    1,
    'config-out-in-templates',
  ],
  ['a configuration that is a folder', 'generate --config mine', 1, 'is a folder'],
  ['an add-on that is not there', 'generate --spec api.yaml --addon steam', 1, 'addon-unknown'],
  ['a template that is not there', 'templates eject client/clients.ts.hbs', 2, 'Did you mean client/client.ts.hbs?'],
  ['a template without a folder', 'templates eject client/client.ts.hbs', 2, 'use --templates FOLDER'],
  ['a folder to set up that is a file', 'init file --yes', 1, 'init-refused'],
  ['a spec to set up that cannot be read', 'init new --spec petz.yaml --yes', 1, 'source-missing'],
  ['no spec at all', 'validate', 1, 'sdkgen init'],
  ['a port that is in use', 'mock api.yaml --port PORT', 1, 'flag-port'],
  ['a code that does not exist', 'explain ref-unresolvd', 2, 'Did you mean ref-unresolved?'],
])('%s is reported in one sentence, with a hint', async (_title, line, wanted, expected) => {
  const words = line
    .replace('ORIGIN', origin)
    .replace('PORT', origin.split(':')[1] ?? '')
    .split(' ');
  const before = readdirSync(folder, { recursive: true }).sort();
  const { code, stdout, stderr } = await runCommand(folder, ...words);
  expect({ code, stdout, stderr }).toEqual({ code: wanted, stdout: '', stderr: expect.stringContaining(expected) });
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
});

test('a spec with a wrong example, which generate only warns about, can be set up', async () => {
  expect(await runCommand(folder, 'init', 'shown', '--spec', 'example.yaml', '--yes')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Next:'),
  });
});

describe('warnings', () => {
  const generate = ['generate', '--spec', 'api.yaml', '--out', 'out', '--name', 'pets'];
  const warning = /api\.yaml:5:19 - warning operation-id-renamed: .*\n {2}at \/paths\/~1cats\/get\/operationId/;

  test('are printed by every run, changed or not, and by --check and --dry-run', async () => {
    for (const more of [[], [], ['--check'], ['--dry-run']]) {
      const { code, stderr } = await runCommand(folder, ...generate, ...more);
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(warning) });
    }
  });

  test('are in the output of --json, with their locations', async () => {
    const { stdout } = await runCommand(folder, ...generate, '--json');
    const { problems }: { problems: object[] } = JSON.parse(stdout);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'operation-id-renamed',
        file: 'api.yaml',
        line: 5,
        column: 19,
        frame: expect.stringContaining('> 5 |'),
        hint: expect.any(String),
      }),
    );
  });

  test('are reported together with the errors of a later step, also by validate', async () => {
    writeFileSync(join(folder, 'mine', 'client', 'index.ts.hbs'), '{{className}}');
    const failed = await runCommand(folder, ...generate, '--templates', 'mine');
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(warning) });
    expect(failed.stderr).toContain('mine/client/index.ts.hbs:1:1 - error template-unencoded');
    expect((await runCommand(folder, 'validate', 'api.yaml')).stderr).toMatch(warning);
  });
});

describe('sdkgen explain', () => {
  test('explains codes, by name or in a list, also as JSON', async () => {
    const one = await runCommand(folder, 'explain', 'overlay-idle');
    const about = readExplanation('overlay-idle');
    const { title, meaning, remedy } = about;
    for (const text of [`overlay-idle: ${title}`, meaning, remedy]) expect(one.stdout).toContain(text);
    const all = await runCommand(folder, 'explain');
    for (const code of explainedCodes()) expect(all.stdout).toContain(`  ${code} `);
    expect(JSON.parse((await runCommand(folder, 'explain', 'overlay-idle', '--json')).stdout)).toEqual({
      code: 'overlay-idle',
      ...about,
    });
  });
});

describe('a configuration in TypeScript', () => {
  test('may import other files, on every version of Node', async () => {
    const own = join(folder, 'typed');
    mkdirSync(own);
    writeFileSync(
      join(own, 'names.ts'),
      "export const names: Record<string, string> = { scope: '@typed', name: 'pets' };\n",
    );
    writeFileSync(
      join(own, 'sdkgen.config.ts'),
      "import { names } from './names.ts';\nimport type { Options } from 'not-installed';\nexport default { spec: '../example.yaml', ...names } satisfies Options;\n",
    );
    const { stdout, stderr } = await runCommand(own, 'generate', '--dry-run');
    expect(stdout + stderr).toContain('@typed/pets: 1 operation');
    writeFileSync(join(own, 'sdkgen.config.ts'), "export default {\n  spec: 'a.yaml',\n  scope: ;\n};\n");
    const wrong = await runCommand(own, 'generate');
    expect(wrong.stderr).toMatch(/^sdkgen\.config\.ts(?::3:10)? - error config-unreadable: .*SyntaxError/);
  });
});
