import type { Exchange, Reading } from './api-call.js';
import { attempt, type Call, type Try } from './attempt.js';
import { type Core, coreOf, optionOf } from './core.js';
import { replaceRefused } from './credentials.js';
import { startDeadline } from './deadline.js';
import { type EncodedBody, encodeBody } from './encode/body.js';
import { ChatApiError, ChatAuthenticationError, ChatConnectionError, ChatInputError } from './errors/index.js';
import { ownOptions } from './known-options.js';
import { type Hooks, log, type TryDetails } from './observe.js';
import { isJson, type Operation } from './operation.js';
import { type RequestOptions, requestOptionNames, resolveSettings } from './options.js';
import { createRedactor } from './redact.js';
import { placeArguments } from './request.js';
import { retryDelay } from './retry.js';
import { transmit } from './transport.js';

/** A call before its body is ready. */
export type Draft = Omit<Call, 'body'>;

/** Arguments and options are read here and now: changing them after the call changes nothing. */
export function draftCall(
  core: Core,
  operation: Operation,
  args: unknown,
  given: RequestOptions,
  reading: Reading,
): Draft {
  const { credentials, options: others = [] } = core.service;
  const secrets = [...credentials.map(({ option }) => option), ...others]
    .map((option) => optionOf(core, option))
    .filter((secret) => typeof secret === 'string');
  const { method, path, reply } = operation;
  const context = { method, path };
  if (!isJson(reply) && reply !== 'empty' && !core.service.codecs?.replies)
    throw new ChatInputError('needs the codec replies', context);
  try {
    const options = ownOptions(given, requestOptionNames);
    if (options.signal && typeof options.signal.addEventListener !== 'function') {
      throw new ChatInputError('the option signal must be an AbortSignal', { ...context, argument: 'signal' });
    }
    return {
      core,
      operation,
      settings: resolveSettings(options, core.settings),
      parts: placeArguments(operation, args, core.service.codecs?.styles),
      context,
      reading,
      signal: options.signal,
      remember: (secret) => void secrets.push(secret),
      redact: (text) => createRedactor(secrets)(text),
    };
  } catch (error) {
    if (error instanceof ChatInputError) throw error;
    // A getter or a proxy of the caller's failed, or an option is of another kind than its type says: the platform's words may hold it.
    throw new ChatInputError('an argument or an option cannot be read', context);
  }
}

/** The draft's body as it is sent; a promise where files must be read first. */
export function encodeDraftBody({
  core,
  operation,
  parts,
  redact,
}: Draft): EncodedBody | Promise<EncodedBody> | undefined {
  const { openFile } = core.options;
  if (operation.body === undefined || parts.body === undefined) return undefined;
  const { value, place } = parts.body;
  return encodeBody(operation.body, value, place, core.service.codecs ?? {}, { openFile, redact });
}

/** Makes a call: as many tries as its settings allow, within its time. */
export async function execute<T>(
  client: object,
  operation: Operation,
  args: unknown,
  options: RequestOptions,
  reading: Reading,
): Promise<Exchange<T>> {
  const core = coreOf(client);
  const draft = draftCall(core, operation, args, options, reading);
  const { settings, context } = draft;
  const encoding = encodeDraftBody(draft);
  const { timeout, totalTimeout } = settings;
  const { logger, hooks } = core.options;
  // Marks a failure as seen: the first try reports it, if there is one.
  if (encoding instanceof Promise) encoding.catch(() => undefined);
  const deadline = startDeadline({ timeout, totalTimeout, signal: draft.signal, context });
  let current: Try = { number: 0, begun: 0 };
  let exchange: Exchange<T> | undefined;
  let once = false;
  let retries = 0;
  let refreshed = false;

  const tryOnce = async (trySignal: AbortSignal): Promise<Response> => {
    current = { number: current.number + 1, begun: performance.now() };
    const body = encoding instanceof Promise ? await encoding : encoding;
    once = body?.once ?? false;
    exchange = await attempt<T>({ ...draft, body }, current, trySignal);
    return exchange.response;
  };
  const again = async (error: unknown): Promise<boolean> => {
    if (current.details) tellHook(hooks?.onError, current.details, error);
    const final = error instanceof ChatApiError && core.service.isFinal?.(error);
    let delay = retryDelay({ error, method: operation.method, retries, once, final }, settings.retry, Math.random);
    if (error instanceof ChatAuthenticationError && current.sent && !refreshed && !once) {
      refreshed = true;
      const { sent } = current;
      if (await deadline.run((signal) => replaceRefused(draft, sent, signal))) delay = 0;
    } else if (delay !== undefined) {
      retries++;
    }
    if (delay === undefined || delay >= deadline.left()) return false;
    const record = { event: 'retried', try: current.number, delayMs: delay, error: textOf(error) } as const;
    log(logger, context, draft.redact, record);
    await deadline.wait(delay);
    return true;
  };

  try {
    await transmit(() => deadline.run(tryOnce), again);
    if (exchange === undefined) throw new ChatConnectionError('no reply', context);
    return exchange;
  } catch (error) {
    const durationMs = performance.now() - current.begun;
    log(logger, context, draft.redact, { event: 'failed', try: current.number, durationMs, error: textOf(error) });
    throw error;
  } finally {
    deadline.end();
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}

/** Nobody waits for it, and what it throws is dropped: the error that it is told is the one that counts. */
function tellHook(hook: Hooks['onError'], details: TryDetails, error: unknown): void {
  Promise.resolve(details)
    .then((known) => hook?.(known, error))
    .catch(() => undefined);
}
