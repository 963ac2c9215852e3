import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDescription } from '../../src/load/index.js';
import type { Mock } from '../../src/mock/index.js';
import { mockOf } from './fixture.js';

const headers = { authorization: 'token', 'stream-auth-type': 'jwt', 'content-type': 'application/json' };
let mock: Mock;
let linked: Mock | undefined;

beforeAll(async () => {
  const source = fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url));
  const { document } = await loadDescription(source, { cwd: process.cwd(), allowRefs: [], numberDateTimes: true });
  mock = await mockOf(document.root, { replies: 'example' });
});

afterAll(async () => {
  await mock.close();
  await linked?.close();
});

test.each([
  ['a cursor', '/api/v2/polls/query', { next: 'page-2' }, 'polls'],
  ['the keys of the last item', '/api/v2/usergroups?id_gt=g1', undefined, 'user_groups'],
  [
    'an offset',
    `/api/v2/users?payload=${encodeURIComponent('{"filter_conditions":{},"offset":25}')}`,
    undefined,
    'users',
  ],
])('a request with %s gets the last page, so that iterating ends', async (_title, path, body, items) => {
  const ask = async (target: string, sent: object | undefined): Promise<Record<string, unknown>> => {
    const init = sent === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(sent) };
    const response = await fetch(`${mock.url}${target}${target.includes('?') ? '&' : '?'}api_key=key`, init);
    expect(response.ok).toBe(true);
    return response.json();
  };
  const first = await ask(path.replace('id_gt=g1', '').replace('25', '0'), body && {});
  const last = await ask(path, body);
  expect(first[items]).not.toEqual([]);
  expect(last[items]).toEqual([]);
  expect(last).not.toHaveProperty('next');
});

test('the link of a first page leads to the last one', async () => {
  const item = { type: 'object', properties: { id: { type: 'string' } } };
  const reply = {
    type: 'object',
    required: ['polls', 'next'],
    properties: { polls: { type: 'array', minItems: 1, items: item }, next: { type: 'string', format: 'uri' } },
  };
  const content = { 'application/json': { schema: reply } };
  const parameters = [{ name: 'page', in: 'query', schema: { type: 'integer' } }];
  const get = { parameters, responses: { 200: { description: 'ok', content } } };
  const root = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: { '/polls': { get } } };
  linked = await mockOf(JSON.parse(JSON.stringify(root)), { replies: 'example' });
  const ask = async (query: string) => (await fetch(`${linked?.url}/polls?${query}`)).json();
  const first = await ask('page=1');
  const { search } = new URL(first.next);
  expect([first.polls.length, search]).toEqual([2, '?page=2']);
  expect(await ask(search.slice(1))).toEqual({ polls: [] });
});
