import { accepted, type HostileCase, type HostileTable, refused } from '../case.js';
import { api, fields, json, operation, text } from '../description.js';

const field = (schema: object) => accepted(fields({ a: schema }));
const required = (schema: object) =>
  accepted(
    api({
      paths: {
        '/a': {
          post: operation('a', {
            requestBody: {
              required: true,
              content: json({ type: 'object', required: ['a'], properties: { a: schema } }),
            },
          }),
        },
      },
    }),
  );
const heavy = (hostile: HostileCase): HostileCase => ({ ...hostile, isHeavy: true });

function branching(levels: number, keyword: string): object {
  const schemas: Record<string, object> = { [`A${levels}`]: text() };
  for (let level = 0; level < levels; level += 1) {
    const $ref = `#/components/schemas/A${level + 1}`;
    schemas[`A${level}`] =
      keyword === 'properties'
        ? { type: 'object', required: ['a', 'b'], properties: { a: { $ref }, b: { $ref } } }
        : { [keyword]: [{ $ref }, { $ref, description: 'again' }] };
  }
  return api({
    paths: { '/a': { post: operation('a', { requestBody: { content: json({ $ref: '#/components/schemas/A0' }) } }) } },
    components: { schemas },
  });
}

/** Documents that make a careless program run endlessly or exhaust its memory. */
export const exhaustion: HostileTable = [
  ['a pattern that backtracks over its example', required(text({ pattern: '^(a+)+$', example: `${'a'.repeat(40)}!` }))],
  [
    'a pattern that backtracks over words',
    required(text({ pattern: '^(([a-z])+.)+[A-Z]([a-z])+$', example: 'a'.repeat(60) })),
  ],
  ['a pattern with a vast repetition', required(text({ pattern: '^(a{1000}){1000}$' }))],
  ['a pattern with an absurd repetition', required(text({ pattern: `^a{${10 ** 15}}$` }))],
  ['a pattern of many alternatives', required(text({ pattern: `^(${'(a|b)'.repeat(2000)})$` }))],
  ['a pattern nested deeply', required(text({ pattern: `${'('.repeat(5000)}a${')'.repeat(5000)}` }))],
  ['a text of a billion characters', required(text({ minLength: 10 ** 9 }))],
  ['a list of a billion items', required({ type: 'array', minItems: 10 ** 9, items: text() })],
  [
    'a billion different items',
    required({ type: 'array', minItems: 10 ** 9, uniqueItems: true, items: { type: 'integer' } }),
  ],
  ['an object of a billion fields', required({ type: 'object', minProperties: 10 ** 9 })],
  [
    'numbers at the end of their range',
    required({ type: 'number', minimum: 1e308, maximum: 1.7e308, multipleOf: 1e-300 }),
  ],
  ['bounds that contradict each other', required({ type: 'integer', minimum: 5, maximum: 4, multipleOf: 0.1 })],
  [
    'bounds that are not numbers',
    field({ type: 'string', minLength: 'x', maxLength: {}, pattern: 5, enum: 'x', required: 'x' }),
  ],
  [
    'lists in lists',
    heavy(
      required(Array.from({ length: 30 }).reduce<object>((items) => ({ type: 'array', minItems: 10, items }), text())),
    ),
  ],
  ['fields that double at every level', heavy(accepted(branching(30, 'properties')))],
  ['parts that double at every level', heavy(accepted(branching(30, 'allOf')))],
  ['alternatives that double at every level', heavy(accepted(branching(30, 'oneOf')))],
  ['choices that double at every level', heavy(accepted(branching(30, 'anyOf')))],
  ['a path of 1,000 parameters', accepted(manyParameters(1000))],
  [
    'a million small values',
    heavy(
      refused(
        'file-too-many-nodes',
        `{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"x-a":[${'1,'.repeat(2_000_000)}1]}`,
      ),
    ),
  ],
  [
    'millions of small values in YAML',
    heavy(
      refused(
        'file-too-many-nodes',
        `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\nx-a: [${'a, '.repeat(3_000_000)}a]\n`,
        'api.yaml',
      ),
    ),
  ],
];

function manyParameters(count: number): object {
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: text() }));
  return api({
    paths: { [`/${names.map((name) => `{${name}}`).join('/')}`]: { get: operation('a', { parameters }) } },
  });
}
