import jsonwebtoken from 'jsonwebtoken';
import { checkClaims, checkToken, invalidToken, type VerifiedToken } from './token-checks.js';
import { type UserTokenOptions, userClaims } from './user-claims.js';

/** Signs the server token: HS256 over `{"server": true}`, without timestamps. */
export function signServerToken(secret: string): string {
  return sign({ server: true }, secret);
}

/** Signs a user token: HS256, with `iat` slightly in the past. */
export function signUserToken(secret: string, userId: unknown, options: UserTokenOptions = {}): string {
  return sign(userClaims(userId, options, Date.now()), secret);
}

/** @throws {ChatTokenError} unless the token is signed with the secret by HS256 and valid now. */
export function verify(secret: string, token: unknown): VerifiedToken {
  const text = checkToken(token);
  let claims: unknown;
  try {
    claims = jsonwebtoken.verify(text, secret, { algorithms: ['HS256'] });
  } catch (error) {
    throw invalidToken(error instanceof Error ? error.message : 'unreadable');
  }
  return checkClaims(claims);
}

/** Signed as text: the library fails for claims named like members of `Object.prototype`. */
function sign(claims: object, secret: string): string {
  return jsonwebtoken.sign(JSON.stringify(claims), secret, {
    algorithm: 'HS256',
    header: { alg: 'HS256', typ: 'JWT' },
  });
}
