import { beforeAll, describe, expect, test } from '@jest/globals';
import { declarationOf, errorsIn, printTypes } from './print.js';

interface Row {
  readonly about: string;
  readonly openapi?: '3.0.3' | '3.1.0';
  readonly schemas: object;
  /** Operations, if the direction of the schemas matters. */
  readonly paths?: object;
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
    about: 'a family in a family, by another field',
    schemas: {
      Fish: {
        ...object({ kind: text }, 'kind'),
        discriminator: { propertyName: 'kind', mapping: { shark: '#/components/schemas/Shark' } },
      },
      Shark: {
        ...extend('Fish', { kind: { enum: ['shark'] }, sort: text }),
        discriminator: { propertyName: 'sort', mapping: { saw: '#/components/schemas/SawShark' } },
      },
      SawShark: extend('Shark', { sort: { enum: ['saw'] } }),
    },
    want: { Fish: 'Fish = (Shark & { kind: "shark"; }) | SawShark;', Shark: 'Shark = SawShark;' },
  },
  {
    about: 'a reference beside fields extends as an allOf does, and a taken name gets a number',
    schemas: {
      PetBase: object({ x: text }),
      Pet: { ...object({ kind: text }), discriminator: { propertyName: 'kind' } },
      Dog: { ...object({ barks: { type: 'boolean' } }), $ref: '#/components/schemas/Pet' },
    },
    want: { Pet: 'Pet = Dog;', Dog: 'Dog = { barks?: boolean; } & (PetBase2 & { kind?: "Dog"; });' },
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
    about: 'a mapping to nothing does not affect the branches',
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

const required: readonly Row[] = [
  {
    about: 'a part of an allOf requires what another part describes',
    schemas: {
      Base: object({ id: { type: 'integer' }, name: text, at: { type: 'string', format: 'date-time' } }),
      Strict: { allOf: [ref('Base'), { required: ['id', 'at'] }] },
      Deeper: { allOf: [ref('Strict'), { type: 'object', required: ['name'] }] },
      Mixed: { allOf: [ref('Base'), object({ active: { type: 'boolean' } }, 'active', 'name')] },
      Nested: { type: 'object', required: ['id'], allOf: [{ allOf: [ref('Base'), { required: ['name'] }] }] },
      Beside: { $ref: '#/components/schemas/Base', required: ['name'] },
      Mixin: { type: 'object', required: ['name'] },
      WithMixin: { allOf: [ref('Base'), ref('Mixin')] },
      Inline: { required: ['id', 'own'], allOf: [ref('Base'), object({ own: text, other: text })] },
    },
    want: {
      Strict: 'Strict = { id: number; at: Date; } & Base;',
      Deeper: 'Deeper = { name: string; } & Strict;',
      Mixed: 'Mixed = { name: string; } & (Base & { active: boolean; });',
      Nested: 'Nested = { id: number; } & ({ name: string; } & Base);',
      Beside: 'Beside = { name: string; } & Base;',
      WithMixin: 'WithMixin = { name: string; } & (Base & Mixin);',
      Inline: 'Inline = { id: number; } & (Base & { own: string; other?: string; });',
    },
  },
  {
    about: 'requests have no readOnly fields, wherever they are defined or required',
    schemas: {
      Base: object({ id: { type: 'string', readOnly: true }, name: text }),
      Strict: { allOf: [ref('Base'), { required: ['id', 'name'] }] },
      Marks: object({ at: { type: 'string', format: 'date-time', readOnly: true } }, 'at'),
      Marked: { allOf: [ref('Marks'), object({ name: text })] },
    },
    want: {
      Marked: 'Marked = Marks & { name?: string; };',
      MarkedInput: 'MarkedInput { name?: string | undefined; }',
      Strict: 'Strict = { readonly id: string; name: string; } & Base;',
      StrictInput: 'StrictInput = { name: string; } & BaseInput;',
      BaseInput: 'BaseInput { name?: string | undefined; }',
    },
  },
];

const integer = { type: 'integer' };

/** `if`, `then` and `else`: an object literal with a `then` would be treated as a promise. */
const cases = (condition: object, met: object, otherwise: object = {}): object =>
  Object.fromEntries([
    ['if', condition],
    ['then', met],
    ['else', otherwise],
  ]);

const structures: readonly Row[] = [
  {
    about: 'lists with a schema for each place',
    schemas: {
      Exact: { type: 'array', prefixItems: [text, integer], minItems: 2, maxItems: 2 },
      AtLeast: { prefixItems: [text, integer], minItems: 1 },
      Short: { prefixItems: [text, integer, text], maxItems: 2, minItems: 2 },
      Bounded: { prefixItems: [text, integer], items: integer, minItems: 3, maxItems: 4 },
      Closed: { type: ['array', 'null'], prefixItems: [text], items: false, minItems: 1 },
      More: { prefixItems: [text], items: object({ at: { type: 'string', format: 'date-time' } }), minItems: 3 },
      Within: object({
        pairs: { type: 'array', items: { prefixItems: [ref('Exact')], minItems: 1, unevaluatedItems: false } },
      }),
    },
    want: {
      Exact: 'Exact = [ string, number ];',
      AtLeast: 'AtLeast = [ string, number?, ...unknown[] ];',
      Short: 'Short = [ string, number ];',
      Bounded: 'Bounded = [ string, number, number, number? ];',
      Closed: 'Closed = [ string ] | null;',
      More: 'More = [ string, ...{ at?: Date; }[] ];',
      Within: 'Within { pairs?: [ Exact ][]; }',
    },
  },
  {
    about: 'parts that define the items of a list come first',
    schemas: {
      Page: object({ data: { type: 'array', items: { type: 'object' } }, total: integer }, 'data'),
      Pages: { allOf: [ref('Page'), object({ data: { type: 'array', items: object({ id: text }) } })] },
      Other: { allOf: [ref('Page'), object({ more: { type: 'array', items: text } })] },
    },
    want: {
      Pages: 'Pages = { data: { id?: string; }[]; } & Page;',
      Other: 'Other = Page & { more?: string[]; };',
    },
  },
  {
    about: 'known values beside any text or number',
    schemas: {
      Named: { enum: ['a', 'b'] },
      Open: object({
        text: { anyOf: [text, { type: 'string', enum: ['a', 'b'] }] },
        named: { oneOf: [ref('Named'), { type: 'string', maxLength: 9 }, { type: 'null' }] },
        other: { anyOf: [text, { const: 1 }] },
      }),
    },
    want: {
      Open: 'Open { text?: (string & {}) | ("a" | "b"); named?: Named | (string & {}) | null; other?: string | 1; }',
    },
  },
  {
    about: 'comments without names and descriptions that are repeated',
    schemas: {
      Item_List: {
        title: 'ItemList',
        ...object({
          created_at: { ...text, title: 'Created At' },
          skip: { type: 'integer', title: 'Skip', default: 0 },
          scope: { ...text, title: 'Scopes', default: '' },
        }),
      },
    },
    paths: {
      '/items': {
        get: {
          operationId: 'list',
          parameters: [
            {
              name: 'query',
              in: 'query',
              description: 'A *name*.',
              schema: { ...text, description: 'A *name*.', maxLength: 9 },
            },
            { name: 'limit', in: 'query', description: 'A number.', schema: { ...text, description: 'At most.' } },
          ],
          responses: { 200: { description: 'ok', content: { 'application/json': { schema: ref('Item_List') } } } },
        },
      },
    },
    want: {
      ItemList:
        'ItemList { created_at?: string; /** Default: 0. */ skip?: number; /** * Scopes * * Default: "". */ scope?: string; }',
      ListArguments:
        'ListArguments { /** * A *name*. * * Maximum length: 9. */ query?: string | undefined; /** * A number. * * At most. */ limit?: string | undefined; }',
    },
  },
  {
    about: 'fields that only some of the values have',
    schemas: {
      Either: {
        ...object({ kind: text }, 'kind'),
        ...cases(
          { properties: { kind: { const: 'a' } } },
          { properties: { kind: { const: 'a' }, extra: integer }, required: ['extra'] },
          { $ref: '#/components/schemas/Other' },
        ),
      },
      Other: object({ other: integer }, 'other'),
      Several: {
        allOf: [
          object({ card: text }),
          cases({ required: ['card'] }, { properties: { address: text } }),
          { dependentSchemas: { card: { properties: { code: text, address: integer } } } },
        ],
      },
    },
    want: {
      Either: 'Either { kind: string; extra?: number; other?: number; }',
      Several: 'Several = { address?: string | number; code?: string; } & { card?: string; };',
    },
  },
  {
    about: 'fields by the pattern of their name',
    schemas: {
      Pattern: { type: 'object', patternProperties: { '^x-': text, '^n-': integer }, additionalProperties: false },
      Open: { type: 'object', patternProperties: { '^x-': text } },
      Rest: { patternProperties: { '^x-': text }, additionalProperties: integer },
    },
    want: {
      Pattern: 'Pattern { [key: string]: string | number; }',
      Open: 'Open { [key: string]: string; }',
      Rest: 'Rest { [key: string]: string | number; }',
    },
  },
  {
    about: 'a union beside the type of a scalar',
    schemas: {
      Site: { type: 'string', anyOf: [{ format: 'uri' }, { maxLength: 0 }] },
      When: { type: ['string', 'null'], oneOf: [{ format: 'date' }, { format: 'date-time' }] },
      Number: { type: 'integer', oneOf: [{ minimum: 5 }, { const: 1 }] },
      Instant: { type: 'string', format: 'date-time', anyOf: [{ pattern: 'Z$' }, { pattern: '0$' }] },
      Lists: { type: 'array', oneOf: [{ items: text }, { items: { type: 'integer' } }] },
    },
    want: {
      Site: 'Site = string;',
      When: 'When = (string | null) | (Date | null);',
      Number: 'Number = (number & {}) | 1;',
      Instant: 'Instant = Date;',
      Lists: 'Lists = string[] | number[];',
    },
  },
  {
    about: 'values that are lists and objects',
    schemas: {
      One: { const: { a: 1, b: ['x', null] } },
      Some: { enum: [{ a: true }, [1], 'text', null, {}] },
      Typed: { type: 'object', enum: [{ a: 1 }] },
      Listed: { type: 'object', properties: { a: text }, enum: [1, 'a'] },
      Open: { additionalProperties: text, enum: ['b'] },
    },
    want: {
      One: 'One { a: 1; b: [ "x", null ]; }',
      Some: 'Some = { a: true; } | [ 1 ] | "text" | null | Record<string, unknown>;',
      Typed: 'Typed { a: 1; }',
      Listed: 'Listed = 1 | "a";',
      Open: 'Open = "b";',
    },
  },
  {
    about: 'nullable without a type, in 3.0',
    openapi: '3.0.3',
    schemas: {
      Fields: { nullable: true, properties: { a: text } },
      List: { nullable: true, items: text },
      Map: { nullable: true, additionalProperties: text },
      Day: { nullable: true, format: 'date-time' },
      Size: { nullable: true, minimum: 1 },
      Any: { nullable: true },
    },
    want: {
      Fields: 'Fields = { a?: string; } | null;',
      List: 'List = string[] | null;',
      Map: 'Map = { [key: string]: string; } | null;',
      Day: 'Day = Date | null;',
      Size: 'Size = number | null;',
      Any: 'Any = unknown;',
    },
  },
];

const binary = { type: 'string', format: 'binary' };
const body = (mediaType: string, schema: object): object => ({
  post: { requestBody: { content: { [mediaType]: { schema } } }, responses: { 204: { description: 'ok' } } },
});

const bytes: readonly Row[] = [
  {
    about: 'bytes are a text in JSON, and a file in a form',
    schemas: {
      Sent: object({ data: binary, list: { type: 'array', items: { type: 'string', contentEncoding: 'binary' } } }),
      Form: object({ file: binary, more: { type: 'array', items: binary }, meta: object({ icon: binary }) }),
      Both: object({ file: { anyOf: [binary, { type: 'null' }] }, name: text }),
    },
    paths: {
      '/sent': body('application/json', ref('Sent')),
      '/form': body('multipart/form-data', ref('Form')),
      '/both': body('multipart/form-data', ref('Both')),
      '/reply': {
        get: {
          responses: { 200: { description: 'ok', content: { 'application/vnd.a+json': { schema: ref('Both') } } } },
        },
      },
    },
    want: {
      Sent: 'Sent { /** Encoding: base64. */ data?: string | undefined; list?: readonly string[] | undefined; }',
      Form: 'Form { file?: Upload | undefined; more?: readonly Upload[] | undefined; meta?: { /** Encoding: base64. */ icon?: string | undefined; } | undefined; }',
      Both: 'Both { file?: string | null; name?: string; }',
      PostBothArguments: 'PostBothArguments { file?: Upload | null | undefined; name?: string | undefined; }',
    },
  },
];

const item = object({ id: { ...text, readOnly: true }, size: { enum: ['s', 'l'] } }, 'id', 'size');
const content = { 'application/json': { schema: ref('Json') }, 'multipart/form-data': { schema: ref('Form') } };

const values = ['up', 'down'].map((value) => ({ const: value, description: value }));

const requests: readonly Row[] = [
  {
    about: 'a union of values is an enum, except as the tag of a union',
    schemas: {
      Sign: object({ way: { oneOf: values }, other: { oneOf: [{ type: 'null' }, { anyOf: values }] } }),
      Either: { oneOf: [object({ way: { oneOf: values } }), object({ way: { const: 'away' } })] },
    },
    paths: {
      '/signs': {
        post: {
          requestBody: { content: { 'application/json': { schema: ref('Sign') } } },
          responses: {
            200: { description: 'ok', content: { 'application/json': { schema: ref('Sign') } } },
            201: { description: 'ok', content: { 'application/json': { schema: ref('Either') } } },
          },
        },
      },
    },
    want: {
      Sign: 'Sign { way?: ("up" | "down") | (string & {}); other?: null | (("up" | "down") | (string & {})); }',
      SignInput: 'SignInput { way?: "up" | "down" | undefined; other?: null | ("up" | "down") | undefined; }',
      Either: 'Either = { way?: "up" | "down"; } | { way?: "away"; };',
    },
  },
  {
    about: 'the request types of each media type',
    schemas: { Json: object({ json: ref('Item') }), Form: object({ form: ref('Item') }), Item: item },
    paths: {
      '/items': { post: { requestBody: { content }, responses: { 200: { description: 'ok', content } } } },
      '/forms': {
        get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema: ref('Form') } } } } },
      },
    },
    want: {
      Item: 'Item { readonly id: string; size: ("s" | "l") | (string & {}); }',
      ItemInput: 'ItemInput { size: "s" | "l"; }',
      JsonInput: 'JsonInput { json?: ItemInput | undefined; }',
      FormInput: 'FormInput { form?: ItemInput | undefined; }',
      PostItemsArguments: 'PostItemsArguments = JsonInput | FormInput;',
    },
  },
  {
    about: 'fields that require others',
    schemas: {
      Payment: { ...object({ card: text, address: text }), dependentRequired: { card: ['address', 'zip'] } },
      Order: {
        ...object({ card: text }),
        dependentSchemas: { card: { properties: { zip: { type: 'integer' } }, required: ['zip'] } },
      },
    },
    want: {
      Payment:
        'Payment = { card?: string; address?: string; } & ({ card?: never; } | { address: string; zip: unknown; });',
      Order: 'Order = { card?: string; zip?: number; } & ({ card?: never; } | { zip: number; });',
    },
  },
];

describe('schemas as types', () => {
  const rows = [...families, ...required, ...structures, ...bytes, ...requests];
  const printed = new Map<string, ReadonlyMap<string, string>>();

  beforeAll(async () => {
    for (const { about, openapi = '3.1.0', schemas, paths } of rows) {
      const files = await printTypes(openapi, schemas, paths);
      printed.set(about, files);
    }
  });

  test.each(rows)('$about', ({ about, want }) => {
    const texts = ['schemas', 'operations'].map((name) => printed.get(about)?.get(`src/${name}.ts`) ?? '');
    const found = Object.keys(want).map((name) => [name, texts.map((text) => declarationOf(text, name)).join('')]);
    expect(Object.fromEntries(found)).toEqual(want);
  });

  test('compile', () => {
    const modules = [...printed.values()].flatMap((files, index) =>
      [...files].map(([path, text]) => [`/row-${index}/${path}`, text] as const),
    );
    expect(errorsIn(new Map(modules))).toEqual([]);
  });
});
