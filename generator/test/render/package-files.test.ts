import { expect, test } from '@jest/globals';
import { buildNames, compileNameTemplates } from '../../src/naming/index.js';
import type { Repository } from '../../src/render/context.js';
import { renderPackages } from '../../src/render/render.js';
import { readTemplateTexts } from '../features/generate.js';
import { modelOf } from '../model/description.js';

async function manifests(repository?: Repository): Promise<Readonly<Record<string, { repository?: unknown }>>> {
  const { model } = modelOf({
    '/ping': { get: { operationId: 'Ping', responses: { 204: { description: 'Pong.' } } } },
  });
  const texts = await readTemplateTexts();
  const settings = { scope: '@acme', name: 'talk', reservedMembers: new Set<string>() };
  const { names } = buildNames(model, settings, compileNameTemplates(texts));
  const rest = { addons: [], version: '1.0.0', license: 'MIT', changelog: '', repository };
  const packages = await renderPackages({ model, names, texts, ...rest });
  return Object.fromEntries(
    packages.map(({ folder, files }) => [folder, JSON.parse(new Map(files).get('package.json') ?? '')]),
  );
}

test('a manifest contains the repository, with the folder of the package', async () => {
  const url = 'git+https://git.example/acme/talk.git';
  const { 'talk-types': types, 'talk-client': client } = await manifests({ url, directory: 'packages' });
  expect(types?.repository).toEqual({ type: 'git', url, directory: 'packages/talk-types' });
  expect(client?.repository).toEqual({ type: 'git', url, directory: 'packages/talk-client' });
  const atTheTop = await manifests({ url, directory: '' });
  expect(atTheTop['talk-types']?.repository).toEqual({ type: 'git', url, directory: 'talk-types' });
});

test('a manifest without a repository does not mention one', async () => {
  for (const manifest of Object.values(await manifests())) expect(manifest).not.toHaveProperty('repository');
});
