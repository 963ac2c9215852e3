import type { Reading } from './api-call.js';
import type { BodyTools } from './codecs.js';
import { type Core, optionOf } from './core.js';
import { type EncodedBody, encodeBody } from './encode/body.js';
import { ChatInputError, type ErrorContext } from './errors/index.js';
import { ownOptions } from './known-options.js';
import { isJson, type Operation } from './operation.js';
import { type RequestOptions, requestOptionNames, resolveSettings, type Settings } from './options.js';
import { createRedactor, type Redact } from './redact.js';
import { placeArguments, type RequestParts } from './request.js';

/** One call, as the caller wants it: its arguments are placed, its options resolved. */
export interface Call {
  readonly core: Core;
  readonly operation: Operation;
  /** As the caller gave them. */
  readonly args: unknown;
  readonly settings: Settings;
  readonly parts: RequestParts;
  readonly context: ErrorContext;
  readonly reading: Reading;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** Adds a secret to those that `redact` replaces. */
  readonly remember: (secret: string) => void;
  readonly redact: Redact;
}

/**
 * Arguments and options are read here and now: changing them after the call changes nothing.
 * @throws {ChatInputError} for arguments or options that cannot be used.
 */
export function prepareCall(
  core: Core,
  operation: Operation,
  args: unknown,
  given: RequestOptions,
  reading: Reading,
): Call {
  const { credentials, options: others = [] } = core.service;
  const secrets = [...credentials.map(({ option }) => option), ...others]
    .map((option) => optionOf(core, option))
    .filter((secret) => typeof secret === 'string')
    .concat(core.kySecrets);
  const { method, path, reply } = operation;
  const context = { method, path };
  if (!isJson(reply) && reply !== 'empty' && !operation.codecs?.replies)
    throw new ChatInputError('needs the codec replies', context);
  try {
    const options = ownOptions(given, requestOptionNames);
    if (options.signal && typeof options.signal.addEventListener !== 'function') {
      throw new ChatInputError('the option signal must be an AbortSignal', { ...context, argument: 'signal' });
    }
    const settings = resolveSettings(options, core.settings);
    const mediaType = settings.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
    const body = operation.codecs?.choose?.(operation, args, mediaType);
    const chosen = body ? { ...operation, body } : operation;
    return {
      core,
      operation: chosen,
      args,
      settings,
      parts: placeArguments(chosen, args, operation.codecs?.styles),
      context,
      reading,
      signal: options.signal,
      remember: (secret) => void secrets.push(secret),
      redact: (text) => createRedactor(secrets)(text),
    };
  } catch (error) {
    if (error instanceof ChatInputError) throw error;
    // A getter or a proxy of the caller failed, or an option has another type than it should: the platform's message may contain it.
    throw new ChatInputError('an argument or an option cannot be read', context);
  }
}

/**
 * The call's body as it is sent; a promise where files must be read first.
 * @param sources the streams that it takes are added here
 */
export function encodeCallBody(
  { core, operation, parts, redact }: Call,
  sources: BodyTools['sources'] = [],
): EncodedBody | Promise<EncodedBody> | undefined {
  const { openFile, fetch } = core.options;
  if (operation.body === undefined || parts.body === undefined) return undefined;
  const { value, place } = parts.body;
  return encodeBody(operation.body, value, place, operation.codecs ?? {}, {
    openFile,
    redact,
    sources,
    sendsStreams: !fetch && !core.kyFetch,
  });
}
