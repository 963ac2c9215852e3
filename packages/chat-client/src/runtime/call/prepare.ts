import type { BodyTools } from '../codecs.js';
import { type Core, optionOf } from '../core.js';
import { type EncodedBody, encodeBody } from '../encode/body.js';
import { ChatInputError, type ErrorContext } from '../errors/index.js';
import { ownOptions } from '../known-options.js';
import { isJson, type Operation } from '../operation.js';
import { type RequestOptions, requestOptionNames, resolveSettings, type Settings } from '../options.js';
import type { Reading } from './api-call.js';
import { createRedactor, type Redact } from './redact.js';
import { placeArguments, type RequestParts } from './request.js';

/** A call with its arguments assigned to their locations and its options resolved. */
export interface Call {
  readonly core: Core;
  readonly operation: Operation;
  /** As the caller gave them. */
  readonly args: unknown;
  readonly settings: Settings;
  readonly parts: RequestParts;
  readonly context: ErrorContext;
  readonly reading: Reading;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** Adds a secret to those that `redact` replaces. */
  readonly remember: (secret: string) => void;
  readonly redact: Redact;
}

/**
 * Reads arguments and options synchronously: changing them later does not affect the call.
 * @throws {ChatInputError} if they are invalid.
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
    // A getter or proxy of the caller threw, or an option has the wrong type; the platform's message may contain its value.
    throw new ChatInputError('an argument or an option cannot be read', context);
  }
}

/**
 * Serialises the body of a call. Returns a promise if files must be read first.
 * @param sources receives the streams of the body
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
