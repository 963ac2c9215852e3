import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { hooksOf } from '../../src/addons/index.js';
import { loadDescription } from '../../src/load/index.js';
import { fixtures } from '../features/generate.js';
import { compileSnippets, type Packages, packagesOf } from './compile.js';

const head = "import type * as types from '@scope/test-types';";

/** Snippets, and the beginnings of the errors that they must have. */
const cases: readonly (readonly [name: string, code: string, ...errors: readonly string[]])[] = [
  [
    'is the type of a schema with a name',
    'export const a: types.PollFilter = { closed: true, $and: [{ closed: { $eq: false } }] };',
  ],
  [
    'is checked where a schema with a name is',
    'export const a: types.FindArguments = { named: { closed: { $ne: true } } };',
    "2: Object literal may only specify known properties, and '$ne' does not exist",
  ],
  ['may be null if the schema allows it', 'export const a: types.FindArguments = { inline: null };'],
  ['is the type of a schema in place', 'export const a: types.FindArguments = { inline: { size: { $gte: 5 } } };'],
  [
    'is checked where a schema in place is',
    "export const a: types.FindArguments = { inline: { size: 'big' } };",
    "2: Type 'string' is not assignable to type 'number | FilterOperators2<number",
  ],
  [
    'is the type of a parameter',
    "export const a: types.SearchArguments = { filter: { name: { $autocomplete: 'jo' } } };",
  ],
  [
    'takes no bare value without an operator for equality',
    "export const a: types.SearchArguments = { filter: { name: 'jo' } };",
    "2: Type 'string' has no properties in common",
  ],
  [
    'is the type of a field of another schema, and of the items of a list',
    "export const a: types.Holder = { filter: { id: { $in: ['a'] } }, filters: [{ id: 'a' }] };",
  ],
  [
    'accepts what a custom field accepts if the type or the operators are unknown',
    "export const a: types.PollFilter = { open: { $near: [1, 2] }, anything: { $like: 'a' }, broken: 5 };",
  ],
  ['keeps a field that is called like what joins filters', "export const a: types.PollFilter = { $or: 'a' };"],
  [
    'has fields with any name',
    `export const a: types.PollFilter = { ['__proto__']: 5, toString: { $gt: 5 }, ["it's \`odd\` | */ \${x}"]: 'a' };`,
  ],
];

describe('a filter', () => {
  let packages: Packages;
  let found: readonly (readonly string[])[];

  beforeAll(async () => {
    const { document } = await loadDescription(join(fixtures, 'filters.yaml'), { cwd: fixtures, allowRefs: [] });
    packages = await packagesOf(document, 'test', [], hooksOf([{ hooks: 'stream' }]));
    found = compileSnippets(
      packages,
      'test',
      cases.map(([, code]) => `${head}\n${code}\n`),
    );
  }, 120_000);

  test.each(cases)('%s', (name, _code, ...errors) => {
    const got = found[cases.findIndex((entry) => entry[0] === name)] ?? ['it was not compiled'];
    expect(got.map((error, index) => error.slice(0, errors[index]?.length ?? error.length))).toEqual(errors);
  });

  test("does not use the names of the spec's schemas", () => {
    const schemas = packages.get('types/src/schemas.ts') ?? '';
    expect(schemas).toContain('export interface FilterOperators {');
    expect(schemas).toContain('export type FilterOperators2<Value');
    expect(schemas).toContain('export type CustomFilter = string;');
  });

  test('has a guide with a table of its fields', () => {
    const guide = packages.get('client/docs/guides/filters.md') ?? '';
    expect(guide).toContain('| `closed` | `boolean` | `$eq` |');
    expect(guide).toContain(
      "For `{ closed: { $gt: 1 } }` the compiler reports `'$gt' does not exist in type 'FilterOperators<boolean, \"$eq\">'`",
    );
    expect(packages.get('client/docs/index.md')).toContain('(guides/filters.md)');
    expect(packages.has('client/docs/guides/pagination.md')).toBe(false);
  });
});
