import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newFolder } from '../folder.js';

const sdkgen = resolve('generator/bin/sdkgen.js');
const folder = newFolder('watch');
let child: ChildProcess;
let printed = '';
let seen = 0;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function description(operationId: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: '1' }
servers: [{ url: https://pets.example.com }]
paths:
  /pets:
    get:
      operationId: ${operationId}
      responses:
        '200': { description: Pets., content: { application/json: { schema: { $ref: '../shared/pet.yaml' } } } }
`;
}

/** What is printed until the next run has ended. */
async function nextRun(): Promise<string> {
  const end = 'press Ctrl+C to stop.\n';
  for (let waited = 0; waited < 50_000; waited += 50) {
    const at = printed.indexOf(end, seen);
    if (at !== -1) {
      const text = printed.slice(seen, at);
      seen = at + end.length;
      return text;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no run ended; printed since the last: ${printed.slice(seen)}`);
}

const client = (): string => readFileSync(join(folder, 'out/pets-client/src/client.ts'), 'utf8');

beforeAll(() => {
  put('api/api.yaml', description('listPets'));
  put('shared/pet.yaml', 'type: object\nproperties: { name: { type: string } }\n');
  mkdirSync(join(folder, 'mine'));
  const config = {
    spec: 'api/api.yaml',
    scope: '@acme',
    name: 'pets',
    out: 'out',
    templates: 'mine',
    allowRefs: ['shared'],
  };
  put('package.json', JSON.stringify({ sdkgen: config }));
  child = spawn(process.execPath, [sdkgen, 'generate', '--watch'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
});

afterAll(() => {
  child.kill('SIGKILL');
});

test('writes at the start, and whenever the spec changes', async () => {
  await nextRun();
  expect(client()).toContain('listPets(');
  put('api/api.yaml', description('getPets'));
  await nextRun();
  expect(client()).toContain('getPets(');
});

test('survives a file that is replaced, and one that is deleted and created again', async () => {
  put('api/new.tmp', description('findPets'));
  renameSync(join(folder, 'api/new.tmp'), join(folder, 'api/api.yaml'));
  await nextRun();
  expect(client()).toContain('findPets(');
  rmSync(join(folder, 'api/api.yaml'));
  expect(await nextRun()).toContain('source-missing');
  put('api/api.yaml', description('searchPets'));
  await nextRun();
  expect(client()).toContain('searchPets(');
});

test('survives a folder that is deleted and created again', async () => {
  rmSync(join(folder, 'api'), { recursive: true });
  expect(await nextRun()).toContain('source-missing');
  put('api/api.yaml', description('seekPets'));
  await nextRun();
  expect(client()).toContain('seekPets(');
});

test('reports a problem without changing the packages, and continues when it is fixed', async () => {
  put('api/api.yaml', description('listPets').replace('pet.yaml', 'cat.yaml'));
  expect(await nextRun()).toMatch(/api\/api\.yaml:9:\d+ - error ref-unresolved/);
  expect(client()).toContain('seekPets(');
  put('shared/cat.yaml', 'type: object\nproperties: { lives: { type: integer } }\n');
  await nextRun();
  expect(client()).toContain('listPets(');
  put('shared/cat.yaml', 'type: object\nproperties: { mice: { type: integer } }\n');
  await nextRun();
  expect(readFileSync(join(folder, 'out/pets-types/src/schemas.ts'), 'utf8')).toContain('mice');
});

test('detects a new, a fixed and a removed template', async () => {
  put('mine/partials/header.hbs', '// {{nothing}}\n');
  expect(await nextRun()).toContain('mine/partials/header.hbs:1:4 - error template-unencoded');
  put('mine/partials/header.hbs', '// By Acme.\n');
  await nextRun();
  expect(client()).toMatch(/^\/\/ By Acme\.\n/);
  rmSync(join(folder, 'mine/partials'), { recursive: true });
  await nextRun();
  expect(client()).not.toContain('Acme');
});

test('detects a changed configuration, and combines several changes into one run', async () => {
  const config = readFileSync(join(folder, 'package.json'), 'utf8');
  put('package.json', config.replace('"spec"', '"spek"'));
  expect(await nextRun()).toContain('config-unknown-key');
  for (const name of ['one', 'two', 'three', 'four']) put('other.yaml', description(name).replace('../', ''));
  put('package.json', config.replace('"api/api.yaml"', '"other.yaml"'));
  await nextRun();
  expect(client()).toContain('four(');
  await new Promise((done) => setTimeout(done, 1_000));
  expect(printed.slice(seen)).toBe('');
});

test('a change during a run starts another run', async () => {
  put('other.yaml', description('first').replace('../', ''));
  await new Promise((done) => setTimeout(done, 300));
  put('other.yaml', description('second').replace('../', ''));
  for (let runs = 0; runs < 3 && !client().includes('second('); runs += 1) await nextRun();
  expect(client()).toContain('second(');
});

test('ends with exit code 0 when it is interrupted', async () => {
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
