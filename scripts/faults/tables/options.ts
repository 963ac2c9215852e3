import type { ClientOptions } from '@scope/chat-client/server';
import { ok, status } from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, once } from '../fault.js';

/** A call of a client with a faulty option. */
const given = (name: string, options: ClientOptions, rest: Partial<Fault> & Pick<Fault, 'outcome'>): Fault => ({
  name,
  answers: [ok],
  requests: 0,
  act: ({ client, options: own }) => client.withOptions(options).getPoll({ poll_id: 'a' }, own),
  options: once,
  ...rest,
});
const fail = () => {
  throw new Error('of the caller');
};
const rejecting = () => Promise.reject(new Error('of the caller'));
const connection = { outcome: 'ChatConnectionError', code: 'connection' } as const;

async function usedBody(): Promise<Response> {
  const response = new Response('{}');
  await response.text();
  return response;
}

const streamOfText = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue('{}');
      controller.close();
    },
  });

export const options: readonly Fault[] = [
  given(
    'a fetch whose error contains the URL',
    { fetch: (url) => Promise.reject(new TypeError(`Failed to parse ${url}`)) },
    connection,
  ),
  given('a fetch that throws a text', { fetch: () => Promise.reject('key-7c1d4f55') }, connection),
  given('a fetch that throws synchronously', { fetch: fail }, connection),
  given('a fetch that returns nothing', { fetch: () => Promise.resolve(Object(undefined)) }, connection),
  given(
    'a fetch that returns a body that was already read',
    { fetch: usedBody },
    { outcome: 'ChatResponseError', code: 'response' },
  ),
  given('a fetch that returns a network error', { fetch: async () => Response.error() }, connection),
  given(
    'a fetch whose body is not bytes',
    { fetch: async () => new Response(streamOfText()) },
    { outcome: 'ChatResponseError', code: 'response' },
  ),
  given('hooks that are null', Object({ hooks: null, fetch: null }), { outcome: 'ok', requests: 1 }),
  given(
    'a fetch that ignores its signal',
    { fetch: () => new Promise(() => undefined) },
    { outcome: 'ChatTimeoutError', code: 'timeout', options: { ...once, timeout: 100 } },
  ),
  given(
    'a logger that throws',
    { logger: { debug: fail, info: fail, warn: fail, error: fail } },
    { outcome: 'ok', requests: 1 },
  ),
  given('a hook that throws before the request', { hooks: { beforeRequest: [fail] } }, { outcome: 'ChatError' }),
  given(
    'a hook that rejects after the response',
    { hooks: { afterResponse: [rejecting] } },
    { outcome: 'ChatError', requests: 1 },
  ),
  given(
    'a hook that hangs',
    { hooks: { beforeRequest: [() => new Promise(() => undefined)] } },
    { outcome: 'ChatTimeoutError', options: { ...once, timeout: 100 } },
  ),
  given(
    'a hook that rejects with another error',
    { hooks: { beforeError: [rejecting] } },
    { outcome: 'ChatError', answers: [status('500 X')], requests: 1 },
  ),
  given(
    'a hook that hangs after an error',
    { hooks: { beforeError: [() => new Promise(() => undefined)] } },
    { outcome: 'ChatTimeoutError', answers: [status('500 X')], options: { ...once, timeout: 100 }, requests: 1 },
  ),
];
