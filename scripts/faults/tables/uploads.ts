import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, reset, status } from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, once } from '../fault.js';

/** An upload that is rejected before anything is sent, unless it has another outcome. */
const upload = (name: string, file: unknown, rest?: Partial<Fault>): Fault => ({
  name,
  ...(rest?.outcome ? {} : { outcome: 'ChatInputError', code: 'input', requests: 0, fields: { argument: 'file' } }),
  ...rest,
  act: async ({ call, options }) =>
    call('uploadFile', { file: typeof file === 'function' ? await file() : file }, options),
});
const redirected = {
  outcome: 'ChatRedirectError',
  code: 'redirect',
  answers: [status('302 Found', 'location: /elsewhere')],
};
const retried = { retry: { methods: ['POST'] } } as const;

async function* failing(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  throw new Error('the disk with key-7c1d4f55 is gone');
}
const webStream = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new Error('gone'));
    },
  });
const lockedStream = () => {
  const stream = new ReadableStream();
  stream.getReader();
  return stream;
};

const readBefore = async () => {
  const stream = new Blob(['x']).stream();
  const reader = stream.getReader();
  while (!(await reader.read()).done);
  reader.releaseLock();
  return stream;
};
const usedResponse = async () => {
  const response = new Response('x');
  await response.text();
  return response;
};
const endedIterator = async () => {
  const iterator = pieces(1);
  for await (const _ of iterator);
  return iterator;
};
async function* pieces(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index++) yield new Uint8Array(512 * 1024);
}
async function* failingLate(): AsyncGenerator<Uint8Array> {
  yield* pieces(4);
  throw new Error('the disk is gone');
}

/** An upload of an endless stream, which must be destroyed. */
const endless = (name: string, rest: Partial<Fault> & Pick<Fault, 'outcome'>, abortAfter?: number): Fault => ({
  name,
  requests: 0,
  ...rest,
  act: async ({ call, options, controller }) => {
    let isStopped = false;
    const source = new Readable({
      read() {
        setTimeout(() => this.push(Buffer.alloc(64 * 1024)), 3);
      },
      destroy(error, done) {
        isStopped = true;
        done(error);
      },
    });
    if (abortAfter !== undefined) setTimeout(() => controller.abort(), abortAfter);
    try {
      return await call('uploadFile', { file: { data: source } }, options);
    } catch (error) {
      await sleep(20);
      if (isStopped) throw error;
      throw new Error('the source was not destroyed', { cause: error });
    } finally {
      source.destroy();
    }
  },
});

export const uploads: readonly Fault[] = [
  upload('a web stream that was already read', () => readBefore().then((data) => ({ data }))),
  upload('a Response that was already read', usedResponse),
  upload('an iterator that was already read', () => endedIterator()),
  upload('a Node stream that was closed', () => Readable.from(['x']).destroy()),
  {
    name: 'a stream that is sent twice',
    outcome: 'ChatInputError',
    code: 'input',
    fields: { argument: 'file' },
    answers: [ok],
    act: async ({ call, options }) => {
      const file = Readable.from(['x']);
      await call('uploadFile', { file }, options);
      return call('uploadFile', { file }, options);
    },
  },
  upload('a long stream that fails while it is sent', () => ({ data: failingLate() })),
  upload('a long stream', () => ({ data: pieces(4), name: 'x' }), { outcome: 'ok', kept: 1 }),
  upload('a long stream that is redirected', () => ({ data: pieces(4) }), redirected),
  upload('a large file that is redirected', new Uint8Array(2 * 1024 * 1024), redirected),
  endless('aborted while it is sent', { outcome: 'ChatAbortError', code: 'abort' }, 200),
  endless('aborted while its start is read', { outcome: 'ChatAbortError', code: 'abort' }, 3),
  endless('an attempt that takes too long', {
    outcome: 'ChatTimeoutError',
    code: 'timeout',
    options: { ...once, timeout: 200 },
  }),
  endless('a connection that breaks', {
    outcome: 'ChatConnectionError',
    onConnection: (socket) => setTimeout(() => socket.resetAndDestroy(), 100),
  }),
  upload('a Node stream that fails', () => ({ data: Readable.from(failing()) })),
  upload('a web stream that fails', () => ({ data: webStream() })),
  upload('an iterable that fails', () => ({ data: failing() })),
  upload('a stream with another reader', () => ({ data: lockedStream() })),
  upload('a stream of objects', () => ({ data: Readable.from([{ a: 1 }]) })),
  upload('a stream without any data', () => ({ data: new ReadableStream() }), {
    outcome: 'ChatTimeoutError',
    code: 'timeout',
    requests: 0,
    options: { ...once, timeout: 150 },
  }),
  upload('a missing file', { path: '/nowhere/at/all.png' }),
  upload('a folder', { path: '/' }),
  upload('a path with a null character', { path: 'a\0b' }),
  upload('a number', 5),
  upload('a text', 'hello'),
  upload('null instead of data', { data: null }),
  upload('an object without data', {}),
  upload('an array', [new Uint8Array(1)]),
  upload('a name that is not a string', { data: 'x', name: 5 }, { fields: { argument: 'file/name' } }),
  upload('a name with line breaks and quotes', { data: 'x', name: 'a"\r\nx: y\r\n\r\n.txt' }, { outcome: 'ok' }),
  upload('a type with line breaks', { data: 'x', type: 'text/plain\r\nx: y' }, { outcome: 'ok' }),
  upload('a stream is sent once, also with retry.methods', () => ({ data: Readable.from(['x']) }), {
    outcome: 'ChatServerError',
    answers: [status('503 X', 'retry-after: 0'), ok],
    options: retried,
  }),
  upload('a stream is sent once, also when the connection breaks', () => ({ data: Readable.from(['x']) }), {
    outcome: 'ChatConnectionError',
    code: 'connection',
    answers: [reset, ok],
    options: retried,
  }),
  upload('bytes are sent again with retry.methods', new Uint8Array(5), {
    outcome: 'ok',
    answers: [status('503 X', 'retry-after: 0'), ok],
    options: retried,
    requests: 2,
  }),
  upload('the server rejects before reading the body', new Uint8Array(4 * 1024 * 1024), {
    outcome: 'ChatPayloadTooLargeError',
    answers: [status('413 Payload Too Large')],
    // Four megabytes on a busy machine.
    within: 6000,
  }),
];
