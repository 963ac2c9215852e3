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

  const out = (key: string, more = ''): string =>
    `${key}:\n          type: string\n          description: 'Of Tom & "#1"'\n${more}`.replaceAll("'", '');
  const longer = '          maxLength: 9\n';

  test.each<readonly [string, Schemas, readonly string[]]>([
    [
      'an alias of what has another value now is written out',
      pet({ ...ALL, id: { ...text(), maxLength: 9 } }),
      [out('id', longer), out('name')],
    ],
    [
      'an alias with another value now is written out',
      pet({ ...ALL, name: { ...text(), maxLength: 9 } }),
      ['id: &id {', out('name', longer)],
    ],
    ['an empty schema stays a schema', pet({ ...ALL, size: {} }), ['size: {}\n']],
  ])('%s', async (_, theirs, expected) => {
    const { text: after, notes } = await adopted(PET, theirs);
    for (const part of ['# What it is also called.', ...expected]) expect(after).toContain(part);
    expect(notes.filter((note) => note.startsWith('decide'))).toEqual([]);
  });

  test('an alias of a removed anchor is written out', async () => {
    const ours = PET.replace('description: \'Of Tom & "#1"\' }', "x-absent: '0' }").replace(
      'name: *id',
      'name: { items: *id }',
    );
    const { text: after } = await adopted(ours, pet({ name: { items: text() }, size: text() }));
    expect(after).not.toContain('id:');
    expect(after).toContain("name:\n          items: { type: string, x-absent: '0' }");
  });

  test('the same change of an anchor and its alias is made once', async () => {
    const ours = PET.replace('&id { type: string, description: \'Of Tom & "#1"\' }', '&id\n      type: string');
    const { text: after } = await adopted(ours, pet({ ...ALL, id: { type: 'integer' }, name: { type: 'integer' } }));
    expect(after).toContain('name: *id');
    expect(after).toContain('id: &id\n          type: integer');
  });
});
