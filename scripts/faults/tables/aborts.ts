import ky from 'ky';
import { drip, ok, reset, silent, status } from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, once, type Stage } from '../fault.js';

const get = ({ call }: Stage) => call('getPoll', { poll_id: 'a' });

/** Calls, and aborts some milliseconds later. */
function abortAfter(milliseconds: number, reason?: unknown): (stage: Stage) => Promise<unknown> {
  return (stage) => {
    setTimeout(() => stage.controller.abort(reason), milliseconds);
    return get(stage);
  };
}

/** A call that is aborted; by default after 100 milliseconds, while it waits for a response. */
const aborted = (name: string, rest: Partial<Fault> = {}): Fault => ({
  ...{ name, outcome: 'ChatAbortError', code: 'abort', within: 700 },
  ...{ answers: [silent], act: abortAfter(100) },
  ...rest,
});
/** The same, before anything arrives. */
const unsent = (name: string, act: NonNullable<Fault['act']>): Fault =>
  aborted(name, { answers: [ok], requests: 0, act });

export const aborts: readonly Fault[] = [
  unsent('before the call', (stage) => {
    stage.controller.abort();
    return get(stage);
  }),
  unsent('synchronously', (stage) => {
    const call = get(stage);
    stage.controller.abort();
    return call;
  }),
  unsent('during connecting', (stage) => {
    const call = get(stage);
    queueMicrotask(() => stage.controller.abort());
    return call;
  }),
  aborted('before the headers'),
  aborted('inside the headers', { answers: [(socket) => socket.write('HTTP/1.1 200 OK\r\nx')] }),
  aborted('inside the body', { answers: [drip] }),
  aborted('inside the body of an error', {
    answers: [(socket) => socket.write('HTTP/1.1 500 X\r\ncontent-length: 9\r\n\r\n{')],
  }),
  aborted('between two attempts', { answers: [status('503 X', 'retry-after: 20')], act: abortAfter(200) }),
  aborted('between two attempts after a reset', { answers: [reset], act: abortDuringPause }),
  aborted('with a reason', { act: abortAfter(100, new Error('of my own')) }),
  aborted('with a reason that contains the key', { act: abortAfter(100, 'key-7c1d4f55') }),
  aborted('with a reason that is null', { act: abortAfter(100, null) }),
  aborted('by AbortSignal.timeout', {
    act: ({ call }) => call('getPoll', { poll_id: 'a' }, { signal: AbortSignal.timeout(100) }),
  }),
  unsent('while a file is read', (stage) => {
    setTimeout(() => stage.controller.abort(), 50);
    return stage.call('uploadFile', { file: { data: neverEnding(), name: 'x' } });
  }),
  unsent('while a large body is sent', (stage) => {
    stage.server.onConnection = (socket) =>
      socket.once('data', () => {
        socket.pause();
        setTimeout(() => stage.controller.abort(), 50);
        setTimeout(() => socket.resume(), 150);
      });
    return stage.call('uploadFile', { file: new Uint8Array(16 * 1024 * 1024) });
  }),
  {
    name: 'after the end changes nothing',
    act: async (stage) => {
      const data = await get(stage);
      stage.controller.abort();
      return data;
    },
  },
  {
    name: 'a hundred calls leave no listener on a shared signal',
    requests: 100,
    within: 5000,
    act: (stage) => Promise.all(Array.from({ length: 100 }, () => get(stage))),
  },
  aborted('ends all calls with a shared signal', {
    requests: 20,
    act: (stage) => {
      setTimeout(() => stage.controller.abort(), 200);
      return Promise.all(Array.from({ length: 20 }, () => get(stage)));
    },
  }),
  {
    name: 'closes the body returned by asResponse()',
    outcome: 'AbortError',
    answers: [drip],
    options: once,
    act: async ({ client, options, controller }) => {
      const response = await client.getPoll({ poll_id: 'a' }, options).asResponse();
      setTimeout(() => controller.abort(), 50);
      return response.text();
    },
  },
];

/** Aborts in the delay after the first attempt, however short it is. */
function abortDuringPause(stage: Stage): Promise<unknown> {
  const delay = () => {
    stage.controller.abort();
    return 500;
  };
  return stage.client.withOptions({ ky: ky.extend({ retry: { delay } }) }).getPoll({ poll_id: 'a' }, stage.options);
}

async function* neverEnding(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  await new Promise(() => undefined);
}
