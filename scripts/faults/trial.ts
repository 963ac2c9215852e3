import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import * as sdk from '@scope/chat-client/server';
import { ok, type RawServer, startRawServer } from '../../templates/runtime/test/support/raw-server.js';
import type { Fault, Stage } from './fault.js';
import { leaksIn, shownForms } from './secrets.js';

/** The result of one fault. */
interface Trial {
  readonly outcome: string;
  readonly code: string;
  readonly requests: number;
  readonly milliseconds: number;
  /** What is wrong; empty if the fault passed. */
  readonly wrongs: readonly string[];
}

const apiKey = 'key-7c1d4f55';
const apiSecret = 'secret-0a8b91e2d3';
/** Maximum growth of the process during a fault, in bytes. */
const memoryBound = 96 * 1024 * 1024;
/** Bytes that a server may send before the client closes the connection: its limit and what the system buffers. */
const traffic = 48 * 1024 * 1024;

type Settled = { readonly value: unknown } | { readonly error: unknown };

/** Runs one fault on a separate server, and checks errors, logs, connections, timers and memory. */
export async function tryFault(given: Fault): Promise<Trial> {
  const fault = { outcome: 'ok', requests: 1, answers: [ok], ...given };
  const server = await startRawServer();
  server.answers = fault.answers;
  if (fault.onConnection) server.onConnection = fault.onConnection;
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
  const secrets = new Set([apiKey, apiSecret]);
  const records: unknown[] = [];
  const stage = createStage(fault, server, secrets, records);
  const memory = watchMemory();
  const begun = performance.now();
  const settled = await settle(() => (fault.act ?? plainCall)(stage));
  const milliseconds = Math.round(performance.now() - begun);
  const grown = memory.end();
  await closing(server, fault.kept ?? 0);
  for (const request of server.requests) {
    const token = /^authorization: *(.*)$/im.exec(request)?.[1]?.trim();
    if (token) secrets.add(token);
  }
  const shown = shownForms('error' in settled ? settled.error : undefined);
  const wrongs = [
    ...judgeOutcome(fault, settled),
    ...(server.requests.length === fault.requests ? [] : [`${server.requests.length} requests`]),
    ...(milliseconds <= (fault.within ?? 2000) ? [] : [`took ${milliseconds} ms`]),
    ...(leaksIn(shown, secrets).length > 0 ? ['a secret in the error'] : []),
    ...(leaksIn(shownForms(stage.client), secrets).length > 0 ? ['a secret in the client'] : []),
    ...(leaksIn(shownForms(records), secrets).length > 0 ? ['a secret in the log'] : []),
    ...(unhandled.length > 0 ? [`unhandled: ${unhandled.map(String).join(', ')}`] : []),
    ...(getEventListeners(stage.controller.signal, 'abort').length > 0 ? ['a listener was left on the signal'] : []),
    ...(server.open() > (fault.kept ?? 0) ? [`${server.open()} connections were left open`] : []),
    ...(timersLeft() === 0 ? [] : ['a timer was left running']),
    ...(grown <= memoryBound ? [] : [`${Math.round(grown / 2 ** 20)} MiB of memory`]),
    ...(server.sent() <= traffic ? [] : [`${Math.round(server.sent() / 2 ** 20)} MiB were sent`]),
  ];
  process.off('unhandledRejection', onUnhandled);
  process.off('uncaughtException', onUnhandled);
  await server.close();
  return { outcome: nameOf(settled), code: codeOf(settled), requests: server.requests.length, milliseconds, wrongs };
}

function createStage(fault: Fault, server: RawServer, secrets: Set<string>, records: unknown[]): Stage {
  const controller = new AbortController();
  const record = (message: string, details: unknown) => records.push(message, details);
  const logger = { debug: record, info: record, warn: record, error: record };
  const client = new sdk.ChatServerClient({ apiKey, apiSecret, baseUrl: server.url, logger, logBodies: true });
  const options = { ...fault.options, signal: controller.signal };
  return {
    server,
    client,
    options,
    controller,
    call: async (operation, args, own) => callByName(client, operation, args, { ...options, ...own }),
    hide: (secret) => secrets.add(secret),
  };
}

/** Calls an operation of any client by name, with arguments that its types would reject. */
export async function callByName(client: object, operation: string, args: unknown, options: unknown): Promise<unknown> {
  const method: unknown = Reflect.get(client, operation);
  if (typeof method !== 'function') throw new TypeError(`the client has no method ${operation}`);
  return Reflect.apply(method, client, [args, options]);
}

function plainCall(stage: Stage): unknown {
  return stage.call('getPoll', { poll_id: 'a' });
}

async function settle(act: () => unknown): Promise<Settled> {
  try {
    return { value: await act() };
  } catch (error) {
    return { error };
  }
}

/** Lets running work end: rejections surface, connections close, timers expire. */
async function closing(server: RawServer, kept: number): Promise<void> {
  for (let waits = 0; waits < 60; waits++) {
    await sleep(waits === 0 ? 5 : 50);
    if (server.open() <= kept && timersLeft() === 0) return;
  }
}

/** Timers that keep the process alive. */
function timersLeft(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
}

function judgeOutcome(fault: Fault & { readonly outcome: string }, settled: Settled): string[] {
  const wrongs: string[] = [];
  if (nameOf(settled) !== fault.outcome)
    wrongs.push(`ended as ${nameOf(settled)}${'error' in settled ? ` (${settled.error})` : ''}`);
  else if ('error' in settled) wrongs.push(...judgeClass(fault.outcome, settled.error));
  const subject: unknown = 'error' in settled ? settled.error : settled.value;
  if (fault.code !== undefined && codeOf(settled) !== String(fault.code)) wrongs.push(`code ${codeOf(settled)}`);
  for (const [field, wanted] of Object.entries(fault.fields ?? {})) {
    const found: unknown = Reflect.get(Object(subject), field);
    if (!isDeepStrictEqual(found, wanted)) wrongs.push(`${field} is ${String(found)}`);
  }
  const message = 'error' in settled ? String(Reflect.get(Object(settled.error), 'message')) : '';
  if (fault.message !== undefined && !message.includes(fault.message)) wrongs.push(`has the message ${message}`);
  if (message.length > 500) wrongs.push(`a message of ${message.length} characters`);
  return wrongs;
}

function judgeClass(outcome: string, error: unknown): string[] {
  // Errors of the platform or of the caller's own code are not changed.
  if (outcome === 'AbortError') return [];
  const wanted: unknown = Reflect.get(sdk, outcome);
  if (typeof wanted !== 'function') return [`the package exports no ${outcome}`];
  if (!(error instanceof wanted) || !sdk.ChatError.is(error)) return [`is not an instance of ${outcome}`];
  return [];
}

function nameOf(settled: Settled): string {
  return 'error' in settled ? String(Reflect.get(Object(settled.error), 'name')) : 'ok';
}

function codeOf(settled: Settled): string {
  const code: unknown = 'error' in settled ? Reflect.get(Object(settled.error), 'code') : undefined;
  return code === undefined ? '' : String(code);
}

/** The maximum growth of memory from now on, in bytes, inside and outside of the heap. */
function watchMemory(): { end(): number } {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const start = used();
  let most = start;
  const look = () => {
    most = Math.max(most, used());
  };
  const timer = setInterval(look, 5);
  return {
    end() {
      clearInterval(timer);
      look();
      return most - start;
    },
  };
}
