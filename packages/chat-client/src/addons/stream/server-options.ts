import { type ApiClient, optionOfClient } from '../../runtime/client.js';
import { ChatInputError } from '../../runtime/errors/input-error.js';
import { ChatTokenError } from '../../runtime/errors/token-error.js';
import { addedKinds, refuseOption } from '../../runtime/known-options.js';
import { anything, type CredentialValue } from '../../runtime/options.js';

/** API key and secret. Default: `STREAM_API_KEY` and `STREAM_API_SECRET`, read at the first call. */
export interface ServerCredentials {
  readonly apiKey?: string | undefined;
  /** Signs tokens and webhooks. Never sent. */
  readonly apiSecret?: string | undefined;
}

/** Client options with the server's credentials. */
export interface ServerOptions {
  readonly apiKey: CredentialValue;
  readonly baseUrl?: string | undefined;
  readonly token: () => string | Promise<string>;
}

/**
 * Completes the options of a server client from the environment (including `STREAM_BASE_URL`) and adds a token signed with the
 * secret. Key and secret are resolved when they are first needed, so that a client can be created without them.
 * @throws {ChatInputError} if the options are not an object, or contain a token.
 */
export function withCredentials<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
  signServerToken: (secret: string) => string | Promise<string>,
): T & ServerOptions {
  if (typeof options !== 'object' || options === null) {
    throw new ChatInputError('client options must be an object', { argument: 'options' });
  }
  const own: T & { readonly token?: unknown } = Object.assign(Object.create(null), options);
  if (own.token !== undefined) refuseOption('token', 'absent: a server client signs its own');
  const given = own.apiKey;
  const apiKey = given || (() => found(given, 'apiKey', 'STREAM_API_KEY'));
  const baseUrl = own.baseUrl ?? fromEnvironment('STREAM_BASE_URL');
  return Object.assign(own, {
    apiKey,
    baseUrl,
    token: () => signServerToken(secretIn(own.apiSecret)),
    [addedKinds]: { apiSecret: anything },
  });
}

/** @throws {ChatTokenError} if it is set neither in the options nor in the environment. */
function found(value: unknown, argument: string, variable: string): string {
  const given: unknown = value ?? fromEnvironment(variable);
  // The text of a file often ends with a line break.
  const text = typeof given === 'string' ? given.trim() : '';
  if (text !== '') return text;
  throw new ChatTokenError(`the option ${argument} is missing or empty, and so is ${variable}`);
}

/** @throws {ChatTokenError} if the secret is set neither here nor in the environment. */
export function secretIn(value: unknown): string {
  return found(value, 'apiSecret', 'STREAM_API_SECRET');
}

/** Returns an environment variable, if there is an environment that may be read. */
function fromEnvironment(variable: string): string | undefined {
  try {
    const { env }: { readonly env?: Readonly<Record<string, string | undefined>> } = Reflect.get(globalThis, 'process');
    return env?.[variable] || undefined;
  } catch {
    return undefined; // There is no `process`, or no permission.
  }
}

/**
 * Returns the API secret of a client.
 * @throws {ChatTokenError} if there is none.
 */
export function secretOf(client: ApiClient): string {
  return secretIn(optionOfClient(client, 'apiSecret'));
}
