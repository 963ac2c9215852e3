import { type Core, optionOf, tokenSourceOf } from './core.js';
import { percentEncode } from './encode/scalar.js';
import { ChatError, ChatInputError, ChatTokenError, type ErrorContext } from './errors/index.js';
import type { Operation } from './operation.js';
import { checkHeader } from './options.js';
import { type Redact, safeCause } from './redact.js';
import type { Credential, Service } from './service.js';
import type { FetchToken } from './tokens.js';

/** What a request carries to say who sends it. */
export interface Authorization {
  /** The options whose credentials are in it, each with its value. */
  readonly sent: ReadonlyMap<string, unknown>;
  readonly query: string[];
  readonly headers: [name: string, value: string][];
  readonly cookies: string[];
}

/** The call that credentials are for. */
export interface Asking {
  readonly core: Core;
  readonly operation: Operation;
  readonly context: ErrorContext;
  /** Notes a secret before it is used, so that no error can show it. */
  readonly remember: (secret: string) => void;
  readonly redact: Redact;
}

/** Bounds the time that a function which fetches a token may take. */
export type Run = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * The credentials of one operation: Security Requirement Object of OpenAPI 3.1, section 4.8.30.
 * The first alternative whose credentials are all there is used; otherwise what is there of the first.
 */
function chooseCredentials(core: Core, operation: Operation): readonly Credential[] {
  const { credentials, security } = core.service;
  let first: readonly Credential[] | undefined;
  for (const schemes of operation.security ?? security) {
    if (schemes.length === 0) continue;
    const present = credentials.filter(
      ({ scheme, option, required }) => schemes.includes(scheme) && (required || optionOf(core, option) !== undefined),
    );
    if (present.length === schemes.length) return present;
    first ??= present;
  }
  return first ?? [];
}

/**
 * Asks for the credentials' values and puts them at their places.
 * @throws {ChatTokenError} when a function that fetches one fails or gives no text.
 */
export async function authorize(call: Asking, run: Run): Promise<Authorization> {
  const { core, operation, remember, context } = call;
  const sent = new Map<string, unknown>();
  const carried: Omit<Authorization, 'sent'> = { query: [], headers: [], cookies: [] };
  for (const credential of chooseCredentials(core, operation)) {
    const { option, name } = credential;
    const given = optionOf(core, option);
    const value = isFunction(given) ? await fetchValue(call, option, given, run) : given;
    const text = credentialText(credential, value, core.service.basic, remember, context);
    sent.set(option, value);
    if (credential.in === 'header') {
      checkHeader(name, text, option, context);
      carried.headers.push([name, text]);
    } else {
      const place = { ...context, argument: option };
      const pair = `${percentEncode(name, place)}=${percentEncode(text, place)}`;
      carried[credential.in === 'query' ? 'query' : 'cookies'].push(pair);
    }
  }
  return { sent, ...carried };
}

/**
 * After credentials were refused: whether a function gives another one.
 * @throws {ChatTokenError} when it fails.
 */
export async function replaceRefused(call: Asking, sent: Authorization['sent'], run: Run): Promise<boolean> {
  let replaced = false;
  for (const [option, value] of sent) {
    const given = optionOf(call.core, option);
    if (isFunction(given) && (await fetchValue(call, option, given, run, value)) !== undefined) replaced = true;
  }
  return replaced;
}

function isFunction(value: unknown): value is FetchToken {
  return typeof value === 'function';
}

async function fetchValue(
  { core, context, redact }: Asking,
  option: string,
  fetchToken: FetchToken,
  run: Run,
  refused?: unknown,
): Promise<unknown> {
  const source = tokenSourceOf(core, fetchToken);
  try {
    return await run((signal) => (refused === undefined ? source.get(signal) : source.replace(refused, signal)));
  } catch (error) {
    if (ChatError.is(error)) throw error;
    throw new ChatTokenError(`the function given as ${option} failed`, { ...context, cause: safeCause(error, redact) });
  }
}

function credentialText(
  credential: Credential,
  value: unknown,
  basic: Service['basic'],
  remember: Asking['remember'],
  context: ErrorContext,
): string {
  const { option: argument, prefix = '' } = credential;
  if (typeof value === 'string' && value !== '') {
    remember(value);
    return prefix + value;
  }
  const encoded = typeof value === 'object' && value !== null ? basic?.(value) : undefined;
  if (prefix === 'Basic ' && encoded !== undefined) {
    remember(encoded);
    const password: unknown = Reflect.get(Object(value), 'password');
    if (typeof password === 'string') remember(password);
    return prefix + encoded;
  }
  if (value === '' || value === undefined || value === null) {
    throw new ChatTokenError(`the option ${argument} gives nothing`, context);
  }
  throw new ChatInputError(`the option ${argument} is of the wrong kind`, { ...context, argument });
}
