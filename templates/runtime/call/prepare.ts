import type { BodyTools } from '../codecs.js';
import type { Core } from '../core.js';
import { type EncodedBody, encodeBody } from '../encode/body.js';
import { ChatInputError, type ErrorContext } from '../errors/index.js';
import { readOptions } from '../known-options.js';
import { isJson, type Operation } from '../operation.js';
import { type RequestOptions, requestKinds, resolveSettings, type Settings } from '../options.js';
import type { Reading } from './api-call.js';
import { createRedactor, type Redact, secretsIn } from './redact.js';
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
  /** The errors that this call has thrown: a hook may throw those of another call. */
  readonly own: unknown[];
  /** What `redact` replaces; credentials are added before they are used. */
  readonly secrets: string[];
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
  given: RequestOptions | undefined,
  reading: Reading,
): Call {
  const { method, path, reply, codecs } = operation;
  const context = { method, path };
  if (!isJson(reply) && reply !== 'empty' && !codecs?.replies)
    throw new ChatInputError('needs the codec replies', context);
  try {
    const { signal, ...options } = readOptions(given, requestKinds);
    const settings = given ? resolveSettings(options, core.settings) : core.settings;
    const body = codecs?.choose?.(operation, args, settings.headers.get('content-type')?.[1]);
    const chosen = body ? { ...operation, body } : operation;
    const parts = placeArguments(chosen, args, codecs?.styles);
    const secrets = [...core.secrets, ...secretsIn(settings.headers.values())];
    const redact: Redact = (text) => createRedactor(secrets)(text);
    return { core, operation: chosen, args, settings, parts, context, reading, signal, own: [], secrets, redact };
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
