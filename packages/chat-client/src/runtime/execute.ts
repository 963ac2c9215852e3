import type { Exchange, Reading } from './api-call.js';
import { attempt, type Call } from './attempt.js';
import { type Core, optionOf } from './core.js';
import { startDeadline } from './deadline.js';
import { type EncodedBody, encodeBody } from './encode/body.js';
import type { Operation } from './operation.js';
import { type RequestOptions, resolveSettings } from './options.js';
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
  options: RequestOptions,
  reading: Reading,
): Draft {
  const secrets = new Set<string>();
  for (const { option } of core.service.credentials) {
    const value = optionOf(core, option);
    if (typeof value === 'string') secrets.add(value);
  }
  return {
    core,
    operation,
    settings: resolveSettings(options, core.settings),
    parts: placeArguments(operation, args),
    context: { method: operation.method, path: operation.path },
    reading,
    remember: (secret) => secrets.add(secret),
    redact: (text) => createRedactor(secrets)(text),
  };
}

/** The draft's body as it is sent; a promise where files must be read first. */
export function encodeDraftBody({ core, operation, parts }: Draft): EncodedBody | Promise<EncodedBody> | undefined {
  const { openFile } = core.options;
  return operation.body && parts.body && encodeBody(operation.body, parts.body.value, parts.body.place, { openFile });
}

/** Makes a call: as many tries as its settings allow, within its time. */
export async function execute(
  core: Core,
  operation: Operation,
  args: unknown,
  options: RequestOptions,
  reading: Reading,
): Promise<Exchange<unknown>> {
  const draft = draftCall(core, operation, args, options, reading);
  const { settings, context } = draft;
  const encoding = encodeDraftBody(draft);
  const { signal } = options;
  const { timeout, totalTimeout } = settings;
  // Marks a failure as seen: the first try reports it, if there is one.
  if (encoding instanceof Promise) encoding.catch(() => undefined);
  const deadline = startDeadline({ timeout, totalTimeout, signal, context });
  let exchange: Exchange<unknown> | undefined;
  let once = false;
  let retries = 0;
  const tryOnce = async (trySignal: AbortSignal): Promise<Response> => {
    const body = await encoding;
    once = body?.once ?? false;
    exchange = await attempt({ ...draft, body }, trySignal);
    return exchange.response;
  };
  const again = async (error: unknown): Promise<boolean> => {
    const delay = retryDelay({ error, method: operation.method, retries, once }, settings.retry, Math.random);
    if (delay === undefined || delay >= deadline.left()) return false;
    retries++;
    await deadline.wait(delay);
    return true;
  };
  try {
    const response = await transmit(operation.method, () => deadline.run(tryOnce), again);
    return exchange ?? { data: undefined, response, requestId: undefined, raw: true };
  } finally {
    deadline.end();
  }
}
