import { ChatClient, type RequestOptions } from '@scope/chat-client/server';
import type { Fault } from '../fault.js';

const refused = { outcome: 'ChatInputError', code: 'input', requests: 0, within: 500 } as const;

/** A call that must be rejected before anything is sent. */
const input = (name: string, operation: string, args: unknown, argument: string): Fault => ({
  ...refused,
  name,
  fields: { argument },
  act: ({ call }) => call(operation, args),
});
const path = (name: string, poll_id: unknown): Fault =>
  input(`a path value that is ${name}`, 'getPoll', { poll_id }, 'poll_id');
const body = (name: string, value: unknown, argument = 'body/custom'): Fault =>
  input(`a body with ${name}`, 'createPoll', { name: 'x', user_id: 'a', custom: value }, argument);
const option = (name: string, options: object, argument: string): Fault => ({
  ...refused,
  name: `an option: ${name}`,
  fields: { argument },
  act: ({ client }) => client.getPoll({ poll_id: 'a' }, options satisfies RequestOptions),
});

const cycle: Record<string, unknown> = {};
cycle.again = { deeper: [cycle] };
const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

export const inputs: readonly Fault[] = [
  ...['', '.', '..'].map((text) => path(`"${text}"`, text)),
  path('missing', undefined),
  path('null', null),
  path('an object', { id: 'a' }),
  path('an array', ['a']),
  path('NaN', Number.NaN),
  path('a symbol', Symbol('a')),
  path('a function', () => 'a'),
  path('half of a surrogate pair', '\ud800'),
  path('an invalid date', new Date(Number.NaN)),
  {
    name: 'a path value with slashes and dots',
    fields: { line: 'GET /api/v2/polls/..%2F..%2Fapp%3Fx%3D1%23y%5C%0D%0Az?' },
    act: async ({ call, server }) => {
      await call('getPoll', { poll_id: '../../app?x=1#y\\\r\nz' });
      return { line: server.requests[0]?.slice(0, (server.requests[0]?.indexOf('?') ?? 0) + 1) };
    },
  },
  body('NaN', Number.NaN),
  body('an infinite number', Number.NEGATIVE_INFINITY),
  body('a bigint', 1n),
  body('a Map', new Map()),
  body('a Set', new Set()),
  body('a symbol', Symbol('x')),
  body('a function', () => 1),
  body('a regular expression', /x/),
  body('an invalid date', new Date(Number.NaN)),
  body('bytes', new Uint8Array(3)),
  body('a promise', Promise.resolve(1)),
  body('an error', new Error('x')),
  body('a boxed number', Object(5)),
  body('an item that is undefined', [1, undefined], 'body/custom/1'),
  body('a hole in an array', Array(2), 'body/custom/0'),
  body('a cycle', cycle, 'body/custom/again/deeper/0'),
  body('too many levels', deep(1500), 'body/custom/0/0/0/0'),
  body('far too many levels', deep(100_000), 'body/custom/0/0/0/0'),
  body(
    'a getter that throws',
    Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('key-7c1d4f55');
      },
    }),
  ),
  body('a toJSON that throws', {
    toJSON: () => {
      throw new Error('key-7c1d4f55');
    },
  }),
  body('a toJSON that returns nothing', { toJSON: () => undefined }),
  body(
    'a toJSON without end',
    Object.assign(
      {},
      {
        toJSON() {
          return { ...this };
        },
      },
    ),
  ),
  body(
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('key-7c1d4f55');
        },
      },
    ),
  ),
  input('an unknown argument', 'getPoll', { poll_id: 'a', pol_id: 'b' }, 'pol_id'),
  input('arguments that are a text', 'getPoll', 'a', 'arguments'),
  input('arguments that are an array', 'getPoll', ['a'], 'arguments'),
  input('a required query value that is missing', 'getOG', {}, 'url'),
  input('a query value that is an object', 'getOG', { url: {} }, 'url'),
  option('a header with a line break', { headers: { 'x-a': 'a\r\nx-b: key-7c1d4f55' } }, 'x-a'),
  option('headers that are one text', { headers: 'x-a: b' }, 'headers'),
  option('headers that are a list', { headers: ['x-a', 'b'] }, 'headers'),
  option('headers that are null', { headers: null }, 'headers'),
  option('a header name with a space', { headers: { 'x a': 'a' } }, 'x a'),
  option('a header that is no Latin-1', { headers: { 'x-a': '\u2028' } }, 'x-a'),
  option('a timeout of zero', { timeout: 0 }, 'timeout'),
  option('a timeout that is NaN', { totalTimeout: Number.NaN }, 'totalTimeout'),
  option('a timeout that is text', { timeout: '5' }, 'timeout'),
  option('a negative number of retries', { retry: { limit: -1 } }, 'retry.limit'),
  option('a bound that is not a number', { maxResponseBytes: null }, 'maxResponseBytes'),
  { ...refused, name: 'an invalid base URL', act: ({ client }) => client.withOptions({ baseUrl: 'chat' }) },
  {
    ...refused,
    name: 'a base URL with a password',
    act: ({ client }) => client.withOptions({ baseUrl: 'https://a:key-7c1d4f55@x.example' }),
  },
  { ...refused, name: 'a base URL of a file', act: ({ client }) => client.withOptions({ baseUrl: 'file:///etc' }) },
  { ...refused, name: 'no options for a client', act: () => Reflect.construct(ChatClient, []) },
  { ...refused, name: 'no options for a variant', act: ({ client }) => Reflect.apply(client.withOptions, client, []) },
  {
    ...refused,
    name: 'a fetch that is not a function',
    act: ({ client }) => client.withOptions(Object({ fetch: 'fetch' })),
  },
  {
    ...refused,
    name: 'a method without its client',
    act: ({ client }) => Reflect.apply(client.getPoll, undefined, [{ poll_id: 'a' }]),
  },
];
