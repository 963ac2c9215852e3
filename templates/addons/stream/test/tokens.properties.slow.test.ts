import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import jsonwebtoken from 'jsonwebtoken';
import { ChatTokenError } from '../../../runtime/index.js';
import type { UserTokenOptions } from '../user-claims.js';
import { entries } from './entries.js';

const secrets = fc.string({ minLength: 1, unit: 'binary' });
const claims = fc.dictionary(
  fc.string().filter((name) => !['server', 'user_id', 'iat', 'exp', 'nbf', '__proto__', 'toJSON'].includes(name)),
  fc.jsonValue(),
);
const userIds = fc.string({ unit: 'binary' }).filter((id) => id.trim() !== '');
const options: fc.Arbitrary<UserTokenOptions> = fc.record(
  { claims, role: fc.string(), channelCids: fc.array(fc.string()), expiresIn: fc.integer({ min: 60, max: 1e9 }) },
  { requiredKeys: [] },
);

test('a token created by one entry is verified by both, with the same claims', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, userIds, options, async (secret, userId, given) => {
      for (const { tokens } of entries) {
        const token = await tokens.signUserToken(secret, userId, given);
        const verified = await Promise.all(entries.map((entry) => entry.tokens.verify(secret, token)));
        expect(verified[0]).toEqual(verified[1]);
        expect(verified[0]).toMatchObject({ user_id: userId, ...JSON.parse(JSON.stringify(given.claims ?? {})) });
      }
    }),
  );
});

test('both entries create the same server token', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      const [first, second] = await Promise.all(entries.map(({ tokens }) => tokens.signServerToken(secret)));
      expect(first).toBe(second);
    }),
  );
});

/** Forged tokens. */
const forgeries = fc.oneof(
  fc.constant((secret: string) => compact({ alg: 'none', typ: 'JWT' }, { server: true }, () => '', secret)),
  fc.constant((secret: string) => jsonwebtoken.sign({ server: true }, secret, { algorithm: 'HS512' })),
  fc
    .constantFrom('RS256', 'HS384', 'HS512', 'hs256', 'none', '', 5, null, ['HS256'])
    .map((alg) => (secret: string) => compact({ alg, typ: 'JWT' }, { server: true }, hs256, secret)),
  fc.nat().map((at) => (secret: string) => {
    const token = jsonwebtoken.sign({ user_id: 'john' }, secret);
    return token.slice(0, at % token.length);
  }),
  fc.tuple(fc.nat(), fc.constantFrom(...'AQgw_-09.= ')).map(([at, character]) => (secret: string) => {
    const token = jsonwebtoken.sign({ user_id: 'john' }, secret);
    const place = at % token.length;
    const other = token[place] === character ? 'B' : character;
    return token.slice(0, place) + other + token.slice(place + 1);
  }),
  fc.integer({ min: 0, max: 1e9 }).map((exp) => (secret: string) => jsonwebtoken.sign({ exp }, secret)),
  fc
    .integer({ min: 60, max: 1e9 })
    .map((later) => (secret: string) => jsonwebtoken.sign({ nbf: Math.floor(Date.now() / 1000) + later }, secret)),
  fc.jsonValue().map((exp) => (secret: string) => {
    return compact({ alg: 'HS256', typ: 'JWT' }, { exp: typeof exp === 'number' ? 0 : exp }, hs256, secret);
  }),
  fc
    .oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.jsonValue()))
    .map((payload) => (secret: string) => compact({ alg: 'HS256', typ: 'JWT' }, payload, hs256, secret)),
  fc.constant((secret: string) => jsonwebtoken.sign({ user_id: 'john' }, `${secret}.`)),
  fc.string({ unit: 'binary' }).map((text) => () => text),
);

test('a forged token is rejected by both', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, forgeries, async (secret, forge) => {
      const token = forge(secret);
      for (const { tokens } of entries) {
        await expect(async () => tokens.verify(secret, token)).rejects.toBeInstanceOf(ChatTokenError);
      }
    }),
    { numRuns: 1000 },
  );
});

function hs256(content: string, secret: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url');
}

function compact(
  header: object,
  payload: unknown,
  sign: (content: string, secret: string) => string,
  secret: string,
): string {
  const parts = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const content = parts.join('.');
  return `${content}.${sign(content, secret)}`;
}
