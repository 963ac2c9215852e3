import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/schema/index.js';
import { jsonBody, modelOf } from './description.js';

const string = { type: 'string' };
const named = { type: 'object', required: ['name'], properties: { name: string } };
const query = (name: string, more: JsonObject = {}): JsonObject => ({ name, in: 'query', schema: string, ...more });
const examples = (values: JsonObject): JsonObject => ({
  examples: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])),
});

/** The examples as `origin title(parameters) body`. */
function callsOf(operation: JsonObject): { calls: string[]; problems: string[] } {
  const { model, problems } = modelOf({ '/test': { post: { operationId: 'test', ...operation } } });
  const calls = (model.operations[0]?.examples ?? []).map(({ origin, title, parameters, body }) => {
    const given = parameters.map(({ parameter, value }) => `${parameter.name}=${JSON.stringify(value)}`).join(' ');
    return `${origin} ${title}(${given})${body === undefined ? '' : ` ${JSON.stringify(body)}`}`;
  });
  return { calls, problems: problems.map(({ code, pointer }) => `${code} ${pointer}`) };
}

const table: readonly (readonly [about: string, operation: JsonObject, calls: readonly string[]])[] = [
  ['no parameter', {}, ['synthesised default()']],
  [
    'only what is required, then everything',
    { parameters: [query('a', { required: true }), query('b')] },
    ['synthesised default(a="a")', 'complete every parameter(a="a" b="b")'],
  ],
  [
    'an example of one item, or none that fits, for a list that must be sent',
    {
      parameters: [
        query('a', { required: true, schema: { type: 'array', items: string }, example: 'x' }),
        query('b', { required: true, schema: { type: 'array', items: { type: 'integer' } }, example: 'x' }),
      ],
    },
    ['documented default(a=["x"] b=[75])'],
  ],
  [
    'what a header cannot contain',
    {
      parameters: [
        { name: 'a', in: 'header', schema: { type: 'array', items: named } },
        { name: 'b', in: 'header', schema: { type: 'object', properties: { x: string, y: named } } },
      ],
    },
    ['synthesised default()', 'complete every parameter(b={"x":"x"})'],
  ],
  [
    'one key is one call',
    { parameters: [query('a', examples({ One: 'x', Two: 'y' })), query('b', examples({ One: 'z' }))] },
    ['documented One(a="x" b="z")', 'documented Two(a="y")'],
  ],
  [
    'body and parameters by one key',
    {
      parameters: [query('a', examples({ One: 'x' }))],
      requestBody: jsonBody(named, examples({ One: { name: 'Ada' } })),
    },
    ['documented One(a="x") {"name":"Ada"}'],
  ],
  [
    'a single example is the call "default"',
    { parameters: [query('a', { example: 'x' })] },
    ['documented default(a="x")'],
  ],
  [
    'what is required and has no example is made',
    { parameters: [query('a', { required: true }), query('b', { example: 'x' })], requestBody: jsonBody(named) },
    ['documented default(a="a" b="x") {"name":"name"}'],
  ],
  [
    'a body that demands fields is part of the call',
    { requestBody: { ...jsonBody(named), required: false } },
    ['synthesised default() {"name":"name"}'],
  ],
  [
    'a parameter of any type is a text',
    { parameters: [query('a', { schema: {}, required: true })] },
    ['synthesised default(a="a")'],
  ],
];

test.each(table)('%s', (_about, operation, expected) => {
  expect(callsOf(operation).calls).toEqual(expected);
});

test('an empty example of a path parameter is repaired: it would address another path', () => {
  const path = { name: 'a', in: 'path', required: true, schema: { type: 'string' }, example: '' };
  const { calls, problems } = callsOf({ parameters: [path] });
  expect(calls).toEqual(['documented default(a="a")']);
  expect(problems).toEqual(['example-repaired /paths/~1test/post/parameters/0/example']);
});

test('an example that is not valid for its schema is repaired, with a warning at its location', () => {
  const { calls, problems } = callsOf({
    parameters: [query('a', { schema: { type: 'integer', minimum: 1, maximum: 1 }, example: 'x' })],
  });
  expect(calls).toEqual(['documented default(a=1)']);
  expect(problems).toEqual(['example-repaired /paths/~1test/post/parameters/0/example']);
});

test('a required parameter without valid values is included: the call would not compile without it', () => {
  const schema = { oneOf: [string, { type: 'string', format: 'asset' }] };
  const { calls } = callsOf({ parameters: [query('a', { schema, required: true, example: 'x' })] });
  expect(calls).toEqual(['documented default(a="a")']);
});
