import { type ApiClient, optionOfClient } from '../../runtime/client.js';
import { ChatInputError } from '../../runtime/errors/input-error.js';
import type { CredentialValue } from '../../runtime/options.js';

/** The server's key and secret. Left out, they come from `STREAM_API_KEY` and `STREAM_API_SECRET` at the first call. */
export interface ServerCredentials {
  readonly apiKey?: string | undefined;
  /** Signs tokens and webhooks; never sent. */
  readonly apiSecret?: string | undefined;
}

/** What a client is made with once the server's credentials are in place. */
export interface ServerOptions {
  readonly apiKey: CredentialValue;
  readonly baseUrl?: string | undefined;
  readonly token: () => string | Promise<string>;
}

/**
 * The options of a server client: what is missing comes from the environment (`STREAM_BASE_URL` too), and the token is signed
 * with the secret. Key and secret are looked for when they are first needed, so that a client can be made without them.
 * @throws {ChatInputError} for what is not an object of options.
 */
export function withCredentials<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
  signServerToken: (secret: string) => string | Promise<string>,
): T & ServerOptions {
  if (typeof options !== 'object' || options === null) {
    throw new ChatInputError('a client needs an object of options', { argument: 'options' });
  }
  const own: T = Object.assign(Object.create(null), options);
  const given = own.apiKey;
  const apiKey = given || (() => found(given, 'apiKey', 'STREAM_API_KEY'));
  const baseUrl = own.baseUrl ?? fromEnvironment('STREAM_BASE_URL');
  return Object.assign(own, { apiKey, baseUrl, token: () => signServerToken(secretIn(own.apiSecret)) });
}

/** @throws {ChatInputError} when there is none, neither given nor in the environment. */
function found(value: unknown, argument: string, variable: string): string {
  const text: unknown = value ?? fromEnvironment(variable);
  if (typeof text === 'string' && text !== '') return text;
  throw new ChatInputError(`the option ${argument} is missing or empty, and so is ${variable}`, { argument });
}

function secretIn(value: unknown): string {
  return found(value, 'apiSecret', 'STREAM_API_SECRET');
}

/** A variable of the environment, where there is one and it may be read. */
function fromEnvironment(variable: string): string | undefined {
  try {
    const { env }: { readonly env?: Readonly<Record<string, string | undefined>> } = Reflect.get(globalThis, 'process');
    return env?.[variable] || undefined;
  } catch {
    return undefined; // No `process`, or no permission.
  }
}

/**
 * The secret of a client's server.
 * @throws {ChatInputError} when there is none.
 */
export function secretOf(client: ApiClient): string {
  return secretIn(optionOfClient(client, 'apiSecret'));
}
