import type { ApiClient } from '../../../runtime/client.js';
import { type ServerCredentials, type ServerOptions, secretOf, withCredentials } from '../server-options.js';
import type { VerifiedToken } from '../token-checks.js';
import type { UserTokenOptions } from '../user-claims.js';
import { signServerToken, signUserToken, verify } from './tokens.js';

export type { ServerCredentials, UserTokenOptions, VerifiedToken };

/**
 * Completes the options of a server client: key, secret and URL from the environment if there is one, and a token signed with the
 * secret.
 * @throws {ChatInputError} if the options are not an object.
 */
export function serverOptions<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
): T & ServerOptions {
  return withCredentials(options, signServerToken);
}

/**
 * Creates a user token, signed with the client's secret. Rejects with `ChatTokenError` if the user id is empty, the expiry
 * invalid or a claim reserved.
 */
export async function createUserToken(client: ApiClient, userId: string, options?: UserTokenOptions): Promise<string> {
  return signUserToken(secretOf(client), userId, options);
}

/**
 * Returns the claims of a token. Rejects with `ChatTokenError` if it was not signed with the client's secret or is not valid now.
 */
export async function verifyToken(client: ApiClient, token: string): Promise<VerifiedToken> {
  return verify(secretOf(client), token);
}
