import type { ApiClient } from '../../../runtime/client.js';
import { type ServerCredentials, type ServerOptions, secretOf, withCredentials } from '../server-options.js';
import type { VerifiedToken } from '../token-checks.js';
import type { UserTokenOptions } from '../user-claims.js';
import { signServerToken, signUserToken, verify } from './tokens.js';

export type { ServerCredentials, UserTokenOptions, VerifiedToken };

/**
 * The options of a server client: what is missing comes from the environment, where there is one, and the token is signed with
 * the secret.
 * @throws {ChatInputError} when there is no key or no secret.
 */
export function serverOptions<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
): T & ServerOptions {
  return withCredentials(options, signServerToken);
}

/**
 * A token for one user, signed with the client's secret. Rejects with `ChatTokenError` for an empty user id, an expiry that makes
 * no sense, or a reserved claim.
 */
export async function createUserToken(client: ApiClient, userId: string, options?: UserTokenOptions): Promise<string> {
  return signUserToken(secretOf(client), userId, options);
}

/**
 * The claims of a token that was signed with the client's secret. Rejects with `ChatTokenError` when it was not, or is not valid
 * now.
 */
export async function verifyToken(client: ApiClient, token: string): Promise<VerifiedToken> {
  return verify(secretOf(client), token);
}
