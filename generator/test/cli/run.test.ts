import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { newFolder } from '../folder.js';
import { runCommand } from './command.js';

const folder = newFolder('cli');

beforeAll(() => {
  writeFileSync(join(folder, 'api.yaml'), description('listPets'));
});

function description(operationId: string): string {
  return `openapi: 3.0.3
info: { title: Pets, version: '1' }
servers: [{ url: https://pets.example.com/v1 }]
paths:
  /pets/{id}:
    get:
      operationId: ${operationId}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: A pet.
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string }, born: { type: string, format: date-time } } }
`;
}

const run = (...parameters: readonly string[]) => runCommand(folder, ...parameters);
const flags = ['--spec', 'api.yaml', '--scope', '@acme', '--name', 'pets'];
const generate = (out: string, ...more: readonly string[]) => run('generate', ...flags, '--out', out, ...more);
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

describe('sdkgen generate', () => {
  test('writes both packages of any spec into any folder, and reports it', async () => {
    const { code, stdout, stderr } = await generate('first');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^@acme\/pets: 1 operation, 1 type, 1 example\n\d+ files in first\/pets-types and first\/pets-client/,
    );
    expect(stdout).toMatch(
      /\nNext: build both packages: the same command with --build; read first\/pets-client\/README\.md\n$/,
    );
    expect((await generate('first')).stdout).not.toContain('Next:');
    expect(read('first', 'pets-client', 'src', 'client.ts')).toContain('export class PetsClient');
    expect(read('first', 'pets-types', 'src', 'schemas.ts')).toContain('born?: Date;');
    expect(JSON.parse(read('first', 'package.json'))).toEqual({
      private: true,
      workspaces: ['pets-types', 'pets-client'],
    });
  });

  test('writes the same bytes into any folder', async () => {
    await generate('first');
    await generate('second');
    const files = readdirSync(join(folder, 'first'), { recursive: true, encoding: 'utf8', withFileTypes: true });
    const paths = files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'first').length));
    const compared = paths.filter((path) => !path.includes('node_modules'));
    expect(compared.length).toBeGreaterThan(50);
    for (const path of compared) expect(read('second', path)).toBe(read('first', path));
  });

  test('touches nothing in a dry run, and lists what it would write', async () => {
    const { code, stdout } = await generate('dry', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('  write  pets-client/src/client.ts');
    expect(existsSync(join(folder, 'dry'))).toBe(false);
  });

  test('uses the templates in a folder, and the built-in ones for the rest', async () => {
    cpSync(resolve('templates/naming/method.hbs'), join(folder, 'custom', 'naming', 'method.hbs'));
    writeFileSync(join(folder, 'custom', 'naming', 'method.hbs'), '{{snakeCase operationId}}\n');
    expect((await generate('snake', '--templates', 'custom')).code).toBe(0);
    expect(read('snake', 'pets-client', 'src', 'client.ts')).toContain('  list_pets(args: types.ListPetsArguments');
    expect(read('snake', 'pets-client', 'docs', 'operations.md')).toContain('await pets.list_pets({');
    expect(read('snake', 'pets-client', 'test', 'operations.test.ts')).toContain('await pets.list_pets({');
  });

  test.each([
    ['an unknown helper', '{{shout operationId}}', 'naming/method.hbs', 'shout'],
    [
      'data that there is not',
      '{{camelCase nothing}}',
      'naming/method.hbs',
      'The data of this template has no nothing',
    ],
    ['broken syntax', '{{#if}', 'naming/method.hbs', 'cannot be parsed'],
  ])('reports the template with %s', async (_title, template, file, expected) => {
    cpSync(resolve('templates/naming/method.hbs'), join(folder, 'broken', 'naming', 'method.hbs'));
    writeFileSync(join(folder, 'broken', 'naming', 'method.hbs'), template);
    const { code, stderr } = await generate('never', '--templates', 'broken');
    expect(code).toBe(1);
    expect(stderr).toContain(file);
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  test('regenerates the files of a renamed operation, and no others', async () => {
    await generate('renamed');
    writeFileSync(join(folder, 'api.yaml'), description('showPet'));
    const { stdout } = await generate('renamed', '--json');
    writeFileSync(join(folder, 'api.yaml'), description('listPets'));
    const { written, removed }: { written: string[]; removed: string[] } = JSON.parse(stdout);
    expect(removed).toEqual([]);
    expect(written).toContain('pets-client/src/client.ts');
    expect(written).not.toContain('pets-types/src/schemas.ts');
    expect(written.filter((path) => path.includes('/runtime/'))).toEqual([]);
  });

  test('renders nothing if nothing changed', async () => {
    await generate('same');
    expect((await generate('same')).stdout).toContain('same/pets-types and same/pets-client: unchanged');
  });
});

describe('sdkgen generate --check', () => {
  test.each([
    [
      'one byte is changed',
      'pets-client/docs/types.md',
      (path: string) => writeFileSync(path, `${readFileSync(path, 'utf8')} `),
    ],
    ['a file is added', 'pets-types/src/extra.ts', (path: string) => writeFileSync(path, '')],
    ['a file is removed', 'pets-client/README.md', (path: string) => rmSync(path)],
  ])('reports the file if %s', async (_title, path, change) => {
    rmSync(join(folder, 'checked'), { recursive: true, force: true });
    await generate('checked');
    expect((await generate('checked', '--check')).code).toBe(0);
    change(join(folder, 'checked', path));
    const { code, stderr } = await generate('checked', '--check');
    expect(code).toBe(1);
    expect(stderr).toContain(`checked/${path}`);
    expect(stderr).toContain('1 error, 0 warnings');
  });
});

describe('sdkgen', () => {
  test.each([
    ['no command', [], 2, /No command/],
    ['an unknown flag', ['generate', '--chek'], 2, /Did you mean --check/],
    ['a file that is not there', ['validate', 'missing.yaml'], 1, /missing\.yaml.*does not exist/],
    ['a sound description', ['validate', 'api.yaml'], 0, /^$/],
    ['help', ['--help'], 0, /^$/],
  ])('ends with the right exit code for %s', async (_title, parameters, wanted, expected) => {
    const { code, stderr } = await run(...parameters);
    expect({ code, stderr }).toEqual({ code: wanted, stderr: expect.stringMatching(expected) });
  });

  test('prints one JSON document for problems with --json', async () => {
    writeFileSync(join(folder, 'bad.yaml'), 'openapi: 3.0.3\ninfo: [');
    const { code, stdout } = await run('validate', 'bad.yaml', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ severity: 'error', file: 'bad.yaml', line: 2 }] });
  });
});
