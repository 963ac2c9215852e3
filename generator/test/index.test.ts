import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { diff, generate, ProblemsError, readDocument, startMock, validate } from '../src/index.js';
import { newFolder } from './folder.js';

const cwd = newFolder('index');
const options = () => ({ cwd, spec: 'api.json', scope: '@acme', name: 'pets', out: 'out' });

function describeApi(file: string, operationId: string): void {
  const get = { operationId, responses: { 204: { description: 'Done.' } } };
  const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: { '/pets': { get } } };
  writeFileSync(join(cwd, file), JSON.stringify(document));
}

beforeAll(() => {
  describeApi('api.json', 'listPets');
  describeApi('next.json', 'findPets');
  writeFileSync(join(cwd, 'broken.json'), '{');
});

describe('the public entry', () => {
  test('writes packages, and checks them', async () => {
    const written = await generate(options());
    expect(written).toMatchObject({
      mode: 'write',
      problems: [],
      operations: 1,
      folders: ['pets-types', 'pets-client'],
    });
    expect(existsSync(join(cwd, 'out/pets-client/src/client.ts'))).toBe(true);
    expect(await generate({ ...options(), mode: 'check' })).toMatchObject({ mode: 'check', problems: [], written: [] });
  });

  test('compares two versions', async () => {
    const { bump, changes, markdown } = await diff('api.json', 'next.json', { cwd, prove: false });
    expect(bump).toBe('major');
    expect(changes).toMatchObject([{ rule: 'operation-renamed', severity: 'breaking', old: { file: 'api.json' } }]);
    expect(markdown).toContain('**Breaking:**');
  });

  test('serves the API until it is closed', async () => {
    const mock = await startMock({ cwd, spec: 'api.json' });
    try {
      expect((await fetch(`${mock.url}/pets`)).status).toBe(204);
    } finally {
      await mock.close();
    }
  });

  test('serves the API until its signal is aborted', async () => {
    const controller = new AbortController();
    const { url } = await startMock({ cwd, spec: 'api.json', signal: controller.signal });
    expect((await fetch(`${url}/pets`)).status).toBe(204);
    controller.abort();
    await expect(fetch(`${url}/pets`)).rejects.toThrow();
  });

  test.each<[string, (signal: AbortSignal) => Promise<unknown>]>([
    ['generate', (signal) => generate({ ...options(), out: 'ended', signal })],
    ['validate', (signal) => validate({ ...options(), signal })],
    ['diff', (signal) => diff('api.json', 'next.json', { cwd, prove: false, signal })],
    ['startMock', (signal) => startMock({ cwd, spec: 'api.json', signal })],
  ])('%s ends with the reason of its signal, and writes nothing more', async (_, work) => {
    const reason = new Error('enough');
    await expect(work(AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    // Aborted while the document is read.
    setImmediate(() => controller.abort(reason));
    await expect(work(controller.signal)).rejects.toBe(reason);
    expect(existsSync(join(cwd, 'ended'))).toBe(false);
  });

  test('a signal ends the request for a spec', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = Object(server.address());
    const work = validate({ ...options(), spec: `http://127.0.0.1:${port}/api.json`, signal: AbortSignal.timeout(50) });
    await expect(work).rejects.toHaveProperty('name', 'TimeoutError');
    server.close();
    server.closeAllConnections();
  });

  test('reads the model and the names', async () => {
    const { model, names } = await readDocument(options());
    expect(model.operations.map((operation) => names.operation(operation).method)).toEqual(['listPets']);
  });

  test('validate returns the problems of an invalid document; generate, mock and diff throw them', async () => {
    const broken = { ...options(), spec: 'broken.json' };
    expect(await validate(broken)).toMatchObject([{ severity: 'error', file: 'broken.json' }]);
    const works = [() => generate(broken), () => startMock(broken), () => diff('api.json', 'broken.json', { cwd })];
    for (const work of works) {
      await expect(work()).rejects.toThrow(ProblemsError);
    }
  });

  test('reports a wrong example of a request once', async () => {
    const schema = { type: 'object', properties: { name: { type: 'string' } } };
    const requestBody = { content: { 'application/json': { schema, example: { name: 7 } } } };
    const post = { operationId: 'createPet', requestBody, responses: { 204: { description: 'Done.' } } };
    const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: { '/pets': { post } } };
    writeFileSync(join(cwd, 'example.json'), JSON.stringify(document));
    const one = { ...options(), spec: 'example.json' };
    expect((await validate(one)).map(({ code }) => code)).toEqual(['example-invalid']);
    const { problems } = await generate({ ...one, mode: 'dry-run' });
    expect(problems.map(({ code }) => code)).toEqual(['example-repaired']);
  });
});
