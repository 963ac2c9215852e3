import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ApiClient } from '../../runtime/client.js';
import { type ServerCredentials, type ServerOptions, secretOf, withCredentials } from './server-options.js';
import type { VerifiedToken } from './token-checks.js';
import { signServerToken, signUserToken, verify } from './tokens.js';
import type { UserTokenOptions } from './user-claims.js';

export type { ServerCredentials, UserTokenOptions, VerifiedToken };

/**
 * The options of a server client: what is missing comes from the environment, the token is signed with the secret, and uploads may
 * be paths to files, which are streamed from disk.
 * @throws {ChatInputError} when there is no key or no secret.
 */
export function serverOptions<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
): T & ServerOptions & { readonly openFile: (path: string) => Promise<Blob> } {
  return { ...withCredentials(options, signServerToken), openFile };
}

/** A folder or a device would open, and fail or never end when it is sent. */
async function openFile(path: string): Promise<Blob> {
  if (!(await stat(path)).isFile()) throw new TypeError('no regular file');
  return openAsBlob(path);
}

/**
 * A token for one user, signed with the client's secret.
 * @throws {ChatTokenError} for an empty user id, an expiry that makes no sense, or a reserved claim.
 */
export function createUserToken(client: ApiClient, userId: string, options?: UserTokenOptions): string {
  return signUserToken(secretOf(client), userId, options);
}

/**
 * The claims of a token that was signed with the client's secret.
 * @throws {ChatTokenError} when it was not, or is not valid now.
 */
export function verifyToken(client: ApiClient, token: string): VerifiedToken {
  return verify(secretOf(client), token);
}
