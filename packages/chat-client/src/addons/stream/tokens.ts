import jsonwebtoken from 'jsonwebtoken';
import { ChatTokenError } from '../../runtime/errors/token-error.js';
import { type UserTokenOptions, userClaims } from './user-claims.js';

export type { UserTokenOptions };

/** The claims of a verified token. */
export type VerifiedToken = Readonly<Record<string, unknown>>;

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
  if (typeof token !== 'string') throw new ChatTokenError('the token must be text');
  let claims: unknown;
  try {
    claims = jsonwebtoken.verify(token, key, { algorithms: ['HS256'] });
  } catch (error) {
    throw new ChatTokenError(`the token is not valid: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  if (typeof claims !== 'object' || claims === null)
    throw new ChatTokenError('the token is not valid: it has no claims');
  return { ...claims };
}

function sign(claims: object, secret: unknown): string {
  const key = checkSecret(secret);
  try {
    return jsonwebtoken.sign(claims, key, { algorithm: 'HS256', noTimestamp: !('iat' in claims) });
  } catch (error) {
    throw new ChatTokenError(`the token cannot be made: ${error instanceof Error ? error.message : 'unknown fault'}`);
  }
}

function checkSecret(secret: unknown): string {
  if (typeof secret !== 'string' || secret === '') throw new ChatTokenError('the API secret is empty');
  return secret;
}
