import { readdir } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkDescription, loadDescription } from '../../src/load/index.js';
import { ProblemsError } from '../../src/problems/index.js';
import { isObject, type Json, type JsonObject, nodeAt, parseFragment } from '../../src/schema/index.js';
import { folderOf, load, loadFrom, withPaths } from './temporary.js';

const keywords = [
  'openapi',
  'info',
  'paths',
  'components',
  'schemas',
  'parameters',
  'responses',
  'get',
  'post',
  'requestBody',
  'content',
  'schema',
  'properties',
  'allOf',
  'oneOf',
  'items',
  'nullable',
  'type',
  'enum',
  'required',
  '$ref',
  'discriminator',
  'mapping',
  'examples',
  'example',
  'callbacks',
  'headers',
  'in',
  'name',
  'servers',
  'security',
  'webhooks',
  '/a/{b}',
  '200',
  'default',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'x-a',
  '',
];
const values = [
  'string',
  'object',
  'path',
  '#/components/schemas/A',
  '#/paths/~1a~1{b}',
  '#',
  '#/',
  '#/components',
  'a.yaml',
  '',
  '#/%zz',
  '%zz',
];

const anything = fc.letrec<{ readonly tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    fc.oneof(fc.constantFrom(...values), fc.boolean(), fc.constant(null), fc.integer()),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keywords), tie('tree'), { maxKeys: 6 }),
  ),
})).tree;

const described = fc.record({
  openapi: fc.constantFrom('3.0.0', '3.1.0'),
  info: anything,
  paths: fc.oneof(anything, fc.dictionary(fc.constantFrom('/a/{b}', '/c'), anything)),
  components: fc.oneof(
    anything,
    fc.record({ schemas: fc.dictionary(fc.constantFrom('A', 'B', '__proto__'), anything) }),
  ),
});

test('loading any JSON fails only with problems, and results have no dangling reference', async () => {
  const cwd = await folderOf({ 'a.yaml': 'type: string' });
  await fc.assert(
    fc.asyncProperty(fc.oneof(described, anything), async (value) => {
      const folder = await folderOf({ 'api.json': JSON.stringify(value) ?? 'null', 'a.yaml': 'type: string' });
      const { document } = await loadFrom(folder, 'api.json');
      if (document !== undefined)
        for (const reference of references(document.root))
          expect([reference, nodeAt(document.root, parseFragment(reference.slice(1)) ?? [])]).not.toEqual([
            reference,
            undefined,
          ]);
    }),
    { numRuns: 300 },
  );
  expect(await readdir(cwd)).toEqual(['a.yaml']);
});

test('validating any JSON does not throw', async () => {
  await fc.assert(
    fc.asyncProperty(described, async (value) => {
      const cwd = await folderOf({ 'api.json': JSON.stringify(value) ?? 'null', 'a.yaml': 'type: string' });
      expect(Array.isArray((await checkDescription('api.json', { cwd, allowRefs: [] })).problems)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('loading any text fails only with problems', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'{}[]:,-&*!|>\'"%@` \n#?a1') })),
      async (text) => {
        const cwd = await folderOf({ api: text });
        await expect(loadDescription('api', { cwd, allowRefs: [] })).rejects.toBeInstanceOf(ProblemsError);
      },
    ),
    { numRuns: 300 },
  );
});

/** The references of schemas under `components.schemas` as far as `allOf`, `items` and `properties` go. */
function references(root: JsonObject): readonly string[] {
  const found: string[] = [];
  const visit = (node: Json | undefined): void => {
    if (!isObject(node)) return;
    if (typeof node['$ref'] === 'string') found.push(node['$ref']);
    visit(node['items']);
  };
  const { components } = root;
  if (isObject(components) && isObject(components['schemas'])) Object.values(components['schemas']).forEach(visit);
  return found;
}

test('the only problems of a real spec with over a thousand operations are 64-bit integers and a misspelt name', async () => {
  const source = 'node_modules/@octokit/openapi/generated/api.github.com.json';
  const { document, problems } = await loadFrom(process.cwd(), source);
  expect(problems.map(({ code }) => code)).toEqual(['int64-rounded', 'required-undefined']);
  expect(Object.keys(document?.root['paths'] ?? {}).length).toBeGreaterThan(700);
  expect(document?.locate('/components/schemas/simple-user/properties/login')).toMatchObject({
    file: source,
    pointer: '/components/schemas/simple-user/properties/login',
  });
});

test('copies of copies are bounded', async () => {
  const files: { [name: string]: object } = { 'api.json': withPaths({ '/a': { $ref: '0.json' } }) };
  for (let level = 0; level < 40; level += 1) {
    const next = { properties: { $ref: `${level + 1}.json` } };
    files[`${level}.json`] =
      level === 0
        ? { get: { parameters: [{ name: 'a', in: 'query', schema: next }], responses: {} } }
        : { a: next, b: next };
  }
  files['40.json'] = { a: true };
  const { problems } = await load(files);
  expect(problems.map(({ code }) => code)).toEqual(['too-large']);
});
