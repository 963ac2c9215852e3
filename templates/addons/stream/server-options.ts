import { type ApiClient, optionOfClient } from '../../runtime/client.js';
import { ChatInputError } from '../../runtime/errors/input-error.js';

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
  readonly token: () => string | Promise<string>;
}

/**
 * The options of a server client: what is missing comes from the environment (`STREAM_BASE_URL` too), and the token is signed
 * with the secret when it is first needed.
 * @throws {ChatInputError} when there is no key or no secret.
 */
export function withCredentials<T extends ServerCredentials & { readonly baseUrl?: string | undefined }>(
  options: T,
  signServerToken: (secret: string) => string | Promise<string>,
): T & ServerOptions {
  const apiKey = given(options.apiKey, 'apiKey', 'STREAM_API_KEY');
  const apiSecret = given(options.apiSecret, 'apiSecret', 'STREAM_API_SECRET');
  const baseUrl = options.baseUrl ?? fromEnvironment('STREAM_BASE_URL');
  return { ...options, apiKey, apiSecret, baseUrl, token: () => signServerToken(apiSecret) };
}

function given(value: string | undefined, argument: string, variable: string): string {
  const found: unknown = value ?? fromEnvironment(variable);
  if (typeof found === 'string' && found !== '') return found;
  throw new ChatInputError(`the option ${argument} is missing or empty, and so is ${variable}`, { argument });
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

/** The secret that a client was made with. */
export function secretOf(client: ApiClient): unknown {
  return optionOfClient(client, 'apiSecret');
}
