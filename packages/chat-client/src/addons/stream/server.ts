import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type ApiClient, optionOfClient } from '../../runtime/client.js';
import { ChatInputError } from '../../runtime/errors/input-error.js';
import { signServerToken, signUserToken, type UserTokenOptions, type VerifiedToken, verify } from './tokens.js';

export type { UserTokenOptions, VerifiedToken };

/** The server's key and secret. Left out, they come from `STREAM_API_KEY` and `STREAM_API_SECRET`. */
export interface ServerCredentials {
  readonly apiKey?: string | undefined;
  /** Signs tokens and webhooks; never sent. */
  readonly apiSecret?: string | undefined;
}

/** What a client is made with once the server's credentials are in place. */
export interface ServerOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly baseUrl?: string | undefined;
  readonly token: () => string;
  readonly openFile: (path: string) => Promise<Blob>;
}

/**
 * The options of a server client: what is missing comes from the environment (`STREAM_BASE_URL` too), the token is signed
 * with the secret when it is first needed, and uploads may be paths to files, which are streamed from disk.
 * @throws {ChatInputError} when there is no key or no secret.
 */
export function serverOptions<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
): T & ServerOptions {
  const apiKey = given(options.apiKey, 'apiKey', 'STREAM_API_KEY');
  const apiSecret = given(options.apiSecret, 'apiSecret', 'STREAM_API_SECRET');
  const baseUrl = options.baseUrl ?? (process.env.STREAM_BASE_URL || undefined);
  let token: string | undefined;
  return {
    ...options,
    apiKey,
    apiSecret,
    baseUrl,
    token: () => {
      token ??= signServerToken(apiSecret);
      return token;
    },
    openFile,
  };
}

/** A folder or a device would open, and fail or never end when it is sent. */
async function openFile(path: string): Promise<Blob> {
  if (!(await stat(path)).isFile()) throw new TypeError('no regular file');
  return openAsBlob(path);
}

function given(value: string | undefined, argument: string, variable: string): string {
  const found: unknown = value ?? process.env[variable];
  if (typeof found === 'string' && found !== '') return found;
  throw new ChatInputError(`the option ${argument} is missing or empty, and so is ${variable}`, { argument });
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

function secretOf(client: ApiClient): unknown {
  return optionOfClient(client, 'apiSecret');
}
