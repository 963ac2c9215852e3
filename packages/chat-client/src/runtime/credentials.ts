import { percentEncode } from './encode/scalar.js';
import { ChatError, ChatInputError, ChatTokenError, type ErrorContext } from './errors/index.js';
import type { Operation } from './operation.js';
import { checkHeader } from './options.js';
import type { Credential, Service } from './service.js';

/** What a request carries to say who sends it. */
export interface Authorization {
  /** The options whose credentials are in it. */
  readonly options: ReadonlySet<string>;
  readonly query: readonly string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly cookies: readonly string[];
}

/** Gives the value of one credential option, or nothing when the client has none. */
export type CredentialReader = (option: string) => unknown;

/**
 * The credentials of one operation: Security Requirement Object of OpenAPI 3.1, section 4.8.30.
 * The first alternative whose credentials are all there is used; otherwise what is there of the first.
 */
export function chooseCredentials(
  service: Service,
  operation: Operation,
  isPresent: (option: string) => boolean,
): readonly Credential[] {
  const alternatives = (operation.security ?? service.security).filter((schemes) => schemes.length > 0);
  const candidates = alternatives.map((schemes) =>
    schemes.map((scheme) => service.credentials.find((credential) => credential.scheme === scheme)),
  );
  const complete = candidates.find((found) => found.every((credential) => credential && isPresent(credential.option)));
  return (complete ?? candidates[0] ?? [])
    .filter((credential) => credential !== undefined && isPresent(credential.option))
    .filter((credential): credential is Credential => credential !== undefined);
}

/**
 * Asks for the credentials' values and puts them at their places. Every secret is told to `remember` first, so that no error can show it.
 * @throws {ChatTokenError} when a function that fetches one fails or gives no text.
 */
export async function authorize(
  credentials: readonly Credential[],
  read: CredentialReader,
  remember: (secret: string) => void,
  context: ErrorContext,
): Promise<Authorization> {
  const authorization = {
    options: new Set<string>(),
    query: [] as string[],
    headers: [] as [string, string][],
    cookies: [] as string[],
  };
  for (const credential of credentials) {
    const { option, name } = credential;
    const text = credentialText(credential, await fetchValue(read, option, context), remember, context);
    const place = { ...context, argument: option };
    authorization.options.add(option);
    if (credential.in === 'header') {
      checkHeader(name, text, option, context);
      authorization.headers.push([name, text]);
    } else {
      const pair = `${percentEncode(name, place)}=${percentEncode(text, place)}`;
      (credential.in === 'query' ? authorization.query : authorization.cookies).push(pair);
    }
  }
  return authorization;
}

async function fetchValue(read: CredentialReader, option: string, context: ErrorContext): Promise<unknown> {
  const value = read(option);
  if (typeof value !== 'function') return value;
  try {
    const fetched: unknown = await value();
    return fetched;
  } catch (error) {
    if (ChatError.is(error)) throw error;
    throw new ChatTokenError(`the function given as ${option} failed`, context);
  }
}

function credentialText(
  credential: Credential,
  value: unknown,
  remember: (secret: string) => void,
  context: ErrorContext,
): string {
  const { option, prefix = '' } = credential;
  if (prefix === 'Basic ' && typeof value === 'object' && value !== null) {
    const username: unknown = Reflect.get(value, 'username');
    const password: unknown = Reflect.get(value, 'password');
    if (typeof username === 'string' && typeof password === 'string') {
      const encoded = base64(`${username}:${password}`);
      remember(password);
      remember(encoded);
      return prefix + encoded;
    }
  } else if (typeof value === 'string' && value !== '') {
    remember(value);
    return prefix + value;
  }
  const argument = option;
  throw typeof value === 'string' || value === undefined
    ? new ChatTokenError(`the option ${option} is empty`, context)
    : new ChatInputError(`the option ${option} is of the wrong kind`, { ...context, argument });
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
