import ky from 'ky';
import { drip, ok, reset, silent, status } from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, once, type Stage } from '../fault.js';

const aborted = { outcome: 'ChatAbortError', code: 'abort', within: 700 } as const;
const get = ({ call }: Stage) => call('getPoll', { poll_id: 'a' });

/** Calls, and aborts some milliseconds later. */
function abortAfter(milliseconds: number, reason?: unknown): (stage: Stage) => Promise<unknown> {
  return (stage) => {
    setTimeout(() => stage.controller.abort(reason), milliseconds);
    return get(stage);
  };
}

export const aborts: readonly Fault[] = [
  {
    ...aborted,
    name: 'before the call',
    answers: [ok],
    requests: 0,
    act: (stage) => {
      stage.controller.abort();
      return get(stage);
    },
  },
  {
    ...aborted,
    name: 'synchronously',
    answers: [ok],
    requests: 0,
    act: (stage) => {
      const call = get(stage);
      stage.controller.abort();
      return call;
    },
  },
  {
    ...aborted,
    name: 'while it connects',
    answers: [silent],
    requests: 0,
    act: (stage) => {
      const call = get(stage);
      queueMicrotask(() => stage.controller.abort());
      return call;
    },
  },
  { ...aborted, name: 'while it waits for headers', answers: [silent], requests: 1, act: abortAfter(100) },
  {
    ...aborted,
    name: 'inside the headers',
    answers: [(socket) => socket.write('HTTP/1.1 200 OK\r\nx')],
    requests: 1,
    act: abortAfter(100),
  },
  { ...aborted, name: 'inside the body', answers: [drip], requests: 1, act: abortAfter(100) },
  {
    ...aborted,
    name: 'inside the body of an error',
    answers: [(socket) => socket.write('HTTP/1.1 500 X\r\ncontent-length: 9\r\n\r\n{')],
    requests: 1,
    act: abortAfter(100),
  },
  {
    ...aborted,
    name: 'between two tries',
    answers: [status('503 X', 'retry-after: 20')],
    requests: 1,
    act: abortAfter(200),
  },
  { ...aborted, name: 'between two tries after a reset', answers: [reset], requests: 1, act: abortDuringPause },
  { ...aborted, name: 'with a reason', answers: [silent], requests: 1, act: abortAfter(100, new Error('of my own')) },
  {
    ...aborted,
    name: 'with a reason that contains the key',
    answers: [silent],
    requests: 1,
    act: abortAfter(100, 'key-7c1d4f55'),
  },
  { ...aborted, name: 'with a reason that is null', answers: [silent], requests: 1, act: abortAfter(100, null) },
  {
    ...aborted,
    name: 'AbortSignal.timeout',
    answers: [silent],
    requests: 1,
    act: ({ call }) => call('getPoll', { poll_id: 'a' }, { signal: AbortSignal.timeout(100) }),
  },
  {
    ...aborted,
    name: 'while a file is read',
    requests: 0,
    act: (stage) => {
      setTimeout(() => stage.controller.abort(), 50);
      return stage.call('uploadFile', { file: { data: neverEnding(), name: 'x' } });
    },
  },
  {
    ...aborted,
    name: 'while a large body is sent',
    requests: 0,
    act: (stage) => {
      stage.server.onConnection = (socket) =>
        socket.once('data', () => {
          socket.pause();
          setTimeout(() => stage.controller.abort(), 50);
          setTimeout(() => socket.resume(), 150);
        });
      return stage.call('uploadFile', { file: new Uint8Array(16 * 1024 * 1024) });
    },
  },
  {
    name: 'after the end changes nothing',
    outcome: 'ok',
    answers: [ok],
    requests: 1,
    act: async (stage) => {
      const data = await get(stage);
      stage.controller.abort();
      return data;
    },
  },
  {
    name: 'a hundred calls leave no listener on a signal that they share',
    outcome: 'ok',
    answers: [ok],
    requests: 100,
    within: 5000,
    act: (stage) => Promise.all(Array.from({ length: 100 }, () => get(stage))),
  },
  {
    ...aborted,
    name: 'ends all calls of a signal that they share',
    answers: [silent],
    requests: 20,
    act: (stage) => {
      setTimeout(() => stage.controller.abort(), 200);
      return Promise.all(Array.from({ length: 20 }, () => get(stage)));
    },
  },
  {
    name: 'a body that asResponse() gave is closed by its signal',
    outcome: 'AbortError',
    answers: [drip],
    options: once,
    requests: 1,
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
