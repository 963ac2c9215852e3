import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Mock } from '../../src/mock/index.js';
import { description, mockOf } from './fixture.js';

const authorised = { authorization: 'Bearer abc' };
const json = { 'content-type': 'application/json' };

let mock: Mock;
const lines: string[] = [];

beforeAll(async () => {
  mock = await mockOf(description, { log: (line) => lines.push(line), maxBodyBytes: 10_000 });
});

afterAll(() => mock.close());

/** Calls with credentials unless the request has its own. */
function call(target: string, init: RequestInit = {}): Promise<Response> {
  const joined = `${target}${target.includes('?') ? '&' : '?'}api_key=k`;
  return fetch(mock.url + joined, { ...init, headers: { ...authorised, ...init.headers } });
}

async function failuresOf(response: Response): Promise<{ [place: string]: string }> {
  const body = await response.json();
  return body.exception_fields ?? {};
}

const pet = JSON.stringify({ id: 1, name: 'Rex' });

describe('routes', () => {
  test.each([
    ['a concrete path has priority over a templated one', '/pets/mine', 200],
    ['a templated path', '/pets/7', 200],
    ['the base path of the server', '/base/v1/pets/7', 200],
    ['two parameters in one segment', '/compare/a%2Fb...main', 204],
    ['a parameter with the sign that ends it', '/files/a.b.csv', 204],
    ['a path with a query', '/files?name=a&action=find&kind=1', 200],
    ['a wrong parameter in it', '/files?action=find&kind=x', 400],
    ['a path without it', '/files', 204],
    ['a path that is not in the spec', '/pets/7/toys', 404],
    ['a slash at the end makes another path', '/pets/7/', 404],
    ['an empty segment is not a value', '/pets/', 404],
    ['a wrong base path', '/base/v2/pets/7', 404],
  ])('%s: %s is %d', async (_name, target, status) => {
    expect((await call(target)).status).toBe(status);
  });

  test('a method that is not in the spec is rejected, with a list of those that are', async () => {
    const response = await call('/pets/7', { method: 'PUT' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS');
    expect(await response.json()).toMatchObject({ StatusCode: 405, details: [] });
  });

  test('HEAD is handled like GET, without the body', async () => {
    const response = await call('/pets/mine', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(2);
    expect(await response.text()).toBe('');
  });

  test('a browser may call from a page of this machine', async () => {
    const origin = 'http://localhost:3000';
    const headers = { origin, 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'x-own' };
    const preflight = await fetch(`${mock.url}/pets/7`, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-own');
    const reply = await call('/pets/7', { headers: { origin } });
    expect(reply.headers.get('access-control-allow-origin')).toBe(origin);
    expect((await call('/pets/7')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

/** One request with headers that `fetch` does not allow. */
async function raw(headers: Record<string, string>, chunks: readonly string[] = []): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const method = chunks.length > 0 ? 'POST' : 'GET';
    const sent = httpRequest(`${mock.url}/pets/7`, { method, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    sent.on('error', reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });
}

describe('requests of a web page', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a program', {}, true],
    ['a page of this machine', { origin: 'http://127.0.0.1:5173' }, true],
    ['a page of another site', { origin: 'https://evil.example' }, false],
    ['a page without a site', { origin: 'null' }, false],
    ['a name that leads here', { host: 'evil.example' }, false],
    ['an image in a page of another site', { 'sec-fetch-site': 'cross-site' }, false],
  ])('%s may use the server: %j %s', async (_, headers, expected) => {
    expect((await raw(headers)) !== 403).toBe(expected);
  });

  test('a body received byte by byte is read, up to the limit', async () => {
    expect(await raw({ 'transfer-encoding': 'chunked' }, Array<string>(9_000).fill(' '))).not.toBe(413);
    expect(await raw({ 'transfer-encoding': 'chunked' }, Array<string>(11_000).fill(' '))).toBe(413);
  });
});

describe('checks of parameters', () => {
  test('all failures are reported at once, each with its place', async () => {
    const response = await call('/pets?limit=many&unheard=1');
    expect(response.status).toBe(400);
    const body = await response.json();
    expect(body).toMatchObject({ code: 4, StatusCode: 400, details: [] });
    expect(body.exception_fields).toStrictEqual({
      'query/limit': 'must be integer',
      'query/name': 'is missing',
      'query/unheard': 'is not in the spec',
    });
    expect(body.message).toContain('listPets failed: ');
    expect(body.message).toContain('query/limit must be integer');
  });

  test.each([
    ['limit=0&name=a', 'query/limit'],
    ['limit=1.5&name=a', 'query/limit'],
    ['limit=1&limit=2&name=a', 'query/limit'],
    ['limit=&name=a', 'query/limit'],
    ['Name=a&name=a', 'query/Name'],
  ])('%s is rejected', async (search, place) => {
    const response = await call(`/pets?${search}`);
    expect(response.status).toBe(400);
    expect(Object.keys(await failuresOf(response))).toStrictEqual([place]);
  });

  test('a path value of the wrong type is rejected', async () => {
    expect(await failuresOf(await call('/pets/seven'))).toStrictEqual({ 'path/id': 'must be integer' });
  });

  test.each([
    ['repeated=1&repeated=2'],
    ['repeated=1'],
    ['commas=1,2,3'],
    ['pipes=a%7Cb|c'],
    ['spaces=1%202+3'],
    ['deep[x]=1&deep%5By%5D=2'],
    ['flat=x,1,y,2'],
    ['one_or_many=a'],
    ['one_or_many=a&one_or_many=b'],
    ['places=1,2'],
    ['flag=true'],
    ['flag='],
    ['choice=2'],
    ['letters=abc&digits=123'],
    [`payload=${encodeURIComponent('{"filter":{},"limit":3}')}`],
  ])('%s is accepted', async (search) => {
    const response = await call(`/styles?${search}`);
    expect(await response.text()).toBe('');
    expect(response.status).toBe(204);
  });

  test.each([
    ['repeated=1,2', 'query/repeated/0'],
    ['commas=1,b', 'query/commas/1'],
    ['commas=1&commas=2', 'query/commas/0'],
    ['pipe=a', 'query/pipe'],
    ['spaces=1,2', 'query/spaces/0'],
    ['deep[x]=b', 'query/deep/x'],
    ['deep[y]=1', 'query/deep/x'],
    ['deep[x]=1&deep[z]=1', 'query/deep/z'],
    ['deep=1', 'query/deep'],
    ['flat=y,1', 'query/flat/x'],
    ['places=a,b', 'query/places/1'],
    ['flag=yes', 'query/flag'],
    ['choice=3', 'query/choice'],
    ['letters=123', 'query/letters'],
    ['digits=abc', 'query/digits'],
    ['payload=filter', 'query/payload'],
    [`payload=${encodeURIComponent('{"filter":{},"limit":"3"}')}`, 'query/payload/limit'],
    [`payload=${encodeURIComponent('{"limit":3}')}`, 'query/payload/filter'],
  ])('%s is rejected at %s', async (search, place) => {
    const response = await call(`/styles?${search}`);
    expect(response.status).toBe(400);
    expect(Object.keys(await failuresOf(response))).toContain(place);
  });

  test('headers and cookies are checked', async () => {
    const good = { 'x-ids': '1, 2', cookie: 'theme=dark; other=1' };
    expect((await call('/styles', { headers: good })).status).toBe(204);
    const bad = { 'x-ids': '1,b', cookie: 'theme=pink' };
    const failures = await failuresOf(await call('/styles', { headers: bad }));
    expect(failures).toStrictEqual({
      'header/X-Ids/1': 'must be integer',
      'cookie/theme': 'must be equal to one of the allowed values: ["dark","light"]',
    });
  });

  test('an object without declared names gets those that no other parameter has', async () => {
    expect((await call('/open?a=1&limit=2')).status).toBe(204);
    expect(Object.keys(await failuresOf(await call('/open?a=b')))).toStrictEqual(['query/filter/a']);
  });

  test('styles of the path', async () => {
    expect((await call('/path/.1.2/;x=1;y=2/3,4')).status).toBe(204);
    const failures = await failuresOf(await call('/path/.1.b/;y=2/3'));
    expect(Object.keys(failures).sort()).toStrictEqual(['path/label/1', 'path/list', 'path/matrix/x']);
  });

  test('deeply nested names are rejected', async () => {
    expect((await call(`/styles?deep${'[x]'.repeat(5_000)}=1`)).status).toBe(400);
  });
});

describe('checks of bodies', () => {
  test.each<[string, RequestInit, number, string[]]>([
    ['a valid body, without what is read-only', { body: pet }, 201, []],
    ['a missing body', {}, 400, ['body']],
    ['no JSON', { body: '{' }, 400, ['body']],
    ['bytes that are not UTF-8', { body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, ['body']],
    ['null', { body: 'null' }, 400, ['body']],
    ['a text where a number is due', { body: '{"id":"1","name":"Rex"}' }, 400, ['body/id']],
    [
      'several failures',
      { body: '{"id":1,"name":"R","tags":[{"text":5}],"parent":{}}' },
      400,
      ['body/name', 'body/parent/id', 'body/parent/name', 'body/tags/0/text'],
    ],
  ])('%s', async (_name, init, status, places) => {
    const response = await call('/pets', { method: 'POST', headers: json, ...init });
    expect(response.status).toBe(status);
    expect(Object.keys(await failuresOf(response)).sort()).toStrictEqual(places);
  });

  test.each([['text/plain'], ['application/xml'], ['']])('the content type "%s" is rejected with 415', async (type) => {
    const headers = { 'content-type': type };
    const response = await call('/pets', { method: 'POST', headers, body: new Blob([pet]) });
    expect(response.status).toBe(415);
    expect(Object.keys(await failuresOf(response))).toStrictEqual(['header/Content-Type']);
  });

  test('a content type may have parameters', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await call('/pets', { method: 'POST', headers, body: pet })).status).toBe(201);
  });

  test('a body that is too large is rejected with 413, with or without its length', async () => {
    const long = `"${'x'.repeat(20_000)}"`;
    const announced = await call('/pets', { method: 'POST', headers: json, body: long });
    expect(announced.status).toBe(413);
    const stream = new Blob([long]).stream();
    const streamed = await call('/pets', { method: 'POST', headers: json, body: stream, ...{ duplex: 'half' } });
    expect(streamed.status).toBe(413);
    expect(await streamed.json()).toMatchObject({ StatusCode: 413 });
  });

  test('a body of an operation without one is rejected', async () => {
    const response = await call('/pets/7', { method: 'DELETE', headers: json, body: '{}' });
    expect(response.status).toBe(400);
  });

  test('multipart parts are parsed by their kind', async () => {
    const form = new FormData();
    form.append('file', new Blob(['bytes']), 'a.txt');
    form.append('user', '{"id":"john"}');
    form.append('sizes', '1');
    form.append('sizes', '2');
    form.append('public', 'true');
    const response = await call('/upload', { method: 'POST', body: form });
    expect(response.status).toBe(200);
  });

  test('multipart parts are checked', async () => {
    const form = new FormData();
    form.append('file', 'no file');
    form.append('user', '{"id":1}');
    form.append('sizes', 'large');
    form.append('public', 'perhaps');
    form.append('unheard', '1');
    const response = await call('/upload', { method: 'POST', body: form });
    const failures = await failuresOf(response);
    expect(Object.keys(failures).sort()).toStrictEqual([
      ...['body/file', 'body/public', 'body/sizes/0', 'body/unheard', 'body/user/id'],
    ]);
    const broken = new FormData();
    broken.append('user', '{');
    const places = Object.keys(await failuresOf(await call('/upload', { method: 'POST', body: broken })));
    expect(places.sort()).toStrictEqual(['body/file', 'body/user']);
  });

  test('a broken multipart body is rejected', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await call('/upload', { method: 'POST', headers, body: '--y\r\n' });
    expect(await failuresOf(response)).toStrictEqual({ body: 'is not multipart/form-data' });
  });

  test('forms', async () => {
    const send = (body: string) => call('/form', { method: 'POST', body: new URLSearchParams(body) });
    expect((await send('age=4&tags=a&tags=b')).status).toBe(204);
    expect((await send('tags=a')).status).toBe(400);
    expect((await send('age=old')).status).toBe(400);
  });

  test('texts', async () => {
    const send = (body: string) => call('/text', { method: 'PUT', headers: { 'content-type': 'text/plain' }, body });
    expect((await send('short')).status).toBe(200);
    expect((await send('too long')).status).toBe(400);
  });

  test('a discriminator selects the branch', async () => {
    const send = (body: string) => call('/union', { method: 'POST', headers: json, body });
    expect((await send('{"kind":"cat","lives":9}')).status).toBe(204);
    expect((await send('{"kind":"dog","lives":9}')).status).toBe(204);
    expect((await send('{"kind":"dog","tail":9}')).status).toBe(400);
  });
});

describe('credentials', () => {
  test.each<[string, string, { [name: string]: string }, number]>([
    ['all of an alternative', '?api_key=k&name=a', authorised, 200],
    ['the other alternative', '?name=a', { cookie: 'sid=1' }, 200],
    ['one of two', '?api_key=k&name=a', {}, 401],
    ['an empty one', '?api_key=&name=a', authorised, 401],
    ['none', '?name=a', {}, 401],
    ['another kind', '?api_key=k&name=a', { authorization: 'Basic abc' }, 401],
  ])('%s', async (_name, search, headers, status) => {
    const response = await fetch(`${mock.url}/pets${search}`, { headers });
    expect(response.status).toBe(status);
  });

  test('missing ones are listed', async () => {
    const response = await fetch(`${mock.url}/pets?name=a&api_key=k`);
    expect(await response.json()).toMatchObject({ code: 5, message: expect.stringContaining('header/Authorization') });
  });

  test('an operation without security needs none', async () => {
    expect((await fetch(`${mock.url}/pets/mine`)).status).toBe(200);
  });
});

describe('responses', () => {
  const ajv = new Ajv2020({ strict: false, logger: false });
  formats.default(ajv);
  const isPet = ajv.compile({ $ref: '#/components/schemas/Pet', components: description.components });

  test('the first example, with the described headers', async () => {
    const response = await call('/pets?name=a');
    expect(await response.json()).toStrictEqual([]);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-ratelimit-limit')).toBe('60');
    expect(response.headers.get('x-next')).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('x-ratelimit-remaining')).toBeNull();
  });

  test('a complete value where there is no example', async () => {
    const body = await (await call('/pets/7')).json();
    expect(isPet(body)).toBe(true);
    expect(Object.keys(body)).toStrictEqual(['id', 'name', 'parent', 'tags', 'created_at']);
    expect(typeof body.created_at).toBe('number');
  });

  test('with "complete" every response is a complete value', async () => {
    const complete = await mockOf(description, { replies: 'complete' });
    const body = await (await fetch(`${complete.url}/pets?name=a&api_key=k`, { headers: authorised })).json();
    await complete.close();
    expect(body).toHaveLength(2);
    expect(body.every(isPet)).toBe(true);
  });

  test('text, bytes and nothing', async () => {
    const text = await call('/text', { method: 'PUT' });
    expect([text.headers.get('content-type'), await text.text()]).toStrictEqual(['text/plain', 'hello']);
    const bytes = await call('/bytes');
    expect(bytes.headers.get('content-type')).toBe('image/png');
    expect((await bytes.arrayBuffer()).byteLength).toBeGreaterThan(0);
    const nothing = await call('/pets/7', { method: 'DELETE' });
    expect([nothing.status, nothing.headers.get('content-type')]).toStrictEqual([204, null]);
  });

  test('an error of another shape contains the message if it has a field for it', async () => {
    const response = await call('/union', { method: 'POST', headers: json, body: '{"kind":"dog","tail":9}' });
    const body = await response.json();
    expect(body).toStrictEqual({ id: expect.any(Number), error: expect.stringContaining('body/tail must be boolean') });
  });
});

describe('the Prefer header', () => {
  const prefer = (target: string, value: string) => call(target, { headers: { prefer: value } });

  test.each([
    ['/pets/7', 'code=404', 404],
    ['/pets/7', 'code=503', 503],
    ['/pets/mine', 'code=500', 500],
    ['/pets/7', 'respond-async, code="404"; x=1', 404],
    ['/pets/7', 'code=200', 200],
  ])('%s with %s is %d', async (target, value, status) => {
    const response = await prefer(target, value);
    expect(response.status).toBe(status);
    expect(response.headers.get('preference-applied')).toBe(`code=${status}`);
    const body = await response.json();
    expect(body).toMatchObject(status < 400 ? { id: expect.any(Number) } : { StatusCode: status });
  });

  test('a success that is not in the spec has no body', async () => {
    const response = await prefer('/pets/7', 'code=202');
    expect([response.status, await response.text()]).toStrictEqual([202, '']);
  });

  test('429 has a delay for the next attempt', async () => {
    const described = await prefer('/pets?name=a', 'code=429');
    expect(described.headers.get('retry-after')).toBe('30');
    expect(described.headers.get('x-ratelimit-remaining')).toBe('0');
    const common = await prefer('/pets/mine', 'code=429');
    expect(common.headers.get('retry-after')).toBe('1');
    expect(Number(common.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1_000);
    expect(await common.json()).toMatchObject({ code: 9, StatusCode: 429 });
  });

  test('an example by name', async () => {
    expect(await (await prefer('/pets?name=a', 'example=one')).json()).toStrictEqual([{ id: 7, name: 'Rex' }]);
    expect(await (await prefer('/pets?name=a', 'code=200, example="one"')).json()).toHaveLength(1);
  });

  test.each([['example=unheard'], ['code=99'], ['code=ok'], ['code=404, example=one']])(
    '%s is rejected',
    async (value) => {
      const response = await prefer('/pets?name=a', value);
      expect(response.status).toBe(400);
      expect(Object.keys(await failuresOf(response))).toStrictEqual(['header/Prefer']);
    },
  );

  test('a request that is not valid is still rejected', async () => {
    expect((await prefer('/pets', 'code=200')).status).toBe(400);
  });
});

describe('recording', () => {
  test('a session contains requests byte by byte, and ends when it is read', async () => {
    const headers = { ...authorised, ...json, 'X-Own': 'Yes' };
    const target = `${mock.url}/__mock/one/pets?api_key=%6B`;
    const reply = await (await fetch(target, { method: 'POST', headers, body: pet })).text();
    await fetch(`${mock.url}/__mock/one/un%68eard`);
    await fetch(`${mock.url}/__mock/two/pets/mine`);
    const requests = await (await fetch(`${mock.url}/__mock/one/requests`)).json();
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({ method: 'POST', path: '/pets', query: 'api_key=%6B', status: 201 });
    expect(requests[0].operation).toBe('createPet');
    expect(requests[0].headers).toContainEqual(['X-Own', 'Yes']);
    expect(Buffer.from(requests[0].body, 'base64').toString()).toBe(pet);
    expect(Buffer.from(requests[0].reply, 'base64').toString()).toBe(reply);
    expect(requests[1]).toMatchObject({ method: 'GET', path: '/un%68eard', query: '', operation: null, status: 404 });
    expect(await (await fetch(`${mock.url}/__mock/one/requests`)).json()).toStrictEqual([]);
    expect(await (await fetch(`${mock.url}/__mock/two/requests`)).json()).toHaveLength(1);
  });
});

describe('the server', () => {
  test('returns its URL, on loopback', () => {
    expect(lines).toStrictEqual([`listening on ${mock.url}`]);
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('a port in use is an error', async () => {
    await expect(mockOf(description, { port: Number(new URL(mock.url).port) })).rejects.toThrow('EADDRINUSE');
  });

  test('closes while a connection is open', async () => {
    const other = await mockOf(description);
    const socket = connect(Number(new URL(other.url).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    await other.close();
    await closed;
    await expect(fetch(`${other.url}/pets/mine`)).rejects.toThrow();
  });

  test('continues after a connection was cut off', async () => {
    const socket = connect(Number(new URL(mock.url).port), '127.0.0.1');
    socket.write('POST /pets HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    expect((await call('/pets/mine')).status).toBe(200);
  });
});
