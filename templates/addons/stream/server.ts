import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ApiClient } from '../../runtime/client.js';
import { type ServerCredentials, type ServerOptions, secretOf, withCredentials } from './server-options.js';
import type { VerifiedToken } from './token-checks.js';
import { signServerToken, signUserToken, verify } from './tokens.js';
import type { UserTokenOptions } from './user-claims.js';

export type { ServerCredentials, UserTokenOptions, VerifiedToken };

/**
 * Completes the options of a server client: key, secret and URL from the environment, a token signed with the secret, and uploads
 * of file paths, which are streamed from disk.
 * @throws {ChatInputError} if the options are not an object.
 */
export function serverOptions<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
): T & ServerOptions & { readonly openFile: (path: string) => Promise<Blob> } {
  return { ...withCredentials(options, signServerToken), openFile };
}

/** A folder or device can be opened, but sending it would fail or never end. */
async function openFile(path: string): Promise<Blob> {
  if (!(await stat(path)).isFile()) throw new TypeError('not a regular file');
  return openAsBlob(path);
}

/**
 * Creates a user token, signed with the client's secret.
 * @throws {ChatTokenError} if the user id is empty, the expiry invalid or a claim reserved.
 */
export function createUserToken(client: ApiClient, userId: string, options?: UserTokenOptions): string {
  return signUserToken(secretOf(client), userId, options);
}

/**
 * Returns the claims of a token.
 * @throws {ChatTokenError} if it was not signed with the client's secret or is not valid now.
 */
export function verifyToken(client: ApiClient, token: string): VerifiedToken {
  return verify(secretOf(client), token);
}
