import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import jsonwebtoken from 'jsonwebtoken';
import { ChatInputError, ChatTokenError } from '../../../runtime/index.js';
import { withOptions } from '../../../runtime/test/support/full-client.js';
import { startServer, type TestServer } from '../../../runtime/test/support/server.js';
import { entries } from './entries.js';
import { SampleClient, SampleEdgeClient, SampleServerClient } from './sample-server-client.js';

const apiKey = 'key-7c1d4f';
const apiSecret = 'secret-55aa81';
const environment = { ...process.env };

let server: TestServer;
beforeAll(async () => {
  server = await startServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"app":{"created_at":1700000000123500000}}');
  });
});
afterAll(() => server.close());
beforeEach(() => {
  server.arrived.length = 0;
});
afterEach(() => {
  process.env = { ...environment };
});

describe('the main client', () => {
  test('sends its name, its kind of credentials and a request id', async () => {
    const client = new SampleClient({ apiKey, token: 'a.b.c', baseUrl: server.url });
    const { requestId } = await client.getApp().withResponse();
    await client.getApp();
    const [first, second] = server.arrived.map(({ headers }) => headers);
    expect(first).toMatchObject({
      authorization: 'a.b.c',
      'stream-auth-type': 'jwt',
      'x-stream-client': 'chat-client-0.1.0',
    });
    expect(first?.['x-client-request-id']).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(first?.['x-client-request-id']).toBe(requestId);
    expect(first?.['x-client-request-id']).not.toBe(second?.['x-client-request-id']);
  });

  test('is anonymous without a token', async () => {
    await new SampleClient({ apiKey, baseUrl: server.url }).getApp();
    expect(server.arrived[0]?.headers).toMatchObject({ 'stream-auth-type': 'anonymous' });
    expect(server.arrived[0]?.headers.authorization).toBeUndefined();
  });

  test('does not take the secret', () => {
    const create = () => new SampleClient({ apiKey, ...{ apiSecret } });
    expect(create).toThrow(ChatInputError);
    expect(create).toThrow(/^unknown option apiSecret; the options are (?!.*apiSecret)/);
  });

  test('reads nanoseconds as dates', async () => {
    const { app } = await new SampleClient({ apiKey, baseUrl: server.url }).getApp();
    expect(app.created_at).toEqual(new Date(1_700_000_000_124));
  });
});

describe.each(entries)('the client of $entry', ({ Client }) => {
  test('takes the secret and no token', () => {
    expect(() => new Client({ apiKey, apiSecret, ...{ secret: '' } })).toThrow(
      /^unknown option secret; .*, apiSecret$/,
    );
    expect(() => new Client({ apiKey, ...{ token: 'a.b.c' } })).toThrow(ChatInputError);
    const options = { token: 'a.b.c', apiSecret, timeout: 1_000 };
    expect(() => withOptions(new Client({ apiKey, apiSecret }), options)).not.toThrow();
  });

  test('signs its own token, without timestamps', async () => {
    await new Client({ apiKey, apiSecret, baseUrl: server.url }).getApp();
    const token = server.arrived[0]?.headers.authorization ?? '';
    expect(jsonwebtoken.verify(token, apiSecret, { algorithms: ['HS256'] })).toEqual({ server: true });
    expect(server.arrived[0]?.url).toBe(`/api/v2/app?api_key=${apiKey}`);
  });

  test('reads missing options from the environment', async () => {
    Object.assign(process.env, {
      STREAM_API_KEY: 'env-key',
      STREAM_API_SECRET: apiSecret,
      STREAM_BASE_URL: server.url,
    });
    await new Client().getApp();
    await new Client({ apiKey }).getApp();
    expect(server.arrived.map(({ url }) => url)).toEqual([
      '/api/v2/app?api_key=env-key',
      `/api/v2/app?api_key=${apiKey}`,
    ]);
  });

  test.each<[string, { apiKey?: string; apiSecret?: string }, string]>([
    ['no key', { apiSecret }, 'STREAM_API_KEY'],
    ['no secret', { apiKey }, 'STREAM_API_SECRET'],
    ['an empty secret', { apiKey, apiSecret: '' }, 'STREAM_API_SECRET'],
    ['a blank secret', { apiKey, apiSecret: ' \n' }, 'STREAM_API_SECRET'],
  ])('rejects %s', async (_, options, variable) => {
    delete process.env.STREAM_API_KEY;
    process.env.STREAM_API_SECRET = options.apiSecret === '' ? apiSecret : '';
    // Creating the client succeeds, so that a module can do it; the first call fails.
    const call = new Client({ ...options, baseUrl: server.url }).getApp();
    await expect(call).rejects.toMatchObject({ name: 'ChatTokenError', method: 'GET', path: '/api/v2/app' });
    await expect(call).rejects.toThrow(`is missing or empty, and so is ${variable}`);
  });

  test('needs a secret for tokens', async () => {
    process.env.STREAM_API_SECRET = '';
    await expect(async () => new Client({ apiKey }).createUserToken('john')).rejects.toThrow(ChatTokenError);
    await expect(async () => new Client({ apiKey }).verifyToken('a.b.c')).rejects.toThrow(ChatTokenError);
  });

  test('uses a key and a secret that end with a line break, as those read from a file may', async () => {
    await new Client({ apiKey: `${apiKey}\n`, apiSecret: `${apiSecret}\n`, baseUrl: server.url }).getApp();
    expect(jsonwebtoken.verify(server.arrived[0]?.headers.authorization ?? '', apiSecret)).toEqual({ server: true });
    expect(server.arrived[0]?.url).toBe(`/api/v2/app?api_key=${apiKey}`);
  });

  test('rejects options that are not an object', () => {
    expect(() => Reflect.construct(Client, ['key', 'secret'])).toThrow(ChatInputError);
    expect(() => Reflect.construct(Client, [{ key: 'key', secret: 'secret' }])).toThrow(', apiKey, token');
  });

  test('shows neither secret nor token', async () => {
    const client = new Client({ apiKey, apiSecret, baseUrl: server.url });
    await client.getApp();
    expect(inspect(client, { depth: 20, showHidden: true }) + JSON.stringify(client)).not.toMatch(/7c1d4f|55aa81|eyJ/);
  });

  test('creates user tokens that it can verify', async () => {
    const client = new Client({ apiKey, apiSecret });
    expect(await client.verifyToken(await client.createUserToken('john', { role: 'admin' }))).toMatchObject({
      user_id: 'john',
      role: 'admin',
    });
  });
});

describe('a file on disk', () => {
  test('is streamed by the server client', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'upload-'));
    try {
      await writeFile(join(folder, 'note.txt'), 'on disk');
      await new SampleServerClient({ apiKey, apiSecret, baseUrl: server.url }).uploadFile({
        file: { path: join(folder, 'note.txt') },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(server.arrived[0]?.body.toString()).toMatch(/name="file"; filename="note.txt".*on disk/s);
  });

  test('that is not a regular file is rejected, without its name', async () => {
    const client = new SampleServerClient({ apiKey, apiSecret, baseUrl: server.url });
    for (const path of ['/nonexistent/x', tmpdir(), '/dev/zero']) {
      await expect(client.uploadFile({ file: { path } })).rejects.toThrow('a file that cannot be read');
    }
    expect(server.arrived).toEqual([]);
  });

  test('is rejected by the client for workers', async () => {
    const client = new SampleEdgeClient({ apiKey, apiSecret, baseUrl: server.url });
    await expect(client.uploadFile({ file: { path: '/etc/hosts' } })).rejects.toThrow('only the server client reads');
  });
});
