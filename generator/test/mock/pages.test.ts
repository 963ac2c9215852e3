import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDescription } from '../../src/load/index.js';
import type { Mock } from '../../src/mock/index.js';
import { mockOf } from './fixture.js';

const headers = { authorization: 'token', 'stream-auth-type': 'jwt', 'content-type': 'application/json' };
let mock: Mock;

beforeAll(async () => {
  const source = fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url));
  const { document } = await loadDescription(source, { cwd: process.cwd(), allowRefs: [], numberDateTimes: true });
  mock = await mockOf(document.root, { replies: 'example' });
});

afterAll(() => mock.close());

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
