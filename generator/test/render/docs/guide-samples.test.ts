import { expect, test } from '@jest/globals';
import { loadDescription } from '../../../src/load/index.js';
import { folderOf } from '../../load/temporary.js';
import { compileSnippets, packagesOf } from '../../types/compile.js';

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

test('the guide of streams compiles, with events and with lines', async () => {
  const number = { type: 'object', properties: { value: { type: 'number' } } };
  const operation = (operationId: string, mediaTypes: readonly string[]) => ({
    operationId,
    responses: {
      200: {
        description: 'Values.',
        content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: number }])),
      },
    },
  });
  const snippetsOf = async (mediaTypes: readonly string[]) => {
    const get = operation('getValues', mediaTypes);
    const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: { '/values': { get } } };
    const cwd = await folderOf({ 'api.json': document });
    const packages = await packagesOf((await loadDescription('api.json', { cwd, allowRefs: [] })).document, 'pets');
    const texts = ['operations', 'guides/streams'].map((page) => packages.get(`client/docs/${page}.md`) ?? '');
    const snippets = texts.flatMap((text) => [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code));
    expect(compileSnippets(packages, 'pets', snippets).flat()).toEqual([]);
    return { page: texts[0], loops: snippets.filter((code) => code.includes('for await')) };
  };
  const events = await snippetsOf(['application/json', 'text/event-stream']);
  expect(events.page).toContain('Iterable: [`ServerEvent<GetValuesStreamResponse>`]');
  expect(events.loops).toHaveLength(3);
  expect(events.loops[0]).toContain('for await (const { event, data } of pets.getValuesStream()) {');
  const lines = await snippetsOf(['application/x-ndjson']);
  expect(lines.loops[0]).toContain('for await (const item of pets.getValues()) {');
});

test('the guides show a webhook, a response made by the fake, and calls at the indentation around them', async () => {
  const pet = {
    type: 'object',
    required: ['id', 'born'],
    properties: { id: { type: 'string' }, born: { type: 'string', format: 'date-time' } },
  };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
  const id = { name: 'petIdentifier', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const get = {
    operationId: 'getPet',
    parameters: [id],
    responses: { 200: { description: 'A pet.', content } },
  };
  const post = { operationId: 'petSold', requestBody: { content }, responses: { 204: { description: 'Read.' } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets/{petIdentifier}': { get } },
    webhooks: { petSold: { post } },
    components: { schemas: { Pet: pet } },
  };
  const cwd = await folderOf({ 'api.json': document });
  const packages = await packagesOf((await loadDescription('api.json', { cwd, allowRefs: [] })).document, 'pets');
  const snippets = [...(packages.get('client/docs/guides/events.md') ?? '').matchAll(/^```ts\n(.*?)^```$/gms)];
  expect(snippets).toHaveLength(1);
  expect(
    compileSnippets(
      packages,
      'pets',
      snippets.map(([, text]) => text ?? ''),
    ),
  ).toEqual([[]]);
  const testing = packages.get('client/docs/guides/testing.md');
  expect(testing).toContain("fake.make('Pet');\n  fake.on('getPet', response);");
  expect(testing).toContain('  await pets.getPet({\n    petIdentifier: ');
});
