import { describe, expect, test } from '@jest/globals';
import { placeArguments } from '../../call/request.js';
import { encodeCookie, encodeHeader } from '../../encode/header.js';
import { encodeStyledPathValue } from '../../encode/path-styles.js';
import { encodeQuery } from '../../encode/query.js';
import { ChatInputError } from '../../index.js';
import type { Parameter } from '../../operation.js';

const place = { method: 'GET', path: '/x', argument: 'id' };
const color = { R: 100, G: 200 };

describe('a query parameter', () => {
  test.each<[string, Partial<Parameter>, unknown, string]>([
    ['text is percent-encoded', {}, 'a b&c=d+é', 'id=a%20b%26c%3Dd%2B%C3%A9'],
    ['an empty text is sent', {}, '', 'id='],
    ['null is omitted', {}, null, ''],
    ['undefined is omitted', {}, undefined, ''],
    ['a boolean', {}, false, 'id=false'],
    ['a number', {}, -1.5, 'id=-1.5'],
    ['a bigint', {}, 12345678901234567890n, 'id=12345678901234567890'],
    ['a date is RFC 3339', {}, new Date(0), 'id=1970-01-01T00%3A00%3A00.000Z'],
    ['form: one pair an item', {}, ['a', null, 'b,c'], 'id=a&id=b%2Cc'],
    ['form, not exploded: joined by commas', { explode: false }, ['a', 'b,c'], 'id=a,b%2Cc'],
    ['form: one pair a field', {}, color, 'R=100&G=200'],
    ['form, not exploded: names and values', { explode: false }, color, 'id=R,100,G,200'],
    ['space delimited', { style: 'spaceDelimited' }, ['a', 'b'], 'id=a%20b'],
    ['pipe delimited', { style: 'pipeDelimited' }, ['a', 'b'], 'id=a%7Cb'],
    ['pipe delimited, exploded', { style: 'pipeDelimited', explode: true }, ['a', 'b'], 'id=a&id=b'],
    [
      'deep object',
      { style: 'deepObject' },
      { a: { b: 1, c: null }, d: ['x', 'y'] },
      'id%5Ba%5D%5Bb%5D=1&id%5Bd%5D%5B0%5D=x&id%5Bd%5D%5B1%5D=y',
    ],
    [
      'deep object with a field named __proto__',
      { style: 'deepObject' },
      JSON.parse('{"__proto__":1}'),
      'id%5B__proto__%5D=1',
    ],
    ['an array of objects is JSON', {}, [{ a: 1 }], 'id=%5B%7B%22a%22%3A1%7D%5D'],
    ['content is JSON', { json: true }, { a: [1, undefined].slice(0, 1), b: undefined }, 'id=%7B%22a%22%3A%5B1%5D%7D'],
    ['reserved characters stay where allowed', { allowReserved: true }, 'a/b?c=[d]&e#f', 'id=a/b?c=%5Bd%5D%26e%23f'],
  ])('%s', (_, parameter, value, wanted) => {
    expect(encodeQuery({ name: 'id', in: 'query', ...parameter }, value, place).join('&')).toBe(wanted);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN), () => 1, Symbol('x'), new Map(), '\ud800'])(
    'rejects %p',
    (value) => {
      expect(() => encodeQuery({ name: 'id', in: 'query' }, value, place)).toThrow(ChatInputError);
    },
  );
});

describe('a path parameter', () => {
  test.each<[string, Partial<Parameter>, unknown, string]>([
    ['text stays in its segment', {}, 'a/b?c#d%2e', 'a%2Fb%3Fc%23d%252e'],
    ['several segments', { allowReserved: true }, 'a/b?c/d', 'a/b%3Fc/d'],
    ['a number', {}, 7, '7'],
    ['dots inside', {}, '...', '...'],
    ['label', { style: 'label' }, 'a', '.a'],
    ['matrix', { style: 'matrix' }, 'a', ';id=a'],
    ['an array', { composite: true }, ['a', 'b,c'], 'a,b%2Cc'],
    ['an array, label', { composite: true, style: 'label' }, ['a', 'b'], '.a,b'],
    ['an array, label exploded', { composite: true, style: 'label', explode: true }, ['a', 'b'], '.a.b'],
    ['an array, matrix', { composite: true, style: 'matrix' }, ['a', 'b'], ';id=a,b'],
    ['an array, matrix exploded', { composite: true, style: 'matrix', explode: true }, ['a', 'b'], ';id=a;id=b'],
    ['an object', { composite: true }, color, 'R,100,G,200'],
    ['an object, exploded', { composite: true, explode: true }, color, 'R=100,G=200'],
    ['an object, label exploded', { composite: true, style: 'label', explode: true }, color, '.R=100.G=200'],
    ['an object, matrix', { composite: true, style: 'matrix' }, color, ';id=R,100,G,200'],
    ['an object, matrix exploded', { composite: true, style: 'matrix', explode: true }, color, ';R=100;G=200'],
  ])('%s', (_, parameter, value, wanted) => {
    expect(encodeStyledPathValue({ name: 'id', in: 'path', ...parameter }, value, place)).toBe(wanted);
  });

  test.each<[unknown, Partial<Parameter>]>([
    ['a//b', { allowReserved: true }],
    ['a/..', { allowReserved: true }],
    [undefined, { allowReserved: true }],
    ['', {}],
    ['.', {}],
    ['..', {}],
    [null, {}],
    [undefined, {}],
    [['a'], {}],
    [{ a: 1 }, {}],
    [Number.NaN, {}],
    [[], { composite: true }],
    [['..'], { composite: true }],
    [{}, { composite: true }],
  ])('rejects %j %j', (value, parameter) => {
    expect(() => encodeStyledPathValue({ name: 'id', in: 'path', ...parameter }, value, place)).toThrow(ChatInputError);
  });
});

describe('header and cookie parameters', () => {
  test.each<[string, Partial<Parameter>, unknown, string]>([
    ['text', {}, 'a b', 'a b'],
    ['an array', {}, ['a', 1], 'a,1'],
    ['an object', {}, color, 'R,100,G,200'],
    ['an object, exploded', { explode: true }, color, 'R=100,G=200'],
    ['JSON', { json: true }, { a: 1 }, '{"a":1}'],
  ])('a header: %s', (_, parameter, value, wanted) => {
    expect(encodeHeader({ name: 'x-id', in: 'header', ...parameter }, value, place)).toBe(wanted);
  });

  test.each(['a\r\nb: c', 'a\nb', 'a\0', 'a\x01', 'a\x7f', '日本'])(
    'a header rejects %j and does not repeat it',
    (value) => {
      expect(() => encodeHeader({ name: 'x-id', in: 'header' }, value, place)).toThrow(
        'GET /x: the header x-id must be a Latin-1 string without control characters',
      );
    },
  );

  test.each<[string, Partial<Parameter>, unknown, string[]]>([
    ['text', {}, 'a;b\r\n', ['id=a%3Bb%0D%0A']],
    ['an array', {}, ['a', 'b'], ['id=a', 'id=b']],
    ['an array, not exploded', { explode: false }, ['a', 'b'], ['id=a,b']],
    ['an object', {}, color, ['R=100', 'G=200']],
    ['JSON', { json: true }, [1], ['id=%5B1%5D']],
  ])('a cookie: %s', (_, parameter, value, wanted) => {
    expect(encodeCookie({ name: 'id', in: 'cookie', ...parameter }, value, place)).toEqual(wanted);
  });
});

describe('arguments', () => {
  const body = { kind: 'json' } as const;

  test('that are not parameters are the body, and a renamed parameter is sent', () => {
    const operation = {
      method: 'PUT',
      path: '/a/{id}',
      parameters: [
        { name: 'id', in: 'path', argument: 'identifier' },
        { name: 'q', in: 'query' },
      ],
      body,
    } as const;
    const parts = placeArguments(operation, { identifier: 'x', q: 1, id: 2, other: 3 });
    expect(parts).toMatchObject({ path: '/a/x', query: ['q=1'], body: { value: { id: 2, other: 3 } } });
  });

  test('omit an optional body without fields, and send {} for a required one', () => {
    expect(placeArguments({ method: 'POST', path: '/a', body }, {}).body).toBeUndefined();
    expect(
      placeArguments({ method: 'POST', path: '/a', body: { ...body, required: true } }, { a: undefined }).body?.value,
    ).toEqual(Object.create(null));
  });

  test('may contain the whole body as one argument', () => {
    const operation = { method: 'POST', path: '/a', body: { ...body, argument: 'body', required: true } } as const;
    expect(placeArguments(operation, { body: [1] }).body?.value).toEqual([1]);
    expect(() => placeArguments(operation, {})).toThrow('body is required');
    expect(() => placeArguments(operation, { body: 1, more: 2 })).toThrow('more is not an argument');
  });

  test.each([
    [
      'a required query parameter',
      { method: 'GET', path: '/a', parameters: [{ name: 'q', in: 'query', required: true }] },
      {},
      'q is required',
    ],
    ['a name that the path has and the parameters have not', { method: 'GET', path: '/a/{x}' }, {}, 'x is in the path'],
    ['a body with GET', { method: 'GET', path: '/a', body }, { a: 1 }, 'fetch allows no body with GET'],
    ['arguments that are not an object', { method: 'GET', path: '/a' }, 'text', 'must be an object'],
  ] as const)('are refused: %s', (_, operation, args, message) => {
    expect(() => placeArguments(operation, args)).toThrow(message);
  });

  test('are not read from a prototype', () => {
    const operation = { method: 'GET', path: '/a', parameters: [{ name: 'constructor', in: 'query' }] } as const;
    expect(placeArguments(operation, {}).query).toEqual([]);
  });
});
