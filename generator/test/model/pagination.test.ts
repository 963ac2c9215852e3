import { describe, expect, test } from '@jest/globals';
import type { Operation, Pagination } from '../../src/model/model.js';
import type { Problem } from '../../src/problems/index.js';
import type { Json, JsonObject } from '../../src/schema/index.js';
import { modelOf } from './description.js';

const text: JsonObject = { type: 'string' };
const list: JsonObject = { type: 'array', items: { $ref: '#/components/schemas/Poll' } };
const Poll: JsonObject = {
  type: 'object',
  properties: { id: text, meta: { type: 'object', properties: { at: text } } },
};

interface Given {
  readonly query?: JsonObject;
  readonly body?: JsonObject;
  /** The fields of the response, or the schema of a list. */
  readonly reply: JsonObject;
  readonly extension?: Json;
}

function build({ query = {}, body, reply, extension }: Given): { operation: Operation; problems: readonly Problem[] } {
  const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
  const json = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } });
  const post: JsonObject = {
    operationId: 'query',
    parameters: Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema })),
    ...(body ? { requestBody: json(object(body)) } : {}),
    responses: { 200: { description: 'A page.', ...json(reply.type === 'array' ? reply : object(reply)) } },
    ...(extension === undefined ? {} : { 'x-pagination': extension }),
  };
  const { model, problems } = modelOf({ '/polls': { post } }, { components: { schemas: { Poll } } });
  const [operation] = model.operations;
  if (!operation) throw new Error('There is no operation.');
  return { operation, problems: problems.filter(({ code }) => code === 'pagination-invalid') };
}

/** Places as text: the parameter, then the path inside it. */
function shown(pagination: Pagination | undefined): unknown {
  return JSON.parse(
    JSON.stringify(pagination ?? null, (_key, value) => {
      if (typeof value !== 'object' || value === null || !('path' in value)) return value;
      return [value.parameter ? `?${value.parameter.name}` : 'body', ...value.path].join('/');
    }),
  );
}

const byCursor = (sent: string, replied: string) => ({
  items: ['polls'],
  order: { kind: 'cursor', sent, replied: [replied] },
});

const byLink = (link: string, replied: readonly string[]) => ({
  items: ['polls'],
  order: { kind: 'cursor', sent: `?${link}`, replied, link },
});

const byNumber = (sent: string, rest: object = {}) => ({
  items: ['polls'],
  order: { kind: 'offset', sent: `?${sent}`, ...rest },
});

const number: JsonObject = { type: 'integer' };
const objectOf = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

describe('pages are found', () => {
  test.each<[string, Given, unknown]>([
    ['by next', { body: { next: text }, reply: { polls: list, next: text } }, byCursor('body/next', 'next')],
    ['in the query', { query: { next: text }, reply: { polls: list, next: text } }, byCursor('?next', 'next')],
    [
      'by cursor and next_cursor',
      { query: { cursor: text }, reply: { polls: list, cursor: text, next_cursor: text } },
      byCursor('?cursor', 'next_cursor'),
    ],
    [
      'by pageToken and nextPageToken',
      { query: { pageToken: text }, reply: { polls: list, nextPageToken: text } },
      byCursor('?pageToken', 'nextPageToken'),
    ],
    [
      'by after and last_id',
      { query: { after: text }, reply: { polls: list, first_id: text, last_id: text } },
      byCursor('?after', 'last_id'),
    ],
    [
      'where the cursor may be null',
      { query: { next: text }, reply: { polls: list, next: { type: ['string', 'null'] } } },
      byCursor('?next', 'next'),
    ],
    [
      'where the cursors and the list are unions with null',
      {
        query: { cursor: { anyOf: [text, { type: 'null' }] } },
        reply: { polls: { anyOf: [list, { type: 'null' }] }, nextCursor: { anyOf: [text, { type: 'null' }] } },
      },
      byCursor('?cursor', 'nextCursor'),
    ],
    [
      'with items that are not objects',
      { query: { next: text }, reply: { polls: { type: 'array', items: text }, next: text } },
      byCursor('?next', 'next'),
    ],
    [
      'by a cursor beside the items',
      {
        query: { start_cursor: text },
        reply: { polls: list, meta: { type: ['object', 'null'], properties: { next_cursor: text } } },
      },
      { items: ['polls'], order: { kind: 'cursor', sent: '?start_cursor', replied: ['meta', 'next_cursor'] } },
    ],
    [
      'with names beside the items',
      {
        query: { page_token: text },
        reply: { polls: list, unreachable: { type: 'array', items: text }, next_page_token: text },
      },
      byCursor('?page_token', 'next_page_token'),
    ],
    [
      'by the URL of the next page, with its number',
      {
        query: { page: { type: 'integer' } },
        reply: { polls: list, next: { type: ['string', 'null'], format: 'uri' } },
      },
      byLink('page', ['next']),
    ],
    [
      'by a URL with a cursor rather than a number',
      {
        query: { 'page[size]': text, offset: text, 'page[cursor]': text },
        reply: { polls: list, next_page_url: text },
      },
      byLink('page[cursor]', ['next_page_url']),
    ],
    [
      'by a link without a format, but with an example',
      {
        query: { offset: { type: 'integer' } },
        reply: { polls: list, next: { ...text, example: 'https://api.example.com/polls?offset=20' } },
      },
      byLink('offset', ['next']),
    ],
    [
      'beside lists of errors and of included objects',
      { query: { cursor: text }, reply: { errors: list, polls: list, included: list, cursor: text } },
      byCursor('?cursor', 'cursor'),
    ],
    [
      'by links beside the items',
      {
        query: { page: text },
        reply: { polls: list, _links: objectOf({ self: text, next: objectOf({ href: text }) }) },
      },
      byLink('page', ['_links', 'next', 'href']),
    ],
    [
      'by an offset, in a response that is a list',
      { query: { limit: number, offset: { ...number, minimum: 0, maximum: 900 } }, reply: list },
      { ...byNumber('offset', { most: 900 }), items: [] },
    ],
    [
      'by an offset rather than a number',
      { query: { size: number, skip: number, page: { ...number, default: 1 } }, reply: { polls: list, total: number } },
      byNumber('skip'),
    ],
    [
      'by a number whose first value is known',
      { query: { per_page: { ...number, maximum: 50 }, page: { ...number, minimum: 0 } }, reply: { polls: list } },
      byNumber('page', { first: 0, limit: '?per_page' }),
    ],
    [
      'by the last item',
      {
        query: { limit: number, starting_after: text, ending_before: text },
        reply: { polls: list, has_more: { type: 'boolean' } },
      },
      { items: ['polls'], order: { kind: 'keyset', fields: [{ sent: '?starting_after', field: ['id'] }] } },
    ],
  ])('%s', (_name, given, want) => {
    const { operation, problems } = build(given);
    expect([shown(operation.pagination), problems]).toEqual([want, []]);
  });
});

describe('no pages are found', () => {
  test.each<[string, Given]>([
    ['where the request has no cursor', { body: { limit: text }, reply: { polls: list, next: text } }],
    ['without a cursor in the response', { body: { next: text }, reply: { polls: list } }],
    ['where the response has two lists', { body: { next: text }, reply: { polls: list, votes: list, next: text } }],
    ['where it has no list', { body: { next: text }, reply: { next: text } }],
    ['where the names mean something else', { query: { name: text }, reply: { polls: list, name: text } }],
    [
      'where the cursor is one of a few values',
      { query: { next: { ...text, enum: ['a', 'b'] } }, reply: { polls: list, next: text } },
    ],
    [
      'where the cursor is an address',
      { query: { next: text }, reply: { polls: list, next: { ...text, format: 'uri' } } },
    ],
    ['where the request has nothing of a link', { query: { next: text }, reply: { polls: list, next_url: text } }],
    [
      'where an argument is an object',
      { query: { page: { type: 'object' } }, reply: { polls: list, next: { ...text, format: 'uri' } } },
    ],
    ['where it is a number', { query: { next: { type: 'integer' } }, reply: { polls: list, next: text } }],
    ['without the size of a page', { query: { page: { ...number, default: 1 } }, reply: list }],
    ['where the first number is not known', { query: { limit: number, page: number }, reply: list }],
    ['where an offset begins with one', { query: { limit: number, offset: { ...number, default: 1 } }, reply: list }],
    ['that the spec excludes', { query: { next: text }, reply: { polls: list, next: text }, extension: false }],
  ])('%s', (_name, given) => {
    const { operation, problems } = build(given);
    expect([operation.pagination, problems]).toEqual([undefined, []]);
  });
});

describe('x-pagination', () => {
  const page: JsonObject = {
    type: 'object',
    properties: { offset: { type: 'integer', maximum: 1000 }, limit: { type: 'integer' } },
  };
  const given: Given = {
    query: {
      id_gt: text,
      at_gt: text,
      limit: { type: 'integer' },
      page,
      pageNo: { type: 'integer' },
      nth: { type: 'integer', minimum: 1 },
    },
    body: { from: text },
    reply: {
      data: { type: 'object', properties: { polls: list } },
      others: list,
      meta: { type: 'object', properties: { to: text, url: { ...text, format: 'uri' } } },
    },
  };

  test.each<[string, Json, unknown]>([
    [
      'names a cursor',
      { items: 'data/polls', cursor: { request: 'from', reply: 'meta/to' } },
      { items: ['data', 'polls'], order: { kind: 'cursor', sent: 'body/from', replied: ['meta', 'to'] } },
    ],
    [
      'names a URL',
      { items: 'others', cursor: { request: 'pageNo', reply: 'meta/url' } },
      { ...byLink('pageNo', ['meta', 'url']), items: ['others'] },
    ],
    [
      'names fields of the last item',
      { items: 'data/polls', keyset: { id_gt: 'id', at_gt: 'meta/at' } },
      {
        items: ['data', 'polls'],
        order: {
          kind: 'keyset',
          fields: [
            { sent: '?id_gt', field: ['id'] },
            { sent: '?at_gt', field: ['meta', 'at'] },
          ],
          limit: '?limit',
        },
      },
    ],
    [
      'names an offset',
      { items: 'others', offset: 'page/offset', limit: 'page/limit' },
      { items: ['others'], order: { kind: 'offset', sent: '?page/offset', limit: '?page/limit', most: 1000 } },
    ],
    [
      'names a number',
      { items: 'others', page: 'pageNo' },
      { items: ['others'], order: { kind: 'offset', sent: '?pageNo', first: 1, limit: '?limit' } },
    ],
    [
      'names a number, and its limit',
      { items: 'others', page: 'nth', limit: 'page/limit' },
      { items: ['others'], order: { kind: 'offset', sent: '?nth', first: 1, limit: '?page/limit' } },
    ],
  ])('%s', (_name, extension, want) => {
    const { operation, problems } = build({ ...given, extension });
    expect([shown(operation.pagination), problems]).toEqual([want, []]);
  });

  test.each<[string, Json, readonly (readonly [place: string, hint: string, severity?: 'warning'])[]]>([
    ['of another type', 'yes', [['', 'Use `false`', 'warning']]],
    ['true', true, [['', 'Use `false`', 'warning']]],
    ['of another tool', { type: 'cursor', limit: 10 }, [['', 'Use `false`', 'warning']]],
    ['without a way', { items: 'others' }, [['', 'cursor']]],
    ['with two ways', { items: 'others', offset: 'limit', keyset: { id_gt: 'id' } }, [['', 'cursor']]],
    ['with a key that has no meaning', { items: 'others', offset: 'limit', size: 1 }, [['/size', 'items']]],
    ['with items that are not a list', { items: 'meta', offset: 'limit' }, [['/items', "'data', 'others', 'meta'"]]],
    ['with the number of a page', { items: 'others', offset: 'pageNo' }, [['/offset', 'Use `page`']]],
    ['with a number from one', { items: 'others', offset: 'nth' }, [['/offset', 'Use `page`']]],
    ['without items', { offset: 'limit' }, [['/items', "'others'"]]],
    [
      'with a cursor that is nowhere',
      { items: 'others', cursor: { request: 'form', reply: 'meta/two' } },
      [
        ['/cursor/request', "'from'"],
        ['/cursor/reply', "'meta'"],
      ],
    ],
    [
      'with fields that are nowhere',
      { items: 'others', keyset: { id_ge: 'id', at_gt: 'a~1t' } },
      [
        ['/keyset/id_ge', "'id_gt'"],
        ['/keyset/at_gt', "'id', 'meta'"],
      ],
    ],
    [
      'with an offset and a limit that are nowhere',
      { items: 'others', offset: 'page/skip', limit: 'size' },
      [
        ['/limit', "'limit'"],
        ['/offset', "'page'"],
      ],
    ],
  ])('%s is reported, with every fault', (_name, extension, want) => {
    const { operation, problems } = build({ ...given, extension });
    expect(operation.pagination).toBeUndefined();
    expect(problems.map(({ severity, pointer }) => [severity, pointer])).toEqual(
      want.map(([place, _hint, severity = 'error']) => [severity, `/paths/~1polls/post/x-pagination${place}`]),
    );
    for (const [index, [, hint]] of want.entries()) expect(problems[index]?.hint).toContain(hint);
  });
});
