import { describe, expect, test } from '@jest/globals';
import * as plain from '../client.js';
import { multipart } from '../encode/multipart.js';
import type { Operation } from '../operation.js';
import type { ClientOptions } from '../options.js';
import type { Service } from '../service.js';
import { userAgentHeader } from '../user-agent.js';
import * as full from './support/full-client.js';

const bare: Service = { baseUrl: 'https://x.example/v1/', credentials: [], security: [] };

/** Makes one call and returns the arguments of `fetch`, or the error. */
async function send(
  client: 'full' | 'plain',
  service: Partial<Service>,
  options: ClientOptions,
  operation: Operation,
  args?: object,
  response = new Response('{}'),
) {
  let request: { readonly url: string; readonly headers: Headers } | undefined;
  const fetch = async (url: string, init: RequestInit) => {
    request = { url, headers: new Headers(init.headers) };
    return response;
  };
  const { ApiClient, call } = client === 'full' ? full : plain;
  const data = await call(new ApiClient({ ...bare, ...service }, { ...options, fetch }), operation, args).catch(
    (error: unknown) => error,
  );
  return { url: request?.url, headers: request?.headers, data };
}

const get: Operation = { method: 'GET', path: '/a' };

describe('the user agent', () => {
  const ask = async (options: ClientOptions = {}) => {
    const { headers } = await send('plain', { headers: userAgentHeader('pets-client/1.0.0') }, options, get);
    return headers?.get('user-agent');
  };

  test('is sent, unless the caller sets another', async () => {
    expect(await ask()).toBe('pets-client/1.0.0');
    expect(await ask({ headers: { 'user-agent': 'app/2' } })).toBe('app/2');
  });

  test.each(['document', 'importScripts'])('is not sent if there is a global %s', async (name) => {
    Reflect.set(globalThis, name, {});
    try {
      expect(await ask()).toBeNull();
    } finally {
      Reflect.deleteProperty(globalThis, name);
    }
  });
});

describe('credentials', () => {
  const service = {
    credentials: [
      { option: 'key', scheme: 'key', in: 'query', name: 'api key' },
      { option: 'bearer', scheme: 'bearer', in: 'header', name: 'Authorization', prefix: 'Bearer ' },
      { option: 'basic', scheme: 'basic', in: 'header', name: 'Authorization', prefix: 'Basic ' },
      { option: 'session', scheme: 'session', in: 'cookie', name: 'sid' },
    ],
    security: [['key', 'bearer'], ['basic'], ['session']],
  } as const satisfies Partial<Service>;
  const ask = async (options: object, operation: Operation = get) => {
    const { url, headers, data } = await send('full', service, options, operation);
    return { url, authorization: headers?.get('authorization'), cookie: headers?.get('cookie'), data };
  };

  test.each<[string, object, object]>([
    [
      'the first alternative that is whole',
      { bearer: 'b', basic: { username: 'jö', password: 'p:w' } },
      { authorization: 'Basic asO2OnA6dw==', url: 'https://x.example/v1/a' },
    ],
    [
      'both of an alternative',
      { key: 'k&', bearer: 'b' },
      { authorization: 'Bearer b', url: 'https://x.example/v1/a?api%20key=k%26' },
    ],
    [
      'what there is of the first otherwise',
      { key: 'k' },
      { authorization: null, url: 'https://x.example/v1/a?api%20key=k' },
    ],
    ['a cookie', { session: 's;x' }, { cookie: 'sid=s%3Bx' }],
    ['none', {}, { authorization: null, cookie: null, url: 'https://x.example/v1/a' }],
    ['a function', { session: async () => 's' }, { cookie: 'sid=s' }],
  ])('are %s', async (_, options, wanted) => {
    expect(await ask(options)).toMatchObject(wanted);
  });

  test('are those of the operation if it has its own', async () => {
    const options = { key: 'k', bearer: 'b', session: 's' };
    expect(await ask(options, { ...get, security: [['session']] })).toMatchObject({
      authorization: null,
      cookie: 'sid=s',
    });
    expect(await ask(options, { ...get, security: [] })).toMatchObject({ authorization: null, cookie: null });
    expect(await ask(options, { ...get, security: [[], ['bearer']] })).toMatchObject({ authorization: 'Bearer b' });
  });

  test.each([
    ['a line break', { bearer: 'secret-1\r\nx: y' }, 'ChatInputError'],
    ['another kind', { bearer: { secret: 'secret-1' } }, 'ChatInputError'],
    ['nothing', { bearer: '' }, 'ChatTokenError'],
  ])('with %s are rejected without showing them', async (_, options, name) => {
    const { url, data } = await ask({ key: 'k', ...options });
    expect(url).toBeUndefined();
    expect(data).toHaveProperty('name', name);
    expect(`${data instanceof Error && data.stack}${JSON.stringify(data)}`).not.toContain('secret-1');
  });
});

describe('the server', () => {
  test.each<[string, ClientOptions, Operation, string]>([
    ["is the description's", {}, get, 'https://x.example/v1/a'],
    ["is the operation's where it has one", {}, { ...get, server: 'https://y.example/' }, 'https://y.example/a'],
    ['may be relative', {}, { ...get, server: '/v2' }, 'https://x.example/v2/a'],
    [
      "is the caller's before all",
      { baseUrl: 'http://localhost:1/z//' },
      { ...get, server: 'https://y.example' },
      'http://localhost:1/z/a',
    ],
  ])('%s', async (_, options, operation, wanted) => {
    expect((await send('full', {}, options, operation)).url).toBe(wanted);
  });

  test('is required', () => {
    expect(() => new full.ApiClient({ ...bare, baseUrl: '/api' }, {})).toThrow('baseUrl must be an absolute http');
  });
});

describe('responses', () => {
  const reply = async (kind: NonNullable<Operation['reply']>, body: string | null, type = '', status = 200) => {
    const response = new Response(body, { status, headers: type === '' ? {} : { 'content-type': type } });
    return (await send('full', {}, {}, { ...get, reply: kind }, undefined, response)).data;
  };

  test('are text, bytes, nothing, or depend on their media type', async () => {
    expect(await reply('text', '{"a":1}', 'application/json')).toBe('{"a":1}');
    expect(await reply('empty', '{"a":1}', 'application/json')).toBeUndefined();
    expect(await reply('auto', '{"a":1}', 'application/problem+json; charset=utf-8')).toEqual({ a: 1 });
    expect(await reply('auto', 'x', 'text/plain')).toBe('x');
    expect(await reply('auto', '<x/>', 'application/soap+xml')).toBe('<x/>');
    expect(await reply('auto', '<x/>', 'image/svg+xml')).toBeInstanceOf(Blob);
    expect(await reply('auto', '')).toBeUndefined();
    const bytes = await reply('binary', 'x', 'image/png');
    expect(bytes).toBeInstanceOf(Blob);
    expect(bytes).toHaveProperty('type', 'image/png');
    expect(await reply('auto', 'x', 'image/png')).toBeInstanceOf(Blob);
  });

  test('are read on platforms without streams', async () => {
    const response = new Response('{"a":1}');
    Object.defineProperty(response, 'body', { value: undefined });
    expect((await send('full', {}, {}, get, undefined, response)).data).toEqual({ a: 1 });
  });

  test('must be Response objects', async () => {
    const client = new full.ApiClient(bare, { retry: { limit: 0 }, fetch: async () => JSON.parse('{}') });
    await expect(full.call(client, get)).rejects.toMatchObject({ name: 'ChatConnectionError' });
  });
});

describe('a client without codecs', () => {
  test('supports scalars and JSON', async () => {
    const operation: Operation = {
      method: 'GET',
      path: '/a/{id}',
      parameters: [
        { name: 'id', in: 'path' },
        { name: 'q', in: 'query' },
        { name: 'list', in: 'query' },
        { name: 'j', in: 'query', json: true },
      ],
    };
    const args = { id: 'x/y', q: true, list: ['a&', 2], j: { a: 1 } };
    const { url } = await send('plain', {}, {}, operation, args);
    expect(url).toBe('https://x.example/v1/a/x%2Fy?q=true&list=a%26&list=2&j=%7B%22a%22%3A1%7D');
  });

  test.each<[string, Operation, object, string]>([
    ['an object in the query', { ...get, parameters: [{ name: 'q', in: 'query' }] }, { q: {} }, 'q must be a string'],
    ['a header', { ...get, parameters: [{ name: 'h', in: 'header' }] }, { h: 'a' }, 'h needs the codec styles'],
    [
      'a path style',
      { ...get, path: '/{p}', parameters: [{ name: 'p', in: 'path', style: 'label' }] },
      { p: 'a' },
      'p needs the codec styles',
    ],
    ['a text reply', { ...get, reply: 'text' }, {}, 'needs the codec replies'],
    [
      'form data',
      { method: 'POST', path: '/a', body: { kind: 'multipart' } },
      { f: 1 },
      'body needs the codec multipart',
    ],
  ])('rejects %s without its codec', async (_, operation, args, message) => {
    const { url, data } = await send('plain', {}, {}, operation, args);
    expect(url).toBeUndefined();
    expect(data).toHaveProperty('message', expect.stringContaining(message));
  });

  test('uses the codecs of its operation', async () => {
    const operation: Operation = { method: 'POST', path: '/a', body: { kind: 'multipart' }, codecs: { multipart } };
    expect((await send('plain', {}, {}, operation, { f: 1 })).url).toBe('https://x.example/v1/a');
  });
});
