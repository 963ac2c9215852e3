import { describe, expect, test } from '@jest/globals';
import { checkDescription } from '../../src/load/index.js';
import { selectOperations } from '../../src/load/select.js';
import { folderOf } from './temporary.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ description: 'Done.', content: { 'application/json': { schema: ref(name) } } });

function shop() {
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    security: [{ key: [] }],
    paths: {
      '/pets': {
        get: { operationId: 'listPets', tags: ['pets'], responses: { '200': json('Pet') } },
        post: { operationId: 'createPet', tags: ['pets', 'admin'], responses: { '200': json('Pet') } },
      },
      '/pets/{id}/toys': { get: { operationId: 'listToys', tags: ['toys'], responses: { '200': json('Toy') } } },
      '/orders': {
        delete: {
          operationId: 'deleteOrders',
          tags: ['admin'],
          security: [{ admin: [] }],
          responses: { '200': json('Order') },
        },
      },
    },
    components: {
      schemas: {
        Pet: { type: 'object', discriminator: { propertyName: 'kind' }, properties: { owner: ref('Owner') } },
        Cat: { allOf: [ref('Pet'), { properties: { claws: ref('Claw') } }] },
        Owner: { type: 'object' },
        Claw: { type: 'object' },
        Toy: { type: 'object' },
        Order: { type: 'object' },
        Unused: { type: 'object' },
      },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' }, admin: { type: 'http', scheme: 'basic' } },
    },
  };
}

function selected(select: readonly string[], exclude: readonly string[] = []) {
  const root = shop();
  const problems = selectOperations(root, { select, exclude });
  const operations = Object.values(root.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  const { schemas, securitySchemes } = root.components;
  return { problems, operations, schemas: Object.keys(schemas), schemes: Object.keys(securitySchemes) };
}

describe('selected operations', () => {
  test.each([
    ['an operationId', ['listPets'], ['listPets']],
    ['a glob of an operationId', ['list*'], ['listPets', 'listToys']],
    ['a tag', ['tag:pets'], ['listPets', 'createPet']],
    ['a path', ['/pets'], ['listPets', 'createPet']],
    ['a path with one segment of any name', ['/pets/*/toys'], ['listToys']],
    ['all paths below another', ['/pets/**'], ['listToys']],
    ['a method', ['DELETE'], ['deleteOrders']],
    ['a method and a path', ['GET /**'], ['listPets', 'listToys']],
    ['several selectors', ['listToys', 'tag:admin'], ['createPet', 'listToys', 'deleteOrders']],
  ])('are those of %s', (_, select, operations) => {
    expect(selected(select)).toMatchObject({ problems: [], operations });
  });

  test('include what they need, with subtypes and credentials, and nothing else', () => {
    expect(selected(['listPets'])).toMatchObject({ schemas: ['Pet', 'Cat', 'Owner', 'Claw'], schemes: ['key'] });
    expect(selected(['deleteOrders'])).toMatchObject({ schemas: ['Order'], schemes: ['key', 'admin'] });
  });

  test('include the schemas selected by name, with what these need', () => {
    expect(selected(['listToys', 'schema:Unu*', 'schema:Cat'])).toMatchObject({
      problems: [],
      schemas: ['Pet', 'Cat', 'Owner', 'Claw', 'Toy', 'Unused'],
    });
    expect(selected(['listToys', 'schema:Cta']).problems).toMatchObject([{ hint: 'Did you mean schema:Cat?' }]);
  });

  test('omit what is excluded, with what only that needed', () => {
    expect(selected([], ['tag:toys'])).toMatchObject({
      operations: ['listPets', 'createPet', 'deleteOrders'],
      schemas: ['Pet', 'Cat', 'Owner', 'Claw', 'Order', 'Unused'],
    });
    expect(selected(['tag:pets'], ['POST'])).toMatchObject({ problems: [], operations: ['listPets'] });
  });

  test('are all without a selector', () => {
    expect(selected([])).toMatchObject({ operations: { length: 4 }, schemas: { length: 7 } });
  });
});

test('a selector that matches nothing is an error with the nearest name', () => {
  expect(selected(['listPet']).problems).toEqual([
    {
      code: 'select-unmatched',
      severity: 'error',
      message: 'No operation matches the selector listPet.',
      hint: 'Did you mean listPets?',
    },
  ]);
  expect(selected(['tag:pets'], ['tag:pest']).problems).toMatchObject([{ hint: 'Did you mean tag:pets?' }]);
});

test('only problems of selected parts are reported', async () => {
  const broken = (name: string) => ({
    200: { description: 'Done.', content: { 'application/json': { schema: ref(name) } } },
  });
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/a': {
        get: { operationId: 'a', responses: broken('A') },
        post: { operationId: 'b', parameters: [{ in: 'body', name: 'x' }], responses: broken('None') },
      },
    },
    components: { schemas: { A: { type: 'string', minLength: 'x' }, B: { type: 'text' } } },
  };
  const cwd = await folderOf({ 'api.json': document });
  const codes = async (select: readonly string[]) => {
    const { problems } = await checkDescription('api.json', { cwd, allowRefs: [], select });
    return problems.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
  };
  const found = await codes(['a']);
  expect(found.filter((line) => !line.endsWith(' /components/schemas/A/minLength'))).toEqual([]);
  expect(found).not.toEqual([]);
  expect((await codes([])).join()).toContain('/components/schemas/B');
  expect((await codes(['b'])).join()).not.toContain('/components/schemas/A');
});
