import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import jsonwebtoken from 'jsonwebtoken';
import { ChatTokenError } from '../../../runtime/index.js';
import { type UserTokenOptions, userClaims } from '../user-claims.js';
import { entries } from './entries.js';

const secret = 'secret-55aa81';
const now = Date.UTC(2024, 0, 1);
const seconds = now / 1000;

describe('the claims of a user token', () => {
  test.each<[string, UserTokenOptions, object]>([
    ['an hour without an expiry', {}, { exp: seconds + 3600 }],
    ['no end', { expiresIn: 'never' }, {}],
    ['a span', { expiresIn: '1h' }, { exp: seconds + 3600 }],
    ['a span in days', { expiresIn: '1.5d' }, { exp: seconds + 129_600 }],
    ['seconds', { expiresIn: 90 }, { exp: seconds + 90 }],
    ['a date', { expiresAt: new Date(now + 1500) }, { exp: seconds + 1 }],
    ['unix seconds', { expiresAt: seconds + 5 }, { exp: seconds + 5 }],
    [
      'role, channels, calls and claims',
      { role: 'admin', channelCids: ['a:b'], callCids: ['c:d'], claims: { team: 'red' } },
      { exp: seconds + 3600, role: 'admin', channel_cids: ['a:b'], call_cids: ['c:d'], team: 'red' },
    ],
  ])('%s', (_, options, wanted) => {
    expect(userClaims('john', options, now)).toEqual({ user_id: 'john', iat: seconds - 5, ...wanted });
  });

  test.each<[string, unknown, UserTokenOptions]>([
    ['no user id', undefined, {}],
    ['an option that is misspelt', 'john', Object({ expireIn: '1h' })],
    ['an empty user id', '', {}],
    ['a blank user id', ' ', {}],
    ['a NaN expiry', 'john', { expiresAt: Number.NaN }],
    ['an invalid date', 'john', { expiresAt: new Date(Number.NaN) }],
    ['a past expiry', 'john', { expiresAt: seconds - 1 }],
    ['milliseconds', 'john', { expiresAt: now + 3_600_000 }],
    ['a span of nothing', 'john', { expiresIn: 0 }],
    ['a negative span', 'john', { expiresIn: -5 }],
    ['a span without unit', 'john', { expiresIn: '10' }],
    ['an unknown unit', 'john', { expiresIn: '1y' }],
    ['two expiries', 'john', { expiresIn: 5, expiresAt: seconds + 5 }],
    ['the claim server', 'john', { claims: { server: true } }],
    ['the claim user_id', 'john', { claims: { user_id: 'x' } }],
    ['the claim iat', 'john', { claims: { iat: 1 } }],
    ['the claim exp', 'john', { claims: { exp: 1 } }],
    ['the claim nbf as text', 'john', { claims: { nbf: '5' } }],
    ['claims that JSON cannot hold', 'john', { claims: { a: new Map() } }],
  ])('reject %s', (_, userId, options) => {
    expect(() => userClaims(userId, options, now)).toThrow(ChatTokenError);
  });

  test.each<[string, string]>([
    ['no options', 'null'],
    ['options that are a text', '"1h"'],
    ['claims that are nothing', '{"claims":null}'],
    ['claims that are a list', '{"claims":["admin"]}'],
    ['a role that is not a string', '{"role":5}'],
    ['channels that are not a list', '{"channelCids":"messaging:a"}'],
    ['calls that are not strings', '{"callCids":[5]}'],
  ])('reject %s, which only untyped callers can pass', (_, options) => {
    expect(() => userClaims('john', JSON.parse(options), now)).toThrow(ChatTokenError);
  });
});

describe.each(entries)('a token of $entry', ({ tokens }) => {
  test('is signed by HS256, and that of a server has no timestamps', async () => {
    const token = await tokens.signServerToken(secret);
    expect(jsonwebtoken.decode(token, { complete: true })).toMatchObject({
      header: { alg: 'HS256', typ: 'JWT' },
      payload: { server: true },
    });
    expect(await tokens.verify(secret, token)).toEqual({ server: true });
  });

  test('does not change the options', async () => {
    const options = Object.freeze({ claims: Object.freeze({ a: 1 }), channelCids: Object.freeze(['a:b']) });
    expect(await tokens.signUserToken(secret, 'john', options)).toMatch(/^eyJ/);
  });

  test('requires a user id', async () => {
    await expect(async () => tokens.signUserToken(secret, '')).rejects.toThrow(ChatTokenError);
  });

  test('is valid from its nbf', async () => {
    const at = Math.floor(Date.now() / 1000);
    expect(await tokens.verify(secret, jsonwebtoken.sign({ nbf: at - 1 }, secret))).toMatchObject({ nbf: at - 1 });
  });

  test.each([
    ['another secret', jsonwebtoken.sign({ server: true }, 'other')],
    ['another algorithm', jsonwebtoken.sign({ server: true }, secret, { algorithm: 'HS512' })],
    ['no algorithm', jsonwebtoken.sign({ server: true }, '', { algorithm: 'none' })],
    ['an expiry in the past', jsonwebtoken.sign({ exp: 5 }, secret)],
    ['a time to come', jsonwebtoken.sign({ nbf: Math.floor(Date.now() / 1000) + 60 }, secret)],
    ['an expiry that is text', handmade({ exp: '4102444800' })],
    ['a time that is text', handmade({ nbf: '5' })],
    ['no JSON', jsonwebtoken.sign('text', secret)],
    ['a list', handmade([1])],
    ['null', handmade(null)],
    ['nonsense', 'a.b.c'],
    ['a number', 5],
  ])('of %s is rejected', async (_, token) => {
    await expect(async () => tokens.verify(secret, token)).rejects.toThrow(ChatTokenError);
  });
});

/** A token with a valid signature and claims that no library would sign. */
function handmade(claims: unknown): string {
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)));
  const content = parts.map((part) => part.toString('base64url')).join('.');
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
