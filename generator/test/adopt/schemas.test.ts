import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { adopt } from '../../src/adopt/adopt.js';
import { loadDescription } from '../../src/load/index.js';
import { buildModel } from '../../src/model/build.js';
import { getObject, type Json } from '../../src/schema/index.js';
import { folderOf } from '../load/temporary.js';
import { textsIn } from './lines.js';

type Schemas = { readonly [name: string]: object };

async function read(spec: string, cwd: string) {
  const { document } = await loadDescription(spec, { cwd, allowRefs: [] });
  return { document, model: buildModel(document).model };
}

/** A document with an operation that returns the first schema. */
const documentOf = (schemas: Schemas | string, version: string, first = 'Pet'): string => `openapi: 3.1.0
info: { title: Shop, version: '${version}' }
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/${first}' } } } }
components:
  schemas:
${(typeof schemas === 'string' ? schemas : stringify(schemas)).replace(/^(?=.)/gm, '    ')}`;

async function adopted(ours: Schemas | string, theirs: Schemas) {
  const cwd = await folderOf({ 'api.yaml': documentOf(ours, '1') });
  const vendor = await folderOf({ 'vendor.yaml': documentOf(theirs, '2', Object.keys(theirs)[0]) });
  const run = () =>
    adopt({
      spec: join(cwd, 'api.yaml'),
      readOurs: read,
      readTheirs: () => read('vendor.yaml', vendor),
      dryRun: false,
    });
  const { notes } = await run();
  const text = textsIn(cwd).get('api.yaml') ?? '';
  expect((await run()).written).toEqual([]);
  const { document } = await read('api.yaml', cwd);
  const schemas: Json = getObject(getObject(document.root, 'components'), 'schemas') ?? {};
  return { schemas, text, notes: notes.map(({ kind, text: note }) => `${kind}: ${note}`) };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, more: object = {}) => ({ type: 'object', ...more, properties });
const text = (description?: string) => ({ type: 'string', ...(description === undefined ? {} : { description }) });
const TODO = 'TODO';

describe('schemas written differently keep their texts:', () => {
  test.each<readonly [string, Schemas, Schemas, Schemas]>([
    [
      'a name for what was written out',
      { Pet: object({ home: object({ city: text('A city.') }, { description: 'Where.' }) }) },
      { Pet: object({ home: ref('Home') }), Home: object({ city: text(), zip: text() }) },
      {
        Pet: object({ home: { ...ref('Home'), description: 'Where.' } }),
        Home: object({ city: text('A city.'), zip: text(TODO) }, { description: 'Where.' }),
      },
    ],
    [
      'a name for what is written out and the same',
      { Pet: object({ home: object({ city: text('A city.') }, { description: 'Where.' }) }) },
      { Pet: object({ home: ref('Home') }), Home: object({ city: text() }) },
      { Pet: object({ home: object({ city: text('A city.') }, { description: 'Where.' }) }) },
    ],
    [
      'what only we have a name for',
      { Pet: object({ home: ref('Home') }), Home: object({ city: text('A city.') }) },
      { Pet: object({ home: object({ city: text(), zip: text() }) }) },
      { Pet: object({ home: ref('Home') }), Home: object({ city: text('A city.'), zip: text(TODO) }) },
    ],
    [
      'an object that is split into several',
      { Pet: object({ id: text('Its id.'), name: text('Its name.') }, { description: 'A pet.' }) },
      { Pet: { allOf: [ref('Base'), object({ name: text() }, { required: ['id'] })] }, Base: object({ id: text() }) },
      {
        Pet: { allOf: [ref('Base'), object({ name: text('Its name.') }, { required: ['id'] })], description: 'A pet.' },
        Base: object({ id: text('Its id.') }),
      },
    ],
    [
      'an object that is put together',
      { Pet: { allOf: [object({ id: text('Its id.') }), object({ name: text('Its name.') })], description: 'A pet.' } },
      { Pet: object({ id: text(), name: text() }) },
      { Pet: object({ id: text('Its id.'), name: text('Its name.') }, { description: 'A pet.' }) },
    ],
    [
      'a schema with another name, and one in it',
      {
        Pet: object({ home: { ...ref('Home'), description: 'Of the pet.' } }),
        Home: object({ street: ref('Street') }, { 'x-absent': 'keep' }),
        Street: object({ name: text('Of the street.') }, { 'x-absent': 'keep' }),
      },
      { Pet: object({ home: ref('Place') }), Place: object({ street: ref('Road') }), Road: object({ name: text() }) },
      {
        Pet: object({ home: { ...ref('Place'), description: 'Of the pet.' } }),
        Home: object({ street: ref('Street') }, { 'x-absent': 'keep' }),
        Street: object({ name: text('Of the street.') }, { 'x-absent': 'keep' }),
        Place: object({ street: ref('Road') }),
        Road: object({ name: text('Of the street.') }),
      },
    ],
    [
      'an object in place of another one has none of its texts',
      { Pet: object({ home: ref('Home') }), Home: object({ city: text('A city.') }, { description: 'Where.' }) },
      { Pet: object({ home: ref('Chip') }), Chip: object({ code: text(), maker: text() }) },
      {
        Pet: object({ home: ref('Chip') }),
        Home: object({ city: text('A city.') }, { description: 'Where.', 'x-absent': '2' }),
        Chip: object({ code: text(TODO), maker: text(TODO) }, { description: TODO }),
      },
    ],
    [
      'an allOf of one',
      { Pet: object({ home: ref('Home') }), Home: object({ city: text('A city.') }) },
      { Pet: object({ home: { allOf: [ref('Home')], title: 'H' } }), Home: object({ city: text(), zip: text() }) },
      { Pet: object({ home: ref('Home') }), Home: object({ city: text('A city.'), zip: text(TODO) }) },
    ],
    [
      'an object that becomes a list has no fields',
      { Pet: object({ home: object({ city: text('A city.') }, { description: 'Where.' }) }) },
      { Pet: object({ home: { type: 'array', items: text() } }) },
      { Pet: object({ home: { type: 'array', items: text(), description: 'Where.' } }) },
    ],
    [
      'a default',
      { Pet: object({ id: { ...text('Its id.'), default: 'a' }, size: text('Its size.') }) },
      { Pet: object({ id: text(), size: { ...text(), default: 'big' } }) },
      { Pet: object({ id: { ...text('Its id.'), default: 'a' }, size: { ...text('Its size.'), default: 'big' } }) },
    ],
  ])('%s', async (_, ours, theirs, expected) => {
    expect((await adopted(ours, theirs)).schemas).toEqual(expected);
  });
});

test('each changed field is noted', async () => {
  const home = object({ city: text() });
  const { notes } = await adopted(
    { Pet: object({ id: text(), size: text(), home }, { required: ['size'] }) },
    {
      Pet: object({ id: { ...text(), maxLength: 4 }, size: text(), home: object({ city: {} }) }, { required: ['id'] }),
    },
  );
  expect(notes).toEqual([
    'changed: Pet.id',
    'changed: Pet.home.city',
    'changed: Pet.id: required',
    'changed: Pet.size: required',
  ]);
});

describe('text', () => {
  const PET = `Pet:
  type: object
  properties:
    id: &id { type: string, description: 'Of Tom & "#1"' }
    # What it is also called.
    name: *id
    size:
      type: string
`;
  const pet = (properties: object): Schemas => ({ Pet: object(properties) });
  const ALL = { id: text(), name: text(), size: text() };

  test.each<readonly [string, Schemas]>([
    ['a part with an anchor', pet({ ...ALL, id: { ...text(), maxLength: 9 } })],
    ['an alias', pet({ ...ALL, name: { ...text(), maxLength: 9 } })],
  ])('%s is not changed, which is reported', async (_, theirs) => {
    const { text: after, notes } = await adopted(PET, theirs);
    for (const part of ['# What it is also called.', 'id: &id {', 'name: *id']) expect(after).toContain(part);
    expect(notes).toContainEqual(expect.stringMatching(/^decide: .* an anchor or an alias/));
  });

  test('an empty schema stays a schema', async () => {
    const { text: after, notes } = await adopted(PET, pet({ ...ALL, size: {} }));
    for (const part of ['# What it is also called.', 'size: {}\n']) expect(after).toContain(part);
    expect(notes.filter((note) => note.startsWith('decide'))).toEqual([]);
  });
});
