import { describe, expect, test } from '@jest/globals';
import { createTokenSource } from '../call/tokens.js';
import { SampleClient } from './support/sample-client.js';

const jwt = (exp: number, more = '') => `e30.${btoa(JSON.stringify({ exp, more })).replaceAll('=', '')}.sig`;

describe('a token source', () => {
  test('fetches once for concurrent calls, and keeps the token until shortly before it expires', async () => {
    let clock = 0;
    let fetched = 0;
    const source = createTokenSource(
      () => Promise.resolve(jwt(100 * ++fetched)),
      () => clock,
    );
    expect(new Set(await Promise.all([source.get(), source.get(), source.get()]))).toEqual(new Set([jwt(100)]));
    clock = 89_000;
    expect(await source.get()).toBe(jwt(100));
    clock = 90_000;
    expect(await source.get()).toBe(jwt(200));
    expect(fetched).toBe(2);
  });

  test('caches a token without expiry, but no failure', async () => {
    let fetched = 0;
    const source = createTokenSource(() => (fetched++ === 0 ? Promise.reject(new Error('down')) : 'opaque'));
    await expect(Promise.all([source.get(), source.get()])).rejects.toThrow('down');
    expect([await source.get(), await source.get(), fetched]).toEqual(['opaque', 'opaque', 2]);
  });

  test('caches no failure of a function that throws synchronously', async () => {
    let fetched = 0;
    const source = createTokenSource(() => {
      if (fetched++ === 0) throw new Error('down');
      return 'opaque';
    });
    await expect(source.get()).rejects.toThrow('down');
    expect(await source.get()).toBe('opaque');
  });

  test.each([undefined, null, ''])('does not cache %j, such as before a login', async (nothing) => {
    let fetched = 0;
    const source = createTokenSource(() => (fetched++ === 0 ? nothing : 'opaque'));
    expect([await source.get(), await source.get()]).toEqual([nothing, 'opaque']);
  });

  test('replaces a refused token once for concurrent calls', async () => {
    let fetched = 0;
    const source = createTokenSource(() => `token-${++fetched}`);
    await source.get();
    expect(await Promise.all([source.replace('token-1'), source.replace('token-1')])).toEqual(['token-2', 'token-2']);
    expect(await source.replace('token-1')).toBe('token-2');
    expect(fetched).toBe(2);
  });

  test('returns no token if the function returns the same one', async () => {
    const source = createTokenSource(() => 'same');
    await source.get();
    expect(await source.replace('same')).toBeUndefined();
  });
});

describe('a call', () => {
  const unauthorized = () => new Response('{"message":"expired"}', { status: 401 });
  const setup = (accepted: string, fetchToken: () => string | Promise<string>) => {
    const sent: (string | null)[] = [];
    const fetch = async (_: string, init: RequestInit) => {
      const token = new Headers(init.headers).get('authorization');
      sent.push(token);
      return token === accepted ? new Response('{}') : unauthorized();
    };
    return { sent, client: new SampleClient({ apiKey: 'key-7c1d4f', token: fetchToken, fetch }) };
  };

  test('sends a token without the line break at its end', async () => {
    const { sent, client } = setup('token-1', () => 'token-1\n');
    await client.getPoll({ poll_id: 'a' });
    expect(sent).toEqual(['token-1']);
  });

  test('fetches a new token after a 401, once, whatever the method', async () => {
    let count = 0;
    const { sent, client } = setup('token-2', () => `token-${++count}`);
    await client.createPoll({ name: 'x' });
    expect(sent).toEqual(['token-1', 'token-2']);
    const other = setup('never', () => `token-${++count}`);
    await expect(other.client.createPoll({ name: 'x' })).rejects.toMatchObject({ name: 'ChatAuthenticationError' });
    expect(other.sent).toHaveLength(2);
  });

  test('is not repeated if there is no other token', async () => {
    const { sent, client } = setup('other', () => 'same');
    await expect(client.getPoll({ poll_id: 'a' })).rejects.toMatchObject({ name: 'ChatAuthenticationError' });
    expect(sent).toEqual(['same']);
  });

  test('shares its token with clients derived by withOptions', async () => {
    let count = 0;
    const { sent, client } = setup('token-1', () => `token-${++count}`);
    await Promise.all([
      client.getPoll({ poll_id: 'a' }),
      client.withOptions({ timeout: 5000 }).getPoll({ poll_id: 'a' }),
    ]);
    expect(sent).toEqual(['token-1', 'token-1']);
  });

  test.each<[string, () => string | Promise<string>]>([
    [
      'throws',
      () => {
        throw new Error('secret-1');
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret-1'))],
    ['gives nothing', () => ''],
  ])('fails with a token error when the function %s, without its message', async (_, fetchToken) => {
    const { sent, client } = setup('x', fetchToken);
    const error = await client.getPoll({ poll_id: 'a' }).then(
      () => new Error('no error'),
      (caught: Error) => caught,
    );
    expect(error.name).toBe('ChatTokenError');
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('secret-1');
    expect(sent).toEqual([]);
  });

  test('does not wait for a token longer than its timeout', async () => {
    const { client } = setup('x', () => new Promise<string>(() => undefined));
    await expect(client.getPoll({ poll_id: 'a' }, { timeout: 20, retry: { limit: 0 } })).rejects.toMatchObject({
      code: 'timeout',
    });
  });
});
