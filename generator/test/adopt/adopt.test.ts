import { lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { adopt } from '../../src/adopt/adopt.js';
import { adopt as adoptProject } from '../../src/generate/adopt.js';
import { loadDescription } from '../../src/load/index.js';
import { buildModel } from '../../src/model/build.js';
import { ProblemsError } from '../../src/problems/index.js';
import { folderOf, type Written } from '../load/temporary.js';
import { linesLost, textsIn } from './lines.js';
import type { Draft } from './vendor-sample.js';

const SHOP = `# The shop: pets and their owners.
openapi: 3.1.0
info: { title: Shop, version: '1' }

paths:
  /v1/pets: { $ref: pets.yaml#/paths/pets }
  /v1/pets/{id}: { $ref: pets.yaml#/paths/pet }

components:
  # Every schema.
  schemas:
    Error: { $ref: errors.yaml#/schemas/Error }
    Pet: { $ref: pets.yaml#/schemas/Pet }
`;

const PETS = `paths:
  pets:
    get:
      operationId: listPets
      tags: [Pets]
      summary: List pets
      description: All of them.   # not many
      parameters:
        - name: kind
          in: query
          description: Only this kind.
          schema: { type: string, enum: [cat, dog] }
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/schemas/Pet' } }
              examples:
                two:
                  # Both are real.
                  value:
                    - { name: Tom, legs: 4 }
                    - { name: Rex, legs: 3 }
        '400': { $ref: errors.yaml#/responses/Refused }

  # One of them.
  pet:
    get:
      operationId: getPet
      tags: [Pets]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: { $ref: '#/schemas/Pet' }
        '400': { $ref: errors.yaml#/responses/Refused }

schemas:
  Pet:
    type: object
    description: >-
      An animal, as it is
      on four legs.
    required: [name, legs]
    properties:
      # How many are left.
      legs:
        type: integer
        maximum: 4
        description: Its legs.

      name:
        type: string
        description: Its name.
`;

const ERRORS = `responses:
  Refused:
    description: No.
    content:
      application/json:
        schema: { $ref: '#/schemas/Error' }
schemas:
  Error:
    type: object
    description: What was wrong.
    properties: { code: { type: integer } }
`;

const FILES = { 'api.yaml': SHOP, 'pets.yaml': PETS, 'errors.yaml': ERRORS };

async function read(spec: string, cwd: string) {
  const { document } = await loadDescription(spec, { cwd, allowRefs: [] });
  return { document, model: buildModel(document).model };
}

/** Adopts a changed copy of a spec, as the vendor's document, into the spec. */
async function adopting(files: Written, change: (document: Draft) => void, version = '2') {
  const cwd = await folderOf(files);
  const [first = ''] = Object.keys(files);
  const { document } = await read(first, cwd);
  const theirs: Draft = JSON.parse(JSON.stringify(document.root));
  return { cwd, ...(await adopted(cwd, first, theirs, change, version)), theirs };
}

async function adopted(cwd: string, spec: string, theirs: Draft, change: (document: Draft) => void, version: string) {
  theirs.info.version = version;
  change(theirs);
  const vendor = await folderOf({ 'vendor.json': theirs });
  const before = textsIn(cwd);
  const run = (dryRun = false) =>
    adopt({
      spec: join(cwd, spec),
      readOurs: read,
      readTheirs: () => read('vendor.json', vendor),
      dryRun,
    });
  const preview = await run(true);
  expect(textsIn(cwd)).toEqual(before);
  const result = await run();
  expect(result.written).toEqual(preview.written);
  const after = textsIn(cwd);
  expect((await run()).written).toEqual([]);
  expect(textsIn(cwd)).toEqual(after);
  const notes = result.notes.map(({ kind, text }) => `${kind}: ${text}`);
  return { notes, lost: linesLost(before, after), added: linesLost(after, before), after };
}

const pet = ({ components }: Draft): Draft => components.schemas.Pet;
const list = ({ paths }: Draft): Draft => paths['/v1/pets'].get;

const PARAMETER = ['- name: id', 'in: path', 'required: true', 'description: TODO', 'schema: { type: string }'];

describe('adopts into the files, and keeps all other lines:', () => {
  test.each<readonly [string, (document: Draft) => void, readonly string[], readonly string[]]>([
    ['nothing', () => undefined, [], []],
    [
      'a new field, in the order of the others',
      (file) => {
        pet(file).properties.mood = { type: 'string', enum: ['good', 'bad'], description: 'Their text.' };
      },
      [],
      ['mood:', 'type: string', 'enum: [good, bad]', 'description: TODO', ''],
    ],
    [
      'a reference of a property that is called like a keyword for data',
      (file) => {
        pet(file).properties.default = { $ref: '#/components/schemas/Error' };
      },
      [],
      ['default:', '$ref: errors.yaml#/schemas/Error', 'description: TODO', ''],
    ],
    [
      'how a list is sent, where that is not the default',
      (file) => {
        list(file).parameters[0].explode = false;
      },
      [],
      ['explode: false'],
    ],
    [
      'nothing where how a list is sent is only written out',
      (file) => {
        list(file).parameters[0].explode = true;
      },
      [],
      [],
    ],
    [
      'where a parameter is sent',
      (file) => {
        list(file).parameters[0].in = 'header';
      },
      ['in: query'],
      ['in: header'],
    ],
    [
      'a changed and a removed bound',
      (file) => {
        pet(file).properties.legs = { type: 'integer', minimum: 0 };
      },
      ['maximum: 4'],
      ['minimum: 0'],
    ],
    [
      'a value more and one less of a list',
      (file) => {
        list(file).parameters[0].schema.enum = ['dog', 'bird'];
      },
      ['schema: { type: string, enum: [cat, dog] }'],
      ['schema: { type: string, enum: [dog, bird] }'],
    ],
    [
      'a parameter',
      (file) =>
        void list(file).parameters.push({ name: 'page', in: 'query', required: true, schema: { type: 'integer' } }),
      [],
      ['- name: page', 'in: query', 'required: true', 'description: TODO', 'schema: { type: integer }'],
    ],
    [
      'a required field, with the examples that lack it',
      (file) => {
        pet(file).properties.old = { type: 'boolean' };
        pet(file).required.push('old');
      },
      ['- { name: Tom, legs: 4 }', '- { name: Rex, legs: 3 }', 'required: [name, legs]'],
      [
        '- { name: Tom, legs: 4, old: true }',
        '- { name: Rex, legs: 3, old: true }',
        'required: [name, legs, old]',
        'old:',
        'type: boolean',
        'description: TODO',
        '',
      ],
    ],
    [
      'a schema that a field refers to, listed where all are',
      (file) => {
        file.components.schemas.Home = { type: 'object', properties: { pet: { $ref: '#/components/schemas/Pet' } } };
        pet(file).properties.home = { $ref: '#/components/schemas/Home' };
      },
      [],
      [
        'Home: { $ref: pets.yaml#/schemas/Home }',
        'home:',
        "$ref: '#/schemas/Home'",
        'description: TODO',
        '',
        'Home:',
        'type: object',
        'description: TODO',
        'properties:',
        'pet:',
        "$ref: '#/schemas/Pet'",
        'description: TODO',
      ],
    ],
    [
      'an operation of a path that is there',
      (file) => {
        const { parameters, responses } = file.paths['/v1/pets/{id}'].get;
        file.paths['/v1/pets/{id}'].delete = { operationId: 'deletePet', tags: ['x'], parameters, responses };
      },
      [],
      [
        'delete:',
        'operationId: deletePet',
        'tags: [Pets]',
        'summary: TODO',
        'description: TODO',
        'parameters:',
        ...PARAMETER,
        'responses:',
        "'200':",
        'description: TODO',
        'content:',
        'application/json:',
        "schema: { $ref: '#/schemas/Pet' }",
        "'400': { $ref: errors.yaml#/responses/Refused }",
      ],
    ],
    [
      'a path beside those it belongs to',
      (file) => {
        const responses = { 204: { description: 'Done' } };
        const { parameters } = file.paths['/v1/pets/{id}'].get;
        file.paths['/v1/pets/{id}/feed'] = { post: { operationId: 'feedPet', parameters, responses } };
      },
      [],
      [
        '/v1/pets/{id}/feed: { $ref: pets.yaml#/paths/id-feed }',
        '',
        'id-feed:',
        'post:',
        'operationId: feedPet',
        'tags: [Pets]',
        'summary: TODO',
        'description: TODO',
        'parameters:',
        ...PARAMETER,
        'responses:',
        "'204':",
        'description: TODO',
      ],
    ],
    [
      'an operation under another path, at which only the path changes',
      (file) => {
        const { '/v1/pets/{id}': item, ...paths } = file.paths;
        item.get.parameters[0].name = 'pet';
        file.paths = { ...paths, '/v1/animals/{pet}': item };
      },
      [
        '/v1/pets/{id}: { $ref: pets.yaml#/paths/pet }',
        '- { name: id, in: path, required: true, schema: { type: string } }',
      ],
      [
        '/v1/animals/{pet}: { $ref: pets.yaml#/paths/pet }',
        '- { name: pet, in: path, required: true, schema: { type: string } }',
      ],
    ],
    [
      'a name of an operation, and that it is deprecated',
      (file) => Object.assign(list(file), { operationId: 'queryPets', deprecated: true }),
      ['operationId: listPets'],
      ['operationId: queryPets', 'deprecated: true'],
    ],
    [
      'the type of a field',
      (file) => {
        pet(file).properties.name = { type: 'array', items: { type: 'string' } };
      },
      ['- { name: Tom, legs: 4 }', '- { name: Rex, legs: 3 }', 'type: string'],
      ['- { name: [], legs: 4 }', '- { name: [], legs: 3 }', 'type: array', 'items: { type: string }'],
    ],
  ])('%s', async (_, change, lost, added) => {
    const result = await adopting(FILES, change);
    const lines = (texts: readonly string[]) => texts.map((text) => text.replace(/^\w+\.yaml: /, ''));
    expect(lines(result.lost).sort()).toEqual([...lost].sort());
    expect(lines(result.added).sort()).toEqual([...added].sort());
  });
});

describe("a part that the vendor's file lacks", () => {
  const without = (file: Draft): void => {
    delete pet(file).properties.legs;
    pet(file).required = ['name'];
  };

  test('is kept and marked, removed with the next version that lacks it, and unmarked when it is back', async () => {
    const { cwd, theirs, ...first } = await adopting(FILES, without);
    expect(first.notes).toEqual(['kept: Pet.legs is in the spec, but not in 2']);
    expect(first.added).toEqual(["pets.yaml: x-absent: '2'"]);
    expect(first.lost).toEqual([]);
    const next = await adopted(cwd, 'api.yaml', JSON.parse(JSON.stringify(theirs)), () => undefined, '3');
    expect(next.notes).toEqual(['removed: Pet.legs, absent since 2']);
    expect(next.after.get('pets.yaml')).toContain('    properties:\n      # How many are left.\n      name:\n');
    const again = await adopting({ ...FILES, 'pets.yaml': first.after.get('pets.yaml') ?? '' }, ({ components }) => {
      delete components.schemas.Pet.properties.legs['x-absent'];
    });
    expect(again.lost).toEqual(["pets.yaml: x-absent: '2'"]);
  });

  test('is marked with a version that is a number', async () => {
    const { notes } = await adopting(FILES, (file) => {
      file.info.version = 3;
      delete pet(file).properties.name;
    });
    expect(notes).toContain('kept: Pet.name is in the spec, but not in 3');
  });

  test('stays if it is marked with keep', async () => {
    const kept = PETS.replace('        maximum: 4\n', '        maximum: 4\n        x-absent: keep\n');
    expect((await adopting({ ...FILES, 'pets.yaml': kept }, without)).lost).toEqual([]);
  });

  test('is noted as a possible rename of a new field', async () => {
    const { notes } = await adopting(FILES, (file) => {
      without(file);
      pet(file).properties.leg_s = { type: 'integer', maximum: 4 };
    });
    expect(notes).toContain(
      'decide: Pet.legs may have been renamed to leg_s: if so, move its text there and remove it.',
    );
  });

  test('may be an operation with the parts that only it uses', async () => {
    const { notes, added, cwd, theirs } = await adopting(FILES, (file) => {
      file.gone = file.paths['/v1/pets/{id}'];
      delete file.paths['/v1/pets/{id}'];
    });
    const back = await adopted(
      cwd,
      'api.yaml',
      theirs,
      (file) => {
        file.paths['/v1/pets/{id}'] = file.gone;
      },
      '3',
    );
    expect(back.lost).toEqual(["pets.yaml: x-absent: '2'"]);
    expect(notes).toEqual(['kept: getPet is in the spec, but not in 2']);
    expect(added).toEqual(["pets.yaml: x-absent: '2'"]);
  });
});

describe('a removed part', () => {
  const OWNERS = `paths:
  owners:
    get:
      operationId: listOwners
      x-absent: '0'
      responses: { '204': { description: None. } }
schemas:
  Owner: { type: object, x-absent: '0', properties: { name: { type: string } } }
`;
  const files = {
    ...FILES,
    'api.yaml': `${SHOP.replace('/v1/pets:', '/v1/owners: { $ref: owners.yaml#/paths/owners }\n  /v1/pets:')}    Owner: { $ref: owners.yaml#/schemas/Owner }\n`,
    'owners.yaml': OWNERS,
    'pets.yaml': PETS.replace('- name: kind', '- required: true\n          name: kind').replace(
      'name: id, in: path',
      "name: more, in: query, x-absent: '0', schema: {} }\n        - { name: id, in: path",
    ),
  };

  test('removes a file that becomes empty, and the first entry of a list', async () => {
    const { after, lost } = await adopting(files, (file) => {
      delete file.paths['/v1/owners'];
      delete file.components.schemas.Owner;
      delete list(file).parameters[0].required;
      file.paths['/v1/pets/{id}'].get.parameters.shift();
    });
    expect([...after.keys()].filter((path) => path !== 'vendor.json')).toEqual([
      'api.yaml',
      'errors.yaml',
      'pets.yaml',
    ]);
    expect(after.get('api.yaml')).not.toMatch(/Owner|v1.owners/);
    expect(after.get('pets.yaml')).toContain('      parameters:\n        - name: kind\n');
    expect(after.get('pets.yaml')).toContain('      parameters:\n        - { name: id,');
    expect(lost.filter((line) => line.startsWith('pets.yaml'))).toHaveLength(3);
  });

  test('may be the only entry of a list', async () => {
    const only = PETS.replace('          in: query\n', "          in: query\n          x-absent: '0'\n");
    const { after } = await adopting({ ...FILES, 'pets.yaml': only }, (file) => {
      delete list(file).parameters;
    });
    expect(after.get('pets.yaml')).toContain('      parameters: []\n');
  });
});

test('one of two operations of a path moves with its texts and examples', async () => {
  const both = PETS.replace(
    '  # One of them.',
    '    post: { operationId: addPet, responses: { "204": { description: Done. } } }\n\n  # One of them.',
  );
  const { after, notes } = await adopting({ ...FILES, 'pets.yaml': both }, (file) => {
    file.paths['/v1/pets/all'] = { get: { ...list(file), deprecated: true } };
    delete file.paths['/v1/pets'].get;
  });
  expect(notes).toEqual([
    'changed: listPets is at GET /v1/pets/all, was at GET /v1/pets',
    'changed: listPets is deprecated',
  ]);
  for (const text of ['description: Only this kind.', 'name: Rex', 'summary: List pets', 'deprecated: true'])
    expect([...after.values()].join('')).toContain(text);
});

test('an operation with another method keeps its lines', async () => {
  const { lost, added, notes } = await adopting(FILES, (file) => {
    const { get } = file.paths['/v1/pets'];
    file.paths['/v1/pets'] = { put: { ...get, parameters: [] } };
  });
  expect(notes).toEqual([
    'changed: listPets is at PUT /v1/pets, was at GET /v1/pets',
    'kept: listPets.kind is in the spec, but not in 2',
  ]);
  expect([lost, added]).toEqual([['pets.yaml: get:'], ['pets.yaml: put:', "pets.yaml: x-absent: '2'"]]);
});

test('a success with another status keeps its lines', async () => {
  const { lost, added, notes } = await adopting(FILES, (file) => {
    const { 200: reply, ...errors } = list(file).responses;
    list(file).responses = { 201: reply, ...errors };
  });
  expect(notes).toEqual(['changed: listPets succeeds with 201, was 200']);
  expect([lost, added]).toEqual([["pets.yaml: '200':"], ["pets.yaml: '201':"]]);
});

test('a success that has no body anymore has no content', async () => {
  const { notes, after } = await adopting(FILES, (file) => {
    const { 200: _, ...others } = list(file).responses;
    list(file).responses = { 204: { description: 'Nothing.' }, ...others };
  });
  expect(notes).toEqual(['changed: listPets succeeds with 204, was 200']);
  expect(after.get('pets.yaml')).toContain("'204':\n          description: The pets.\n        '400'");
});

test('an operation with another name and path, whose errors the vendor writes out, may have been renamed', async () => {
  const { notes } = await adopting(FILES, ({ paths, components }) => {
    const { get } = paths['/v1/pets/{id}'];
    delete paths['/v1/pets/{id}'];
    const responses = { ...get.responses, 400: components.responses.Refused };
    paths['/v1/animals/{id}'] = { get: { ...get, responses, operationId: 'getPets' } };
  });
  expect(notes).toContain(
    'decide: The operation.getPet may have been renamed to getPets: if so, move its text there and remove it.',
  );
});

test('headers of responses are adopted, and those only in our spec stay', async () => {
  const own = PETS.replace(
    '          description: The pet.\n',
    '          description: The pet.\n          headers: { X-Age: {} }\n',
  );
  const { added, lost } = await adopting({ ...FILES, 'pets.yaml': own }, (file) => {
    list(file).responses[200].headers = { 'X-Total': { required: true, schema: { type: 'integer' } } };
    delete file.paths['/v1/pets/{id}'].get.responses[200].headers;
  });
  expect(lost).toEqual([]);
  expect(added.map((line) => line.replace('pets.yaml: ', ''))).toEqual([
    'headers:',
    'X-Total:',
    'required: true',
    'description: TODO',
    'schema: { type: integer }',
  ]);
});

test('operations of the vendor with one operationId keep their names, which is to decide', async () => {
  const { notes, lost } = await adopting(FILES, (file) => {
    file.paths['/v1/pets/{id}'].get.operationId = 'listPets';
  });
  expect(lost).toEqual([]);
  expect(notes).toEqual([
    "decide: The operationId listPets of GET /v1/pets is not unique in the vendor's file: correct it in the overlay of that file.",
    "decide: The operationId listPets of GET /v1/pets/{id} is not unique in the vendor's file: correct it in the overlay of that file.",
  ]);
});

test('an unused schema is kept for a version, and the examples are repaired', async () => {
  const { after, notes, cwd, theirs } = await adopting(FILES, (file) => {
    const cat = { type: 'object', required: ['claws'], properties: { claws: { type: 'integer' } } };
    list(file).responses[200].content['application/json'].schema.items = cat;
    file.paths['/v1/pets/{id}'].get.responses[200].content['application/json'].schema = cat;
  });
  expect(notes).toContain('kept: Pet is in the spec, but not in 2');
  expect(after.get('pets.yaml')).toContain('Its legs.');
  expect(after.get('pets.yaml')).toMatch(/claws: \d/);
  const next = await adopted(cwd, 'api.yaml', theirs, () => undefined, '3');
  expect(next.notes).toEqual(['removed: Pet, absent since 2']);
  expect(next.after.get('pets.yaml')).not.toContain('Its legs.');
});

test('operations without an operationId are matched by path and method', async () => {
  const bare = PETS.replace('      operationId: listPets\n', '').replace('      operationId: getPet\n', '');
  const { lost, notes } = await adopting({ ...FILES, 'pets.yaml': bare }, (file) => {
    file.paths['/v1/more'] = { get: { responses: { 204: { description: 'None' } } } };
    delete file.paths['/v1/pets'];
    delete file.paths['/v1/pets/{id}'];
  });
  expect(lost).toEqual([]);
  expect(notes).toEqual([
    'added: GET /v1/more: GET /v1/more',
    'kept: GET /v1/pets is in the spec, but not in 2',
    'kept: GET /v1/pets/{id} is in the spec, but not in 2',
    'kept: Pet is in the spec, but not in 2',
  ]);
});

test('a parameter shared by all operations of a path is changed once', async () => {
  const shared = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /pets/{id}:
    parameters:
      - name: id
        in: path
        required: true
        schema:
          type: string
    get:
      operationId: getPet
      responses:
        '204': { description: None. }
    delete: { operationId: deletePet, responses: { '204': { description: None. } } }
`;
  const { lost, after } = await adopting({ 'api.yaml': shared }, (file) => {
    const { get, delete: other } = file.paths['/pets/{id}'];
    for (const { parameters } of [get, other]) parameters[0].schema.maxLength = 9;
    const schema = { $ref: '#/components/schemas/Pet' };
    get.responses[200] = { description: 'It.', content: { 'application/json': { schema } } };
    file.components = { schemas: { Pet: { type: 'object' } } };
  });
  expect(lost).toEqual([]);
  expect(after.get('api.yaml')?.match(/maxLength: 9/g)).toHaveLength(1);
  // The file had no section for it.
  expect(after.get('api.yaml')).toContain(
    '\ncomponents:\n  schemas:\n    Pet:\n      type: object\n      description: TODO\n',
  );
});

test('a renamed schema keeps the texts of the old one', async () => {
  const { added, notes } = await adopting(FILES, (file) => {
    const { Pet, ...schemas } = file.components.schemas;
    const text = JSON.stringify({ ...file, components: { ...file.components, schemas: { ...schemas, Animal: Pet } } });
    Object.assign(file, JSON.parse(text.replaceAll('#/components/schemas/Pet', '#/components/schemas/Animal')));
  });
  expect(added).toContain('pets.yaml: description: Its legs.');
  expect(notes).toContain('added: Animal, in place of Pet, whose texts are copied');
});

describe('a spec of one file', () => {
  const whole = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      responses: { '200': { description: Pets., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
components:
  schemas:
    Pet: # an animal
      type: object
      properties:
        name: &text { type: string }
        call: *text
`;
  const change = (file: Draft): void => {
    pet(file).properties.age = { type: 'integer' };
    file.paths['/owners'] = { get: { operationId: 'listOwners', responses: { 204: { description: 'None' } } } };
  };

  test('gets new paths and schemas in this file', async () => {
    const { lost, added, after } = await adopting({ 'api.yaml': whole }, change);
    expect(lost).toEqual([]);
    expect(added).toHaveLength(11);
    expect(after.get('api.yaml')).toContain(`  /owners:
    get:
      operationId: listOwners
      summary: TODO
      description: TODO
      responses:
        '204':
          description: TODO
`);
  });

  test('in JSON stays JSON with its indentation', async () => {
    const { cwd } = await adopting({ 'api.yaml': whole }, () => undefined);
    const { document } = await read('api.yaml', cwd);
    const text = `${JSON.stringify(document.root, null, 4)}\n`;
    const { lost, after } = await adopting({ 'api.json': text }, change);
    expect(lost.every((line) => line.endsWith('}') || line.endsWith(']'))).toBe(true);
    expect(after.get('api.json')).toContain(
      '\n                    "age": {\n                        "type": "integer",',
    );
  });

  test('with CRLF line breaks keeps them', async () => {
    const { lost, after } = await adopting({ 'api.yaml': whole.replaceAll('\n', '\r\n') }, change);
    expect(lost).toEqual([]);
    expect(after.get('api.yaml')?.replaceAll('\r\n', '')).not.toContain('\n');
  });

  const remark = whole.replace('call: *text', 'call: { type: string, # a remark\n          }');

  test('is not changed where a YAML comment would be lost, which is reported', async () => {
    const { notes, lost } = await adopting({ 'api.yaml': remark }, (file) => {
      pet(file).properties.call = { type: 'string', maxLength: 5 };
    });
    expect(lost).toEqual([]);
    expect(notes.find((note) => note.startsWith('decide'))).toContain('a comment would be lost');
  });

  test('has its examples repaired nevertheless', async () => {
    const example = "schema: { $ref: '#/components/schemas/Pet' }, example: { name: Tom }";
    const file = remark.replace("schema: { $ref: '#/components/schemas/Pet' }", example);
    const { notes, after } = await adopting({ 'api.yaml': file }, (theirs) => {
      pet(theirs).properties.call = { type: 'string', maxLength: 5 };
      pet(theirs).properties.age = { type: 'integer' };
      pet(theirs).required = ['age'];
    });
    expect(notes.some((note) => note.includes('no longer matched its schema'))).toBe(true);
    expect(after.get('api.yaml')).toContain('example: { name: Tom, age: ');
  });
});

test('if only some of the operations that share a response change it, they get their own', async () => {
  const schema = { type: 'object', required: ['why'], properties: { why: { type: 'string' } } };
  const change = (file: Draft) => {
    list(file).responses['400'] = { description: 'Other.', content: { 'application/json': { schema } } };
  };
  const { notes, lost, added, after } = await adopting(FILES, change);
  expect(notes).toEqual(['added: listPets.why']);
  expect(lost).toEqual(["pets.yaml: '400': { $ref: errors.yaml#/responses/Refused }"]);
  expect(added.filter((line) => !line.startsWith('pets.yaml: '))).toEqual([]);
  expect(after.get('pets.yaml')).toContain("'400':\n          description: No.\n");
});

test('a response shared by all operations is noted once when all change it', async () => {
  const { notes, lost } = await adopting(FILES, ({ paths, components }) => {
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
    components.schemas.Error.properties.code.maximum = 9;
    for (const path of ['/v1/pets', '/v1/pets/{id}']) {
      paths[path].get.responses['400'] = { description: 'No.', content: { ...content, 'text/plain': {} } };
    }
  });
  expect(notes).toEqual(['added: Refused text/plain', 'changed: Error.code']);
  expect(lost).toEqual(['errors.yaml: properties: { code: { type: integer } }']);
});

test('an operation no longer refers to a shared response that the vendor lacks', async () => {
  const { notes, lost } = await adopting(FILES, (file) => {
    delete list(file).responses['400'];
  });
  expect(notes).toEqual(['removed: listPets 400']);
  expect(lost).toEqual(["pets.yaml: '400': { $ref: errors.yaml#/responses/Refused }"]);
});

test('an extension of ours that no longer fits is removed, which is to decide', async () => {
  const page = { type: 'object', properties: { pets: { type: 'array', items: { type: 'string' } } } };
  const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } };
  const responses = { 200: { description: 'ok', content: { 'application/json': { schema: page } } } };
  const pagination = { items: 'pets', offset: 'offset', limit: 'limit' };
  const operation = { operationId: 'listPets', parameters: [limit, { ...limit, name: 'offset' }], responses };
  const ours = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: { '/a': { get: operation } } };
  const theirs: Draft = JSON.parse(JSON.stringify(ours));
  theirs.paths['/a'].get.responses[200].content['application/json'].schema.properties.pets = { type: 'string' };
  const cwd = await folderOf({
    'package.json': { sdkgen: { spec: 'api.json' } },
    'api.json': { ...ours, paths: { '/a': { get: { ...operation, 'x-pagination': pagination } } } },
    'vendor.json': theirs,
  });
  const { notes } = await adoptProject('vendor.json', { cwd, flags: {}, dryRun: false });
  expect(notes.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'changed: listPets.pets',
    expect.stringContaining(
      'decide: #/paths/~1a/get/x-pagination no longer fits and was removed: write a new one. "pets" is',
    ),
  ]);
  expect(readFileSync(join(cwd, 'api.json'), 'utf8')).not.toContain('x-pagination');
});

describe('a file', () => {
  const reads = { get: { operationId: 'readMore', responses: { 204: { description: 'None' } } } };

  test('keeps an entry whose key a new path would get, and two new paths get different keys', async () => {
    const files = { ...FILES, 'pets.yaml': PETS.replace('\nschemas:', '  id-a-b: {}\n\nschemas:') };
    const { after, lost } = await adopting(files, ({ paths }) => {
      paths['/v1/pets/{id}/a-b'] = reads;
      paths['/v1/pets/{id}/a_b'] = { get: { ...reads.get, operationId: 'readPet' } };
    });
    expect(lost).toEqual([]);
    const references = after.get('api.yaml')?.match(/id-a-b\S*/g);
    expect(references).toEqual(['id-a-b-2', 'id-a-b-3']);
  });

  test('without the section of a new path gets it at its end', async () => {
    const { after, lost } = await adopting(FILES, ({ paths }) => {
      paths['/errors/all'] = reads;
    });
    expect(lost).toEqual([]);
    expect(after.get('errors.yaml')).toContain('properties: { code: { type: integer } }\n\npaths:\n');
  });

  test('that is not part of the spec is not overwritten', async () => {
    const run = adopting({ ...FILES, 'owners.yaml': 'mine: true\n' }, ({ paths }) => {
      paths['/owners/all'] = reads;
    });
    const failure = await run.catch((error: unknown) => error);
    expect(failure instanceof ProblemsError && failure.problems[0]?.code).toBe('adopt-file');
  });

  test('behind a symbolic link is edited, except in a dry run', async () => {
    const cwd = await folderOf({ ...FILES, 'real.yaml': PETS });
    rmSync(join(cwd, 'pets.yaml'));
    symlinkSync('real.yaml', join(cwd, 'pets.yaml'));
    const { document } = await read('api.yaml', cwd);
    const theirs: Draft = JSON.parse(JSON.stringify(document.root));
    const change = (file: Draft): void => {
      pet(file).properties.age = { type: 'integer' };
    };
    const { after } = await adopted(cwd, 'api.yaml', theirs, change, '2');
    expect(after.get('real.yaml')).toContain('age:');
    expect(lstatSync(join(cwd, 'pets.yaml')).isSymbolicLink()).toBe(true);
  });

  test('at a URL, and one of an overlay, is not edited', async () => {
    const url = adopt({
      spec: 'https://localhost/a.yaml',
      readOurs: read,
      readTheirs: () => read('', ''),
      dryRun: true,
    });
    await expect(url).rejects.toThrow('is not a local file');
    const cwd = await folderOf(FILES);
    const { document } = await read('api.yaml', cwd);
    const theirs: Draft = JSON.parse(JSON.stringify(document.root));
    pet(theirs).properties.age = { type: 'integer' };
    const vendor = await folderOf({ 'vendor.json': theirs });
    const before = textsIn(cwd);
    const { notes } = await adopt({
      spec: join(cwd, 'api.yaml'),
      overlays: [join(cwd, 'pets.yaml')],
      readOurs: read,
      readTheirs: () => read('vendor.json', vendor),
      dryRun: false,
    });
    expect(textsIn(cwd)).toEqual(before);
    expect(notes.some(({ kind, text }) => kind === 'decide' && text.endsWith('it is from an overlay.'))).toBe(true);
  });
});

test('a spec with overlays of its files, and with files of another folder', async () => {
  const cwd = await folderOf({
    'package.json': { sdkgen: { spec: 'spec/api.yaml', overlays: ['spec/more.yaml'], allowRefs: ['shared'] } },
    'spec/api.yaml': SHOP.replace('errors.yaml', '../shared/errors.yaml'),
    'spec/pets.yaml': PETS.replaceAll('errors.yaml', '../shared/errors.yaml'),
    'spec/more.yaml': `overlay: 1.0.0
info: { title: Texts, version: '1' }
extends: pets.yaml
actions:
  - target: $.schemas.Pet.properties.name
    update: { title: Name }
`,
    'shared/errors.yaml': ERRORS,
  });
  const { document } = await loadDescription('spec/api.yaml', { cwd, allowRefs: [join(cwd, 'shared')] });
  const theirs: Draft = JSON.parse(JSON.stringify(document.root));
  theirs.components.schemas.Error.properties.text = { type: 'string' };
  pet(theirs).properties.name.maxLength = 9;
  writeFileSync(join(cwd, 'vendor.json'), JSON.stringify(theirs));
  const { written, notes } = await adoptProject('vendor.json', { cwd, flags: {}, dryRun: false });
  expect(notes.map(({ text }) => text)).toEqual(['Error.text', 'Pet.name']);
  expect(written).toEqual([join(cwd, 'shared/errors.yaml'), join(cwd, 'spec/pets.yaml')]);
});

test('an operation that may respond with a stream is adopted as one', async () => {
  const operation = { operationId: 'ask', responses: { 200: { description: 'ok', content: {} } } };
  const theirs = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: { '/a': { get: operation } } };
  const cwd = await folderOf({
    'package.json': { sdkgen: { spec: 'api.json', scope: '@acme', name: 'a' } },
    'api.json': { ...theirs, paths: {} },
  });
  const text = { schema: { type: 'string' } };
  operation.responses[200].content = { 'application/json': text, 'text/event-stream': text };
  writeFileSync(join(cwd, 'vendor.json'), JSON.stringify(theirs));
  await adoptProject('vendor.json', { cwd, flags: {}, dryRun: false });
  const { paths } = JSON.parse(readFileSync(join(cwd, 'api.json'), 'utf8'));
  expect(Object.keys(paths)).toEqual(['/a']);
  expect(paths['/a'].get.responses[200].content).toEqual(operation.responses[200].content);
});

test('the credentials of operations are adopted under our names', async () => {
  const scheme = (name: string) =>
    `  securitySchemes:\n    ${name}: { type: apiKey, in: header, name: X-Key, description: Ours. }\n`;
  const ours = `${SHOP}${scheme('key')}security: [{ key: [] }]\n`;
  const { after, notes } = await adopting({ ...FILES, 'api.yaml': ours }, (file) => {
    file.components.securitySchemes = { ApiKey: { type: 'apiKey', in: 'header', name: 'x-key' } };
    file.security = [{ ApiKey: [] }];
    list(file).security = [];
    file.paths['/v1/pets/{id}'].get.security = [{ ApiKey: [] }];
  });
  expect(notes).toEqual(['changed: the credentials of listPets']);
  expect(after.get('pets.yaml')?.match(/security: .*/g)).toEqual(['security: []']);
});

test("a spec of OpenAPI 3.0, and a vendor's file with errors, change nothing", async () => {
  const old = SHOP.replace('3.1.0', '3.0.3');
  const failure = await adopting({ ...FILES, 'api.yaml': old }, () => undefined).catch((error: unknown) => error);
  expect(failure instanceof ProblemsError && failure.problems[0]?.code).toBe('adopt-version');
  const cwd = await folderOf(FILES);
  const before = textsIn(cwd);
  writeFileSync(join(cwd, 'vendor.json'), '{ "openapi": "3.1.0", "paths": { "/a": { "$ref": "#/nothing" } } }');
  const run = adopt({
    spec: join(cwd, 'api.yaml'),
    readOurs: read,
    readTheirs: () => read('vendor.json', cwd),
    dryRun: false,
  });
  await expect(run).rejects.toThrow(ProblemsError);
  expect(textsIn(cwd)).toEqual(new Map([...before, ...[...textsIn(cwd)].filter(([path]) => path === 'vendor.json')]));
});
