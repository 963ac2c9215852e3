import jsonwebtoken from 'jsonwebtoken';
import { checkClaims, checkSecret, checkToken, invalidToken, type VerifiedToken } from './token-checks.js';
import { type UserTokenOptions, userClaims } from './user-claims.js';

/** The token of the server itself: HS256 over `{"server": true}`, without a time. */
export function signServerToken(secret: unknown): string {
  return sign({ server: true }, secret);
}

/** A token for one user: HS256, `iat` a little in the past. */
export function signUserToken(secret: unknown, userId: unknown, options: UserTokenOptions = {}): string {
  return sign(userClaims(userId, options, Date.now()), secret);
}

/** @throws {ChatTokenError} unless the token is signed with the secret by HS256 and valid now. */
export function verify(secret: unknown, token: unknown): VerifiedToken {
  const key = checkSecret(secret);
  const text = checkToken(token);
  let claims: unknown;
  try {
    claims = jsonwebtoken.verify(text, key, { algorithms: ['HS256'] });
  } catch (error) {
    throw invalidToken(error instanceof Error ? error.message : 'unreadable');
  }
  return checkClaims(claims);
}

/** Signed as text: the library stumbles over claims that are named as a member of every object is. */
function sign(claims: object, secret: unknown): string {
  const key = checkSecret(secret);
  return jsonwebtoken.sign(JSON.stringify(claims), key, { algorithm: 'HS256', header: { alg: 'HS256', typ: 'JWT' } });
}
