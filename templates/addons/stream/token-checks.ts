import { ChatTokenError } from '../../runtime/errors/token-error.js';

/** The claims of a verified token. */
export type VerifiedToken = Readonly<Record<string, unknown>>;

/** @throws {ChatTokenError} if the token is not a string. */
export function checkToken(token: unknown): string {
  if (typeof token !== 'string') throw new ChatTokenError('the token must be a string');
  return token;
}

/** @throws {ChatTokenError} if the payload is not a JSON object. */
export function checkClaims(claims: unknown): VerifiedToken {
  if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) return { ...claims };
  throw invalidToken('it has no claims');
}

export function invalidToken(reason: string): ChatTokenError {
  return new ChatTokenError(`the token is not valid: ${reason}`);
}
