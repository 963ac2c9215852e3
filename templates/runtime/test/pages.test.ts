import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiCall, ChatAbortError, ChatApiError, ChatInputError, ChatResponseError, type PagedCall } from '../index.js';
import type { RequestOptions } from '../options.js';
import { byCursor, byKeyset, byOffset, byPage } from '../pages/page-order.js';
import type { PagedOperation } from '../pages/pages.js';
import { ApiClient, pagedCall } from './support/full-client.js';
import { service } from './support/sample-client.js';

const queryPolls: PagedOperation = {
  method: 'POST',
  path: '/polls',
  body: { kind: 'json' },
  pages: { items: 'polls', order: byCursor('next', 'next') },
};

interface Poll {
  readonly id: number;
}
interface PollPage {
  readonly polls: readonly Poll[];
  readonly next?: string | null;
}

/** The responses of the service, in order; the last one is repeated. */
let answers: (object | number)[];
let sent: {
  readonly url: URL;
  readonly body: unknown;
  readonly headers: Headers;
  readonly signal: AbortSignal | null;
}[];
let rejections: unknown[];
const noteRejection = (reason: unknown) => rejections.push(reason);

beforeEach(() => {
  sent = [];
  rejections = [];
  process.on('unhandledRejection', noteRejection);
});
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', noteRejection);
  expect(rejections).toEqual([]);
});

const fetch = async (url: string, init: RequestInit): Promise<Response> => {
  const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
  sent.push({ url: new URL(url), body, headers: new Headers(init.headers), signal: init.signal ?? null });
  init.signal?.throwIfAborted();
  const answer = answers[sent.length - 1] ?? answers.at(-1);
  if (typeof answer === 'number') return Response.json({ message: 'no', code: 1 }, { status: answer });
  return Response.json(answer);
};

class Client extends ApiClient {
  constructor() {
    super(service, { fetch, retry: { limit: 0 }, ...{ apiKey: 'key', token: 'token' } });
  }

  query<Reply = PollPage, Item = Poll>(
    operation: PagedOperation,
    args?: object,
    options?: RequestOptions,
  ): PagedCall<Reply, Item> {
    return pagedCall<Reply, Item>(this, operation, args, options);
  }
}

const client = new Client();
const page = (ids: readonly number[], next?: unknown): object => ({ polls: ids.map((id) => ({ id })), next });

async function idsOf(call: AsyncIterable<{ readonly id: unknown }>): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const { id } of call) ids.push(id);
  return ids;
}

/** The items received, and the error that ended the iteration. */
async function failing(call: AsyncIterable<{ readonly id: unknown }>): Promise<{ ids: unknown[]; error: unknown }> {
  const ids: unknown[] = [];
  try {
    for await (const { id } of call) ids.push(id);
  } catch (error) {
    return { ids, error };
  }
  throw new Error('the iteration ended without an error');
}

describe('a paged call', () => {
  test('yields the items of all pages, each requested with the cursor of the previous one', async () => {
    answers = [page([1, 2], 'a'), page([], 'b'), page([3], '')];
    expect(await idsOf(client.query(queryPolls, { limit: 2, filter: { open: true } }))).toEqual([1, 2, 3]);
    expect(sent.map(({ body }) => body)).toEqual([
      { limit: 2, filter: { open: true } },
      { limit: 2, filter: { open: true }, next: 'a' },
      { limit: 2, filter: { open: true }, next: 'b' },
    ]);
  });

  test.each([undefined, null, ''])('ends where the cursor is %j', async (next) => {
    answers = [page([1], next)];
    expect(await idsOf(client.query(queryPolls))).toEqual([1]);
    expect(sent).toHaveLength(1);
  });

  test('gets the cursor from the URL of the next page', async () => {
    const url = 'https://api.example.com/polls?limit=2&page%5Bn%5D=';
    answers = [page([1], `${url}2`), page([2], `${url}007`), page([3], null)];
    const byLink: PagedOperation = {
      ...queryPolls,
      pages: { items: 'polls', order: byCursor('next', 'next', 'page[n]') },
    };
    expect(await idsOf(client.query(byLink))).toEqual([1, 2, 3]);
    expect(sent.map(({ body }) => body)).toEqual([undefined, { next: 2 }, { next: '007' }]);
    answers = [page([1], 'https://api.example.com/polls?limit=2')];
    expect(await failing(client.query(byLink))).toMatchObject({
      ids: [],
      error: { message: expect.stringContaining('no cursor at next') },
    });
  });

  test('returns the first page when it is awaited, and requests no other', async () => {
    answers = [page([1], 'a')];
    const call = client.query(queryPolls);
    expect(call).toBeInstanceOf(ApiCall);
    expect(await call).toEqual(page([1], 'a'));
    const { data, response } = await call.withResponse();
    expect([data, response.status]).toEqual([page([1], 'a'), 200]);
    expect(sent).toHaveLength(1);
  });

  test('requests the first page once, however it is used', async () => {
    answers = [page([1], 'a'), page([2])];
    const call = client.query(queryPolls);
    await call;
    expect(await idsOf(call)).toEqual([1, 2]);
    expect(sent).toHaveLength(2);
  });

  test('can be iterated again, starting with the page it has', async () => {
    answers = [page([1], 'a'), page([2]), page([3])];
    const call = client.query(queryPolls);
    expect([await idsOf(call), await idsOf(call)]).toEqual([
      [1, 2],
      [1, 3],
    ]);
    expect(sent).toHaveLength(3);
  });

  test('yields whole responses with pages()', async () => {
    answers = [page([1], 'a'), page([2])];
    const replies: unknown[] = [];
    for await (const reply of client.query(queryPolls).pages()) replies.push(reply);
    expect(replies).toEqual([page([1], 'a'), page([2])]);
  });

  test('requests a page when the items before it are consumed, and none after a break', async () => {
    answers = [page([1, 2], 'a'), page([3], 'b')];
    const requests: number[] = [];
    for await (const { id } of client.query(queryPolls)) {
      requests.push(sent.length);
      if (id === 3) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([requests, sent.length]).toEqual([[1, 1, 2], 2]);
  });

  test.each([
    ['at once', {}, ['a', 'a'], [1], 2],
    ['that the caller passed', { next: 'a' }, ['a'], [], 1],
    ['after others', {}, ['a', 'b', 'c', 'a'], [1, 2, 3], 4],
  ])('rejects a server that repeats a cursor %s', async (_name, args, cursors, ids, requests) => {
    answers = cursors.map((next, index) => page([index + 1], next));
    const failed = await failing(client.query(queryPolls, args));
    expect(failed.ids).toEqual(ids);
    expect(failed.error).toBeInstanceOf(ChatResponseError);
    expect(failed.error).toMatchObject({ method: 'POST', path: '/polls', status: 200 });
    expect(String(failed.error)).toContain('the cursor at next was repeated');
    expect(sent).toHaveLength(requests);
  });

  test.each([
    ['items that are not an array', { polls: {} }, 'no array of items at polls'],
    ['a cursor that is an object', { polls: [], next: { a: 1 } }, 'no cursor at next'],
  ])('rejects %s', async (_name, answer, message) => {
    answers = [answer];
    const { error } = await failing(client.query(queryPolls));
    expect(error).toBeInstanceOf(ChatResponseError);
    expect(String(error)).toContain(message);
  });

  test.each([{ polls: null }, {}])('treats %j as an empty page', async (answer) => {
    answers = [answer];
    expect(await idsOf(client.query(queryPolls))).toEqual([]);
  });

  test('rejects the iteration with the error of a later page', async () => {
    answers = [page([1], 'a'), 500];
    const { ids, error } = await failing(client.query(queryPolls));
    expect(ids).toEqual([1]);
    expect(error).toBeInstanceOf(ChatApiError);
  });

  test('rejects the iteration, and nothing else, with the error of the first page', async () => {
    answers = [403];
    const { error } = await failing(client.query(queryPolls));
    expect(error).toMatchObject({ status: 403 });
    const iterator = client.query(queryPolls).pages();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(iterator.next()).rejects.toBeInstanceOf(ChatApiError);
  });

  test('rejects when it is awaited and never iterated', async () => {
    answers = [403];
    await expect(client.query(queryPolls)).rejects.toBeInstanceOf(ChatApiError);
  });

  test('requests every page with the same options', async () => {
    answers = [page([1], 'a'), page([2])];
    const options = { headers: { 'X-Team': 'red' } };
    const call = client.query(queryPolls, {}, options);
    options.headers = { 'X-Team': 'blue' };
    await idsOf(call);
    expect(sent.map(({ headers }) => headers.get('x-team'))).toEqual(['red', 'red']);
  });

  test('ends with the signal, on any page', async () => {
    answers = [page([1], 'a'), page([2], 'b')];
    const controller = new AbortController();
    const ids: number[] = [];
    const iterate = async () => {
      for await (const { id } of client.query(queryPolls, {}, { signal: controller.signal })) {
        ids.push(id);
        if (id === 2) controller.abort();
      }
    };
    await expect(iterate()).rejects.toBeInstanceOf(ChatAbortError);
    expect([ids, sent.length]).toEqual([[1, 2], 2]);
  });

  test('does not change the arguments, and reads them at the call', async () => {
    answers = [page([1], 'a'), page([2])];
    const args = { filter: { tags: ['red'] } };
    const call = client.query(queryPolls, Object.freeze(args));
    args.filter.tags.push('blue');
    await idsOf(call);
    expect(args).toEqual({ filter: { tags: ['red', 'blue'] } });
    expect(sent[1]?.body).toEqual({ filter: { tags: ['red'] }, next: 'a' });
  });

  test('rejects cyclic arguments like any call', async () => {
    const args: Record<string, unknown> = {};
    args.self = args;
    const { error } = await failing(client.query(queryPolls, args));
    expect(error).toBeInstanceOf(ChatInputError);
  });

  test('has cursors and items below other fields, and in a query', async () => {
    const operation: PagedOperation = {
      method: 'GET',
      path: '/polls',
      parameters: [{ name: 'page', in: 'query', json: true }],
      pages: { items: 'data/a~1b', order: byCursor('page/token', 'meta/next') },
    };
    answers = [
      { data: { 'a/b': [{ id: 1 }] }, meta: { next: 7 } },
      { data: { 'a/b': [{ id: 2 }] }, meta: {} },
    ];
    const args = { page: { size: 1 } };
    expect(await idsOf(client.query(operation, args))).toEqual([1, 2]);
    expect(sent.map(({ url }) => url.searchParams.get('page'))).toEqual(['{"size":1}', '{"size":1,"token":7}']);
    expect(args).toEqual({ page: { size: 1 } });
  });
});

describe('pages after the last item', () => {
  const listGroups: PagedOperation = {
    method: 'GET',
    path: '/groups',
    parameters: ['limit', 'id_gt', 'created_at_gt'].map((name) => ({ name, in: 'query' }) as const),
    dates: { groups: [{ created_at: 1 }] },
    pages: { items: 'groups', order: byKeyset({ id_gt: 'id', created_at_gt: 'created_at' }, 'limit') },
  };
  const groups = (...ids: readonly number[]): object => ({
    groups: ids.map((id) => ({ id: `g${id}`, created_at: `2026-01-0${id}T00:00:00.0004Z` })),
  });
  const asked = () => sent.map(({ url }) => [url.searchParams.get('id_gt'), url.searchParams.get('created_at_gt')]);

  test('send its fields unchanged, until a page is empty', async () => {
    answers = [groups(1, 2), groups(3), groups()];
    expect(await idsOf(client.query(listGroups))).toEqual(['g1', 'g2', 'g3']);
    expect(asked()).toEqual([
      [null, null],
      ['g2', '2026-01-02T00:00:00.0004Z'],
      ['g3', '2026-01-03T00:00:00.0004Z'],
    ]);
  });

  test('end with a page that is shorter than requested', async () => {
    answers = [groups(1, 2), groups(3)];
    expect(await idsOf(client.query(listGroups, { limit: 2 }))).toEqual(['g1', 'g2', 'g3']);
    expect(sent).toHaveLength(2);
  });

  test('omit an item that is repeated because its time was rounded', async () => {
    answers = [groups(1, 2), groups(2, 3), groups(3)];
    expect(await idsOf(client.query(listGroups))).toEqual(['g1', 'g2', 'g3']);
    expect(sent).toHaveLength(3);
  });

  test('throw if the pages form a cycle', async () => {
    answers = [groups(1, 2)];
    const { ids, error } = await failing(client.query(listGroups));
    expect(ids).toEqual(['g1', 'g2']);
    expect(error).toBeInstanceOf(ChatResponseError);
    expect(sent).toHaveLength(2);
  });

  test('throw if an item has none of the fields', async () => {
    answers = [{ groups: [{}] }];
    const { error } = await failing(client.query(listGroups));
    expect(String(error)).toContain('an item without id and created_at');
  });
});

describe('pages by offset', () => {
  const queryUsers: PagedOperation = {
    method: 'GET',
    path: '/users',
    parameters: [{ name: 'payload', in: 'query', json: true }],
    pages: { items: 'users', order: byOffset('payload/offset', 'payload/limit', 4) },
  };
  const users = (...ids: readonly number[]): object => ({ users: ids.map((id) => ({ id })) });
  const asked = () => sent.map(({ url }) => JSON.parse(url.searchParams.get('payload') ?? 'null'));

  test('continue after the number of items received, until a page is empty', async () => {
    answers = [users(1, 2), users(3), users()];
    expect(await idsOf(client.query(queryUsers))).toEqual([1, 2, 3]);
    expect(asked()).toEqual([null, { offset: 2 }, { offset: 3 }]);
  });

  test('begin at the passed offset, and end with a page that is shorter than requested', async () => {
    answers = [users(1, 2), users(3)];
    const payload = { limit: 2, offset: 1 };
    expect(await idsOf(client.query(queryUsers, { payload }))).toEqual([1, 2, 3]);
    expect(asked()).toEqual([payload, { limit: 2, offset: 3 }]);
  });

  test('end with an error at the largest offset that the service accepts', async () => {
    answers = [users(1, 2), users(3, 4), users(5, 6)];
    const { ids, error } = await failing(client.query(queryUsers));
    expect(ids).toEqual([1, 2, 3, 4, 5, 6]);
    expect(error).toBeInstanceOf(ChatInputError);
    expect(error).toMatchObject({ argument: 'payload/offset', path: '/users' });
    expect(sent).toHaveLength(3);
  });
});

describe('pages by number', () => {
  const listUsers = (first: number): PagedOperation => ({
    method: 'GET',
    path: '/users',
    parameters: ['page', 'size'].map((name) => ({ name, in: 'query' })),
    pages: { items: '', order: byPage('page', first, 'size') },
  });
  const users = (...ids: readonly number[]): object => ids.map((id) => ({ id }));
  const asked = () => sent.map(({ url }) => url.search.replace(/api_key=key&?/, ''));

  test('continue after the first number, until a page is empty', async () => {
    answers = [users(1, 2), users(3), users()];
    expect(await idsOf(client.query(listUsers(0)))).toEqual([1, 2, 3]);
    expect(asked()).toEqual(['?', '?page=1', '?page=2']);
  });

  test('begin at the passed number, and end with a page that is shorter than requested', async () => {
    answers = [users(1, 2), users(3)];
    expect(await idsOf(client.query(listUsers(1), { page: 4, size: 2 }))).toEqual([1, 2, 3]);
    expect(asked()).toEqual(['?page=4&size=2', '?page=5&size=2']);
  });

  test('end with an error if the service ignores the number', async () => {
    answers = [users(1, 2)];
    const { ids, error } = await failing(client.query(listUsers(1)));
    expect(ids).toEqual([1, 2]);
    expect(error).toBeInstanceOf(ChatResponseError);
    expect(sent).toHaveLength(2);
  });

  test('end with an error if the response is not a list', async () => {
    answers = [{ users: [] }];
    const { error } = await failing(client.query(listUsers(1)));
    expect(error).toMatchObject({ message: expect.stringMatching(/no array of items$/) });
  });
});
