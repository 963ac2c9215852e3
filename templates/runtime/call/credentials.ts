import { type Core, optionOf, tokenSourceOf } from '../core.js';
import { percentEncode } from '../encode/scalar.js';
import { ChatError, ChatInputError, ChatTokenError } from '../errors/index.js';
import { isFunction, isObject } from '../known-options.js';
import type { Operation } from '../operation.js';
import { checkHeader } from '../options.js';
import type { Credential } from '../service.js';
import type { Call } from './prepare.js';
import { safeCause } from './redact.js';
import type { FetchToken } from './tokens.js';

/** The credentials of a request. */
export interface Authorization {
  /** The options that the credentials come from, with their values. */
  readonly sent: ReadonlyMap<string, unknown>;
  readonly query: string[];
  readonly headers: [name: string, value: string][];
  readonly cookies: string[];
}

/** Runs a token function within the call's time limits. */
export type Run = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * Chooses the credentials of an operation (Security Requirement Object, OpenAPI 3.1, section 4.8.30): the first alternative whose
 * credentials are all set, otherwise those of the first alternative that are set.
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
 * Resolves the credentials and assigns them to headers, query and cookies.
 * @throws {ChatTokenError} if a token function fails or does not return a string.
 */
export async function authorize(call: Call, run: Run): Promise<Authorization> {
  const { core, operation, secrets, context } = call;
  const sent = new Map<string, unknown>();
  const carried: Omit<Authorization, 'sent'> = { query: [], headers: [], cookies: [] };
  for (const { option: argument, name, in: where, prefix = '' } of chooseCredentials(core, operation)) {
    const given = optionOf(core, argument);
    const value = isFunction<FetchToken>(given) ? await fetchValue(call, argument, given, run) : given;
    sent.set(argument, value);
    if (!(value ?? '')) throw new ChatTokenError(`the option ${argument} has no value`, context);
    const place = { ...context, argument };
    const read = prefix === 'Basic ' && isObject(value) ? core.service.basic?.(value) : value;
    if (typeof read !== 'string') throw new ChatInputError(`the option ${argument} has the wrong type`, place);
    // The text of a file or a response often ends with a line break.
    const secret = read.trim();
    secrets.push(secret, String(Object(value).password ?? secret));
    const text = prefix + secret;
    if (where === 'header') {
      checkHeader(name, text, argument, context);
      carried.headers.push([name, text]);
    } else {
      const pair = `${percentEncode(name, place)}=${percentEncode(text, place)}`;
      carried[where === 'query' ? 'query' : 'cookies'].push(pair);
    }
  }
  return { sent, ...carried };
}

/**
 * After a 401 response: whether a token function returns a different token.
 * @throws {ChatTokenError} if the function fails.
 */
export async function replaceRefused(call: Call, sent: Authorization['sent'], run: Run): Promise<boolean> {
  let replaced = false;
  for (const [option, value] of sent) {
    const given = optionOf(call.core, option);
    if (isFunction<FetchToken>(given) && (await fetchValue(call, option, given, run, value)) !== undefined)
      replaced = true;
  }
  return replaced;
}

async function fetchValue(
  { core, context, redact, own }: Call,
  option: string,
  fetchToken: FetchToken,
  run: Run,
  refused?: unknown,
): Promise<unknown> {
  const source = tokenSourceOf(core, fetchToken);
  try {
    return await run((signal) => (refused === undefined ? source.get(signal) : source.replace(refused, signal)));
  } catch (error) {
    if (own.includes(error)) throw error;
    // The messages of other errors may contain secrets.
    const problem = ChatError.is(error) ? `no ${option}: ${redact(error.message)}` : `the ${option} function failed`;
    throw new ChatTokenError(problem, { ...context, cause: safeCause(error, redact) });
  }
}
