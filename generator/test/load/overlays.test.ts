import { describe, expect, test } from '@jest/globals';
import { loadDescription } from '../../src/load/index.js';
import { ProblemsError } from '../../src/problems/index.js';
import { at, folderOf, type Loaded, plain, summary, type Written } from './temporary.js';

const API = `openapi: 3.0.3
info: { title: Pets, version: '1' }
servers:
  - url: https://a.example.com
  - url: https://b.example.com
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: page, in: query, schema: { type: integer } }
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
components:
  schemas:
    Pet:
      type: object
      properties:
        name: { type: string }
        born: { type: string }
`;

/** Loads a spec with overlays over it, each given by its actions. */
async function overlaid(actions: readonly string[], more: Written = {}): Promise<Loaded> {
  const overlays = actions.map(
    (text, index) =>
      [`overlay-${index}.yaml`, `overlay: 1.0.0\ninfo: { title: Fixes, version: '1' }\n${text}`] as const,
  );
  return loadOver(
    { 'api.yaml': API, ...more, ...Object.fromEntries(overlays) },
    overlays.map(([path]) => path),
  );
}

async function loadOver(files: Written, overlays: readonly string[]): Promise<Loaded> {
  const cwd = await folderOf(files);
  try {
    return await loadDescription('api.yaml', { cwd, allowRefs: [], overlays });
  } catch (error) {
    if (error instanceof ProblemsError) return { document: undefined, problems: error.problems };
    throw error;
  }
}

describe('an update', () => {
  test('is merged into an object, field by field', async () => {
    const { document } = await overlaid([
      `actions:
  - target: $.components.schemas.Pet
    update: { required: [name], properties: { born: { format: date-time }, size: { type: number, nullable: true } } }`,
    ]);
    expect(plain(at(document, '/components/schemas/Pet'))).toEqual({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        born: { type: 'string', format: 'date-time' },
        // What an overlay adds has the spec's version, and is converted with it.
        size: { type: ['number', 'null'] },
      },
    });
  });

  test('applies to every node that matches the target', async () => {
    const { document } = await overlaid([
      "actions:\n  - target: $..parameters[?@.in == 'query']\n    update: { description: Of pages. }",
    ]);
    expect(plain(at(document, '/paths/~1pets/get/parameters'))).toMatchObject([
      { name: 'limit', description: 'Of pages.' },
      { name: 'page', description: 'Of pages.' },
    ]);
  });

  test('is added at the end of a list, as an entry or as several', async () => {
    const { document } = await overlaid([
      `actions:
  - target: $.servers
    update: { url: https://c.example.com }
  - target: $.servers
    update: [{ url: https://d.example.com }, { url: https://e.example.com }]`,
    ]);
    expect(plain(at(document, '/servers'))).toEqual(
      'abcde'.split('').map((name) => ({ url: `https://${name}.example.com` })),
    );
  });

  test('may refer to components of the spec, and add some', async () => {
    const { document } = await overlaid([
      `actions:
  - target: $.components.schemas
    update: { Kind: { type: string, enum: [cat, dog] } }
  - target: $.components.schemas.Pet.properties
    update: { kind: { $ref: '#/components/schemas/Kind' } }`,
    ]);
    expect(at(document, '/components/schemas/Pet/properties/kind/$ref')).toBe('#/components/schemas/Kind');
  });

  test('with names such as __proto__ changes no prototype', async () => {
    const { document } = await overlaid([
      `actions:
  - target: $.components.schemas.Pet.properties
    update: { __proto__: { type: string }, constructor: { type: number } }`,
    ]);
    const properties = at(document, '/components/schemas/Pet/properties');
    expect(Object.keys(Object(properties))).toEqual(['name', 'born', '__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'type')).toBe(false);
  });
});

describe('a removal', () => {
  test('removes fields and elements', async () => {
    const { document } = await overlaid([
      `actions:
  - target: $.components.schemas.Pet.properties.born
    remove: true
  - target: $.servers[0,1]
    remove: true
  - target: $.paths['/pets'].get.parameters[?@.name=='limit']
    remove: true`,
    ]);
    expect(plain(at(document, '/components/schemas/Pet/properties'))).toEqual({ name: { type: 'string' } });
    expect(at(document, '/servers')).toEqual([]);
    expect(plain(at(document, '/paths/~1pets/get/parameters'))).toMatchObject([{ name: 'page' }]);
  });

  test('before an update lets it replace a list', async () => {
    const { document } = await overlaid([
      `actions:
  - target: $.servers[*]
    remove: true
  - target: $.servers
    update: { url: https://own.example.com }`,
    ]);
    expect(plain(at(document, '/servers'))).toEqual([{ url: 'https://own.example.com' }]);
  });
});

test('overlays apply to the result of those before them', async () => {
  const { document } = await overlaid([
    'actions:\n  - target: $.info\n    update: { x-team: { name: one } }',
    "actions:\n  - target: $.info['x-team']\n    update: { name: two }",
  ]);
  expect(plain(at(document, '/info/x-team'))).toEqual({ name: 'two' });
});

test('an overlay that extends another file of the spec changes that file', async () => {
  const files = {
    'api.yaml': API.replace("'#/components/schemas/Pet'", "'parts/dog.yaml#/Dog'"),
    'parts/dog.yaml': 'Dog: { type: object, properties: { name: { type: string } } }\n',
    'fix.yaml': `overlay: 1.0.0
info: { title: Fixes, version: '1' }
extends: parts/dog.yaml
actions:
  - target: $.Dog.properties.name
    update: { maxLength: 10 }
`,
  };
  const { document } = await loadOver(files, ['fix.yaml']);
  expect(plain(at(document, '/components/schemas/Dog/properties/name'))).toEqual({ type: 'string', maxLength: 10 });
  const { problems } = await loadOver({ ...files, 'fix.yaml': files['fix.yaml'].replace('dog.yaml', 'cat.yaml') }, [
    'fix.yaml',
  ]);
  expect(summary(problems)).toEqual(['error overlay-extends fix.yaml:3:1 /extends']);
});

describe('locations', () => {
  test('of what an overlay added are in the overlay, and others are unchanged', async () => {
    const { document } = await overlaid([
      `actions:
  - target: $.paths['/pets'].get.parameters[0]
    remove: true
  - target: $.paths['/pets'].get.parameters
    update: { name: sort, in: query, schema: { type: string } }
  - target: $.components.schemas.Pet.properties
    update: { size: { type: number } }`,
    ]);
    const placeOf = (pointer: string) => {
      const { file, line, pointer: written } = document?.locate(pointer) ?? {};
      return `${file}:${line} ${written}`;
    };
    expect(placeOf('/paths/~1pets/get/parameters/0/name')).toBe('api.yaml:12 /paths/~1pets/get/parameters/1/name');
    expect(placeOf('/paths/~1pets/get/parameters/1/schema')).toBe('overlay-0.yaml:7 /actions/1/update/schema');
    expect(placeOf('/components/schemas/Pet/properties/size/type')).toBe(
      'overlay-0.yaml:9 /actions/2/update/size/type',
    );
    expect(placeOf('/components/schemas/Pet/properties/born')).toBe(
      'api.yaml:25 /components/schemas/Pet/properties/born',
    );
  });

  test('of a fault that an overlay added are in the overlay', async () => {
    const { problems } = await overlaid([
      "actions:\n  - target: $.components.schemas.Pet.properties\n    update: { kind: { $ref: '#/components/schemas/Nothing' } }",
    ]);
    expect(summary(problems)).toEqual(['error ref-unresolved overlay-0.yaml:5:23 /actions/0/update/kind/$ref']);
  });
});

test('an optional action may match nothing', async () => {
  const { document, problems } = await overlaid([
    'actions:\n  - { target: $.paths.nothing, x-optional: true, remove: true }\n  - { target: $.info, x-optional: true, update: { title: Cats } }',
  ]);
  expect(problems).toEqual([]);
  expect(document?.root.info).toMatchObject({ title: 'Cats' });
});

describe('is rejected, at its location in the overlay:', () => {
  test.each([
    ['a target that matches nothing', '$.paths.nothing', 'remove: true', 'overlay-target-missing', '/actions/0/target'],
    ['a target that is no JSONPath', 'paths', 'remove: true', 'overlay-target-invalid', '/actions/0/target'],
    ['an update of a text', '$.info.title', 'update: { a: 1 }', 'overlay-target-unfit', '/actions/0/target'],
    ['an update of an object by a text', '$.info', 'update: text', 'overlay-target-unfit', '/actions/0/target'],
    ['the removal of everything', '$', 'remove: true', 'overlay-target-unfit', '/actions/0/target'],
    [
      'an option that is not a boolean',
      '$.info',
      'update: {}\n    x-optional: 1',
      'overlay-invalid',
      '/actions/0/x-optional',
    ],
    ['an unknown field', '$.info', 'update: {}\n    replace: 1', 'overlay-invalid', '/actions/0/replace'],
    ['a removal that is not a boolean', '$.info', 'remove: 1', 'overlay-invalid', '/actions/0/remove'],
  ])('%s', async (_, target, rest, code, pointer) => {
    const { problems } = await overlaid([`actions:\n  - target: ${target}\n    ${rest}`]);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => [problem.code, problem.file, problem.pointer])).toEqual([
      [code, 'overlay-0.yaml', pointer],
    ]);
  });

  test('another version, missing fields, and files that are not overlays are rejected', async () => {
    const other = { 'api.yaml': API, 'a.yaml': 'overlay: 2.0.0\ninfo: {}\nactions: []\n', 'b.yaml': '- 1\n' };
    const { problems } = await loadOver(other, ['a.yaml', 'b.yaml', 'c.yaml']);
    expect(problems.map(({ code, file, pointer }) => `${code} ${file} ${pointer}`)).toEqual([
      'overlay-version a.yaml /overlay',
      'overlay-invalid a.yaml /info',
      'overlay-invalid a.yaml /info',
      'overlay-invalid a.yaml /actions',
      'overlay-invalid b.yaml ',
      'source-missing c.yaml undefined',
    ]);
  });

  test('an action that does nothing causes a warning', async () => {
    const { document, problems } = await overlaid(['actions:\n  - target: $.info']);
    expect(document).toBeDefined();
    expect(summary(problems)).toEqual(['warning overlay-idle overlay-0.yaml:4:5 /actions/0']);
  });
});
