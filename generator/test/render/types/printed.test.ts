import { beforeAll, describe, expect, test } from '@jest/globals';
import { declarationOf, errorsIn, printTypes } from './print.js';

interface Row {
  readonly about: string;
  readonly openapi?: '3.0.3' | '3.1.0';
  readonly schemas: object;
  /** The types, each on one line. */
  readonly want: { readonly [name: string]: string };
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const object = (properties: object, ...required: string[]): object => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});
const extend = (name: string, properties: object): object => ({ allOf: [ref(name), object(properties)] });

const families: readonly Row[] = [
  {
    about: 'a base with a oneOf of what extends it, in 3.0 and nullable',
    openapi: '3.0.3',
    schemas: {
      Pet: {
        ...object({ kind: text, name: text }),
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
      },
      Cat: extend('Pet', { lives: { type: 'integer' } }),
      Dog: extend('Pet', { tricks: { type: 'integer' } }),
      Owner: object({ pet: { nullable: true, allOf: [ref('Pet')] } }),
    },
    want: {
      Pet: 'Pet = Cat | Dog;',
      PetBase: 'PetBase { kind?: string; name?: string; }',
      Dog: 'Dog = PetBase & { tricks?: number; } & { kind?: "dog"; };',
      Owner: 'Owner { pet?: Pet | null; }',
    },
  },
  {
    about: 'families in families',
    schemas: {
      Puppy: extend('Dog', { age: { type: 'integer' } }),
      Dog: { ...extend('Pet', { breed: text }), discriminator: { propertyName: 'kind' } },
      Fish: extend('Pet', { fins: { type: 'integer' } }),
      Pet: { ...object({ kind: text }, 'kind'), discriminator: { propertyName: 'kind' } },
    },
    want: {
      Pet: 'Pet = Puppy | (Dog & { kind: "Dog"; }) | Fish;',
      Dog: 'Dog = Puppy | (DogBase & { kind: "Dog"; });',
      Puppy: 'Puppy = DogBase & { age?: number; } & { kind: "Puppy"; };',
    },
  },
  {
    about: 'values of the base that no member has are its own',
    schemas: {
      Pet: { ...object({ kind: { enum: ['dog', 'other', 'odd'] } }, 'kind'), discriminator: { propertyName: 'kind' } },
      Dog: { allOf: [ref('Pet'), object({ kind: { const: 'dog' }, barks: { type: 'boolean' } })] },
    },
    want: { Pet: 'Pet = Dog | (PetBase & { kind: "other" | "odd"; });' },
  },
  {
    about: 'what a discriminator maps counts without allOf too',
    schemas: {
      Pet: {
        ...object({ kind: text, id: text }, 'kind'),
        discriminator: {
          propertyName: 'kind',
          mapping: { dog: '#/components/schemas/Dog', eel: '#/components/schemas/Eel' },
        },
      },
      Dog: extend('Pet', { barks: { type: 'boolean' } }),
      Eel: object({ length: { type: 'number' } }),
    },
    want: { Pet: 'Pet = PetBase & (Dog | (Eel & { kind: "eel"; }));' },
  },
  {
    about: 'a mapping that leads nowhere says nothing of the branches',
    schemas: {
      Either: { oneOf: [ref('A')], discriminator: { propertyName: 'type', mapping: { a: 'models/a.yml' } } },
      A: object({ type: text }, 'type'),
    },
    want: { Either: 'Either = A;' },
  },
  {
    about: 'schemas that are each other',
    schemas: { Value: { oneOf: [text, ref('Other')] }, Other: { anyOf: [{ type: 'integer' }, ref('Value')] } },
    want: { Value: 'Value = string | Other;', Other: 'Other = number;' },
  },
  {
    about: 'anchors and dynamic references',
    schemas: {
      List: object({ items: { type: 'array', items: { $dynamicRef: '#node' } }, other: { $ref: '#plain' } }),
      Node: { $dynamicAnchor: 'node', ...object({ name: text }) },
      Plain: { $anchor: 'plain', ...object({ id: text }) },
    },
    want: { List: 'List { items?: Node[]; other?: Plain; }' },
  },
  {
    about: 'a base with a discriminator is the union of what extends it',
    schemas: {
      Pet: {
        ...object({ kind: text }, 'kind'),
        discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog' } },
      },
      Dog: extend('Pet', { barks: { type: 'boolean' } }),
      Cat: extend('Pet', { lives: { type: 'integer' } }),
    },
    want: {
      Pet: 'Pet = Dog | Cat;',
      PetBase: 'PetBase { kind: string; }',
      Dog: 'Dog = PetBase & { barks?: boolean; } & { kind: "dog"; };',
      Cat: 'Cat = PetBase & { lives?: number; } & { kind: "Cat"; };',
    },
  },
];

describe('schemas as types', () => {
  const rows = [...families];
  const printed = new Map<string, string>();

  beforeAll(async () => {
    for (const { about, openapi = '3.1.0', schemas } of rows) {
      printed.set(about, (await printTypes(openapi, schemas)).get('src/schemas.ts') ?? '');
    }
  });

  test.each(rows)('$about', ({ about, want }) => {
    const names = Object.keys(want);
    expect(Object.fromEntries(names.map((name) => [name, declarationOf(printed.get(about) ?? '', name)]))).toEqual(
      want,
    );
  });

  test('compile', () => {
    expect(errorsIn(new Map(rows.map(({ about }, index) => [`/row-${index}.ts`, printed.get(about) ?? ''])))).toEqual(
      [],
    );
  });
});
