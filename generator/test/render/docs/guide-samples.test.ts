import { expect, test } from '@jest/globals';
import { loadDescription } from '../../../src/load/index.js';
import { folderOf } from '../../load/temporary.js';
import { packagesOf } from '../../types/compile.js';

test('a spec with paged operations only has the guides of a call', async () => {
  const page = {
    type: 'object',
    required: ['pets'],
    properties: { pets: { type: 'array', items: { type: 'string' } }, next: { type: 'string' } },
  };
  const get = {
    operationId: 'listPets',
    parameters: [{ name: 'next', in: 'query', schema: { type: 'string' } }],
    responses: { 200: { description: 'Pets.', content: { 'application/json': { schema: page } } } },
  };
  const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: { '/pets': { get } } };
  const cwd = await folderOf({ 'api.json': document });
  const packages = await packagesOf((await loadDescription('api.json', { cwd, allowRefs: [] })).document, 'pets');
  expect(packages.get('client/docs/operations.md')).toContain('Iterable: ');
  expect(packages.get('client/docs/guides/errors.md')).toContain('.listPets(');
});
