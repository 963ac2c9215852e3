import { describe, expect, test } from '@jest/globals';
import jsonwebtoken from 'jsonwebtoken';
import { ChatTokenError } from '../../../runtime/index.js';
import { signServerToken, signUserToken, verify } from '../tokens.js';
import { type UserTokenOptions, userClaims } from '../user-claims.js';

const secret = 'secret-55aa81';
const now = Date.UTC(2024, 0, 1);
const seconds = now / 1000;

describe('the claims of a user token', () => {
  test.each<[string, UserTokenOptions, object]>([
    ['nothing more', {}, {}],
    ['a span', { expiresIn: '1h' }, { exp: seconds + 3600 }],
    ['a span in days', { expiresIn: '1.5d' }, { exp: seconds + 129_600 }],
    ['seconds', { expiresIn: 90 }, { exp: seconds + 90 }],
    ['a date', { expiresAt: new Date(now + 1500) }, { exp: seconds + 1 }],
    ['unix seconds', { expiresAt: seconds + 5 }, { exp: seconds + 5 }],
    [
      'role, channels, calls and claims',
      { role: 'admin', channelCids: ['a:b'], callCids: ['c:d'], claims: { team: 'red' } },
      { role: 'admin', channel_cids: ['a:b'], call_cids: ['c:d'], team: 'red' },
    ],
  ])('%s', (_, options, wanted) => {
    expect(userClaims('john', options, now)).toEqual({ user_id: 'john', iat: seconds - 5, ...wanted });
  });

  test.each<[string, unknown, UserTokenOptions]>([
    ['no user id', undefined, {}],
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
    ['claims that JSON cannot hold', 'john', { claims: { a: new Map() } }],
  ])('refuse %s', (_, userId, options) => {
    expect(() => userClaims(userId, options, now)).toThrow(ChatTokenError);
  });

  test('leave the options as they were', () => {
    const options = Object.freeze({ claims: Object.freeze({ a: 1 }), channelCids: Object.freeze(['a:b']) });
    expect(signUserToken(secret, 'john', options)).toMatch(/^eyJ/);
  });
});

describe('a token', () => {
  test('is HS256, and for a server has no time', () => {
    expect(jsonwebtoken.decode(signServerToken(secret), { complete: true })).toMatchObject({
      header: { alg: 'HS256', typ: 'JWT' },
      payload: { server: true },
    });
    expect(verify(secret, signServerToken(secret))).toEqual({ server: true });
  });

  test.each([
    ['another secret', signServerToken('other')],
    ['another algorithm', jsonwebtoken.sign({ server: true }, secret, { algorithm: 'HS512' })],
    ['no algorithm', jsonwebtoken.sign({ server: true }, '', { algorithm: 'none' })],
    ['an expiry in the past', jsonwebtoken.sign({ exp: 5 }, secret)],
    ['no JSON', jsonwebtoken.sign('text', secret)],
    ['nonsense', 'a.b.c'],
    ['a number', 5],
  ])('of %s is refused', (_, token) => {
    expect(() => verify(secret, token)).toThrow(ChatTokenError);
  });

  test.each([
    ['empty', ''],
    ['missing', undefined],
  ])('cannot be made with a secret that is %s', (_, none) => {
    expect(() => signServerToken(none)).toThrow(ChatTokenError);
    expect(() => signUserToken(none, 'john')).toThrow(ChatTokenError);
    expect(() => verify(none, 'a.b.c')).toThrow(ChatTokenError);
  });
});
