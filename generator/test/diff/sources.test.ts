import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readAccepted, writeAccepted } from '../../src/generate/accepted.js';
import { diff } from '../../src/generate/diff.js';
import { ProblemsError } from '../../src/problems/index.js';
import { folderOf } from '../load/temporary.js';

const API = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: Yes., content: { application/json: { schema: { $ref: parts/pet.yaml#/Pet } } } } }
`;
const PET = `Pet:
  type: object
  properties:
    name: { type: string }
    age: { type: integer }
`;

async function repository() {
  const cwd = await folderOf({
    'spec/api.yaml': API,
    'spec/parts/pet.yaml': PET,
    'package.json': { sdkgen: { spec: 'spec/api.yaml' } },
  });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'First');
  writeFileSync(join(cwd, 'spec/parts/pet.yaml'), PET.replace('    age: { type: integer }\n', ''));
  return { cwd, git };
}

const compared = (cwd: string, old: string, next: string, accepted = false) =>
  diff(old, next, { cwd, flags: {} }, { prove: false, accepted });

test('documents of commits can be compared, with the files beside them', async () => {
  const { cwd, git } = await repository();
  const { changes } = await compared(cwd, 'git:HEAD:spec/api.yaml', 'spec/api.yaml');
  expect(changes.map(({ id, old }) => [id, old?.file, old?.line])).toEqual([
    ['property-removed:/components/schemas/Pet/properties/age', 'HEAD:spec/parts/pet.yaml', 5],
  ]);
  git('commit', '--quiet', '--all', '--message', 'Second');
  expect((await compared(cwd, 'git:HEAD~1:spec/api.yaml', 'git:HEAD:spec/api.yaml')).changes).toHaveLength(1);
  expect((await compared(cwd, 'git:HEAD:spec/api.yaml', 'spec/api.yaml')).changes).toEqual([]);
});

test.each([
  ['a commit', 'git:nothing:spec/api.yaml'],
  ['a file', 'git:HEAD:spec/nothing.yaml'],
])('%s that does not exist is an error', async (_, source) => {
  const { cwd } = await repository();
  const problems = await compared(cwd, source, 'spec/api.yaml').catch((error: unknown) => error);
  expect(problems instanceof ProblemsError && problems.problems[0]).toMatchObject({
    code: 'source-missing',
    file: source,
  });
});

test('an accepted change is compatible, with the noted reason', async () => {
  const { cwd } = await repository();
  const id = 'property-removed:/components/schemas/Pet/properties/age';
  const before = await compared(cwd, 'git:HEAD:spec/api.yaml', 'spec/api.yaml', true);
  expect(before.bump).toBe('major');
  await writeAccepted(cwd, [id], 'It was "never": sent');
  expect(await readAccepted(cwd)).toEqual(new Map([[id, 'It was "never": sent']]));
  const after = await compared(cwd, 'git:HEAD:spec/api.yaml', 'spec/api.yaml', true);
  expect(after.changes).toMatchObject([{ id, severity: 'compatible' }]);
  expect(after.changes[0]?.message).toContain('Accepted: It was "never": sent');
  expect(after.bump).not.toBe('major');
  // A user's code is not affected.
  expect((await compared(cwd, 'git:HEAD:spec/api.yaml', 'spec/api.yaml')).bump).toBe('major');
});

test('a list of accepted changes without reasons is an error', async () => {
  const cwd = await folderOf({ 'sdkgen.accepted.yaml': '- change: a\n' });
  const problems = await readAccepted(cwd).catch((error: unknown) => error);
  expect(problems instanceof ProblemsError && problems.problems[0]?.code).toBe('accepted-invalid');
});

test.each([
  ['nothing', ''],
  ['only a comment', '# Fine.\n'],
  ['an entry without the end of its line', '- change: b\n  reason: x'],
  ['a list in one line', '# Fine.\n[{ change: b, reason: x }]\n'],
  ['a list that is indented', '  - change: b\n    reason: x\n'],
  ['an entry that is not in a list', 'change: b\nreason: x\n'],
])('a change is added once to a file with %s', async (_, before) => {
  const cwd = await folderOf({ 'sdkgen.accepted.yaml': before });
  await writeAccepted(cwd, ['a'], 'y');
  await writeAccepted(cwd, ['a', 'c'], 'z');
  const known = before.includes('b') ? [['b', 'x']] : [];
  expect([...(await readAccepted(cwd))]).toEqual([...known, ['a', 'y'], ['c', 'z']]);
});

test('a commit may have files of any name, and links beside the document', async () => {
  const { cwd, git } = await repository();
  writeFileSync(join(cwd, 'spec/a\nb.yaml'), 'x: 1\n');
  symlinkSync('api.yaml', join(cwd, 'spec/link.yaml'));
  git('add', '.');
  git('commit', '--quiet', '--message', 'Names');
  expect((await compared(cwd, 'git:HEAD:spec/api.yaml', 'spec/api.yaml')).changes).toEqual([]);
  await expect(compared(cwd, 'git:HEAD:spec/link.yaml', 'spec/api.yaml')).rejects.toThrow(ProblemsError);
});

test('a type that is only sent after an operation was removed is not incompatible', async () => {
  const tags = { type: 'array', items: { type: 'string' } };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Settings' } } };
  const put = { operationId: 'setIt', requestBody: { content }, responses: { 204: { description: 'Done.' } } };
  const get = { operationId: 'getIt', responses: { 200: { description: 'Yes.', content } } };
  const api = (path: object) =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1' },
      paths: { '/settings': path },
      components: { schemas: { Settings: { type: 'object', properties: { tags } } } },
    });
  const cwd = await folderOf({ 'old.json': api({ put, get }), 'next.json': api({ put }) });
  const { changes } = await diff('old.json', 'next.json', { cwd, flags: {} });
  expect(changes.map(({ rule }) => rule)).toEqual(['operation-removed']);
});
