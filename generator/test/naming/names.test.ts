import { describe, expect, test } from '@jest/globals';
import { buildNames, compileNameTemplates, type Names } from '../../src/naming/index.js';
import type { Problem } from '../../src/problems/index.js';
import type { JsonObject } from '../../src/schema/index.js';
import { readTemplateTexts } from '../features/generate.js';
import { modelOf } from '../model/description.js';

const texts = await readTemplateTexts();

function namesOf(
  ids: readonly string[],
  schemas: JsonObject = {},
  templates: Readonly<Record<string, string>> = {},
): { names: Names; methods: string[]; problems: readonly Problem[] } {
  const paths = Object.fromEntries(ids.map((id, index) => [`/${index}`, { get: { operationId: id, tags: [id] } }]));
  const { model } = modelOf(paths, { components: { schemas } });
  const given = Object.entries(templates).map(([kind, text]) => [`naming/${kind}.hbs`, text] as const);
  const settings = { scope: '@acme', name: 'pet-store', reservedMembers: new Set(['webhooks']) };
  const { names, problems } = buildNames(model, settings, compileNameTemplates(new Map([...texts, ...given])));
  return { names, methods: model.operations.map((operation) => names.operation(operation).method), problems };
}

describe('packages and classes', () => {
  test('are derived from scope and name', () => {
    const { names } = namesOf([]);
    expect([names.typesPackage, names.clientPackage, names.className, names.serverClassName, names.variable]).toEqual([
      '@acme/pet-store-types',
      '@acme/pet-store-client',
      'PetStoreClient',
      'PetStoreServerClient',
      'petStore',
    ]);
    expect(names.errorPrefix).toBe('PetStore');
  });

  test.each(['response', 'test', 'item'])('do not use the name %s, which samples and tests need', (name) => {
    expect(namesOf([], {}, { variable: name }).names.variable).toBe(`${name}Client`);
  });
});

describe('methods', () => {
  test('are made by the template', () => {
    expect(namesOf(['GetOG', 'ListImportV2Tasks']).methods).toEqual(['getOG', 'listImportV2Tasks']);
    const { methods } = namesOf(['GetOG', 'ListImportV2Tasks'], {}, { method: '{{snakeCase operationId}}' });
    expect(methods).toEqual(['get_og', 'list_import_v2_tasks']);
  });

  test('that clash are named after their path, with a warning at the operation', () => {
    const { methods, problems } = namesOf(['get-user', 'getUser', 'webhooks', '🚀']);
    expect(methods).toEqual(['get0', 'getUser', 'webhooks_', 'get3']);
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([['method-renamed', '/paths/~10/get']]);
  });

  test('an unknown field in a template is reported', () => {
    expect(() => namesOf(['a'], {}, { method: '{{camelCase operation}}' })).toThrow(
      'The data of this template has no operation.',
    );
  });
});

describe('types', () => {
  const object = { type: 'object' };

  test('differ from each other and from globals used in types', () => {
    const { names, problems } = namesOf([], {
      user_name: object,
      UserName: object,
      Date: object,
      Error: object,
      Upload: object,
    });
    expect(['user_name', 'UserName', 'Date', 'Error', 'Upload'].map((key) => names.schema(key))).toEqual([
      { exported: 'UserName2', local: 'UserName2' },
      { exported: 'UserName', local: 'UserName' },
      { exported: 'Date', local: 'Date_' },
      { exported: 'Error', local: 'Error' },
      { exported: 'Upload', local: 'Upload' },
    ]);
    expect(names.upload.exported).toBe('Upload2');
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['type-renamed', '/components/schemas/user_name'],
    ]);
    expect(names.schema('toString')).toBeUndefined();
  });

  test('without a name are named after their location', () => {
    const { names } = namesOf([], { Thing: object });
    const refs = ['Thing/properties/part', 'List/items', 'A/allOf/1/properties/b', 'A/definitions/c', 'A/allOf/0'];
    const found = refs.map((ref) => names.unnamed(`#/components/schemas/${ref}`).exported);
    expect(found).toEqual(['ThingPart', 'ListItem', 'AB', 'AC', 'A0']);
    expect(names.unnamed('#/components').exported).toBe('Unnamed');
    expect(names.unnamed('#/components/schemas/Thing/properties/part', true).exported).toBe('ThingPartInput');
  });
});

test('pages have different file names, ignoring case', () => {
  const { names } = namesOf(['Users', 'users', '../x', '🚀', 'index', 'types']);
  const slugs = ['Users', 'users', '../x', '🚀', 'index', 'types'].map((tag) => names.page(tag).slug);
  expect(slugs).toEqual(['users', 'users2', 'x', 'tag', 'index2', 'types2']);
});
