import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/schema/index.js';
import { compileSnippets, documentOf, type Packages, packagesOf, type TypeCase } from './compile.js';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required: [...required] } : {}),
});
const choice = (...values: readonly Json[]): JsonObject => ({ type: 'string', enum: [...values] });

const operation = (operationId: string, sent: Json, replied: Json): JsonObject => ({
  operationId,
  requestBody: { required: true, content: { 'application/json': { schema: sent } } },
  responses: { 200: { description: 'Done.', content: { 'application/json': { schema: replied } } } },
});

const schemas: JsonObject = {
  Color: choice('red', 'blue'),
  Shared: object({ color: ref('Color'), own: choice('a', 'b'), plain: { type: 'string' } }, 'own'),
  Untouched: object({ name: { type: 'string' } }),
  OnlySent: object({ color: ref('Color'), own: choice('a', 'b'), shared: ref('Shared') }, 'color'),
  OnlyReceived: object({ own: choice('a', 'b'), level: { type: 'integer', enum: [1, 2] } }, 'own', 'level'),
  Mixed: object(
    {
      value: { enum: ['a', 1, null] },
      flags: { enum: [true, false] },
      many: { type: 'array', items: choice('a', 'b') },
    },
    'value',
    'many',
  ),
  Nowhere: object({ own: choice('a', 'b') }, 'own'),
  Cat: object({ kind: choice('cat', 'kitten'), lives: { type: 'integer' } }, 'kind', 'lives'),
  Dog: object({ kind: choice('dog', 'puppy'), bark: choice('loud', 'low') }, 'kind', 'bark'),
  Pet: { oneOf: [ref('Cat'), ref('Dog')] },
  Circle: object({ shape: ref('ShapeKind'), radius: { type: 'number' } }, 'shape', 'radius'),
  Square: object({ shape: ref('ShapeKind'), side: { type: 'number' } }, 'shape', 'side'),
  ShapeKind: choice('circle', 'square'),
  Shape: {
    oneOf: [ref('Circle'), ref('Square')],
    discriminator: {
      propertyName: 'shape',
      mapping: { circle: '#/components/schemas/Circle', square: '#/components/schemas/Square' },
    },
  },
  Single: object({ type: choice('single') }, 'type'),
};

const reply = object(
  Object.fromEntries(
    ['Shared', 'Untouched', 'OnlyReceived', 'Mixed', 'Pet', 'Shape', 'Single'].map((name) => [name, ref(name)]),
  ),
  'Shared',
  'Pet',
);
const paths: JsonObject = {
  '/a': {
    post: operation('a', object({ shared: ref('Shared'), sent: ref('OnlySent'), untouched: ref('Untouched') }), reply),
  },
};

const one = (name: string, code: string, ...errors: readonly string[]): TypeCase => ({ name, code, errors });
const head = `
import type * as types from '@scope/test-types';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(equal: Same<A, B>): void;
`.trim();

const cases: readonly TypeCase[] = [
  one('that replies have is open', "same<types.OnlyReceived['own'], 'a' | 'b' | (string & {})>(true);"),
  one('of numbers that replies have is open', "same<types.OnlyReceived['level'], 1 | 2 | (number & {})>(true);"),
  one('of a list that replies have is open', "same<types.Mixed['many'], ('a' | 'b' | (string & {}))[]>(true);"),
  one(
    'of several kinds is open in each',
    "same<types.Mixed['value'], 'a' | 1 | null | (string & {}) | (number & {})>(true);",
  ),
  one('of booleans has no other value', "same<Exclude<types.Mixed['flags'], undefined>, boolean>(true);"),
  one('that only requests have is exact', "same<types.OnlySent['own'], 'a' | 'b' | undefined>(true);"),
  one('that no operation has is exact', "same<types.Nowhere['own'], 'a' | 'b'>(true);"),
  one(
    'that both have is open by its name',
    "same<types.Color, 'red' | 'blue' | (string & {})>(true); same<types.Shared['own'], 'a' | 'b' | (string & {})>(true);",
  ),
  one(
    'that both have is exact in a request',
    "same<types.ColorInput, 'red' | 'blue'>(true); same<types.SharedInput['own'], 'a' | 'b'>(true);",
  ),
  one(
    'is exact below what only requests have',
    "same<types.OnlySent['color'], types.ColorInput>(true); same<types.OnlySent['shared'], types.SharedInput | undefined>(true);",
  ),
  one('is exact in arguments', "same<types.AArguments['shared'], types.SharedInput | undefined>(true);"),
  one('of one value is exact', "same<types.Single['type'], 'single'>(true);"),
  one(
    'in every branch of a union distinguishes them',
    `export const of = (pet: types.Pet): number => (pet.kind === 'cat' ? pet.lives : pet.kind === 'dog' ? pet.bark.length : 0);
same<types.Cat['kind'], 'cat' | 'kitten'>(true);
same<types.Dog['bark'], 'loud' | 'low' | (string & {})>(true);`,
  ),
  one(
    'that is a discriminator distinguishes a union',
    "export const size = (shape: types.Shape): number => (shape.shape === 'circle' ? shape.radius : shape.side);",
  ),
];

describe('an enum', () => {
  let packages: Packages;
  let found: readonly (readonly string[])[];

  beforeAll(async () => {
    const info = { title: 'Test', version: '1' };
    packages = await packagesOf(documentOf({ openapi: '3.1.0', info, paths, components: { schemas } }), 'test');
    found = compileSnippets(
      packages,
      'test',
      cases.map(({ code }) => `${head}\n${code}\n`),
    );
  }, 120_000);

  test.each(cases)('$name', (entry) => {
    const errors = (found[cases.indexOf(entry)] ?? ['it was not compiled']).map((error) =>
      error.replace(/^\d+/, (line) => String(Number(line) - head.split('\n').length)),
    );
    expect(errors).toEqual(entry.errors);
  });

  test('results in request types of the schemas that contain it, and of no others', () => {
    const names = [...(packages.get('types/src/schemas.ts') ?? '').matchAll(/^export \w+ (\w+Input)\b/gm)];
    expect(names.map((match) => match[1]).sort()).toEqual(['ColorInput', 'SharedInput']);
  });
});
