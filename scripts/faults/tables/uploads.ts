import { Readable } from 'node:stream';
import { ok, reset, status } from '../../../templates/runtime/test/raw-server.js';
import { type Fault, once } from '../fault.js';

const upload = (name: string, file: unknown, rest: Partial<Fault> = {}): Fault => ({
  name,
  outcome: 'ChatInputError',
  code: 'input',
  answers: [ok],
  requests: 0,
  ...rest,
  fields: { ...(rest.outcome === undefined && { argument: 'file' }), ...rest.fields },
  act: ({ call, options }) => call('uploadFile', { file: typeof file === 'function' ? file() : file }, options),
});
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

export const uploads: readonly Fault[] = [
  upload('a Node stream that fails', () => ({ data: Readable.from(failing()) })),
  upload('a web stream that fails', () => ({ data: webStream() })),
  upload('an iterable that fails', () => ({ data: failing() })),
  upload('a stream that somebody else reads', () => ({ data: lockedStream() })),
  upload('a stream of objects', () => ({ data: Readable.from([{ a: 1 }]) })),
  upload('a stream that never gives anything', () => ({ data: new ReadableStream() }), {
    outcome: 'ChatTimeoutError',
    code: 'timeout',
    options: { ...once, timeout: 150 },
  }),
  upload('a file that is not there', { path: '/nowhere/at/all.png' }),
  upload('a folder', { path: '/' }),
  upload('a path with a zero in it', { path: 'a\0b' }),
  upload('a number', 5),
  upload('a text', 'hello'),
  upload('null in place of data', { data: null }),
  upload('an object without data', {}),
  upload('an array', [new Uint8Array(1)]),
  upload('a name that is no text', { data: 'x', name: 5 }, { fields: { argument: 'file/name' } }),
  upload(
    'a name with line breaks and quotes',
    { data: 'x', name: 'a"\r\nx: y\r\n\r\n.txt' },
    { outcome: 'ok', code: '', requests: 1 },
  ),
  upload(
    'a type with line breaks',
    { data: 'x', type: 'text/plain\r\nx: y' },
    { outcome: 'ok', code: '', requests: 1 },
  ),
  upload('a stream is sent once, whatever may be repeated', () => ({ data: Readable.from(['x']) }), {
    outcome: 'ChatServerError',
    code: '',
    answers: [status('503 X', 'retry-after: 0'), ok],
    options: retried,
    requests: 1,
  }),
  upload('a stream is sent once, also when the connection breaks', () => ({ data: Readable.from(['x']) }), {
    outcome: 'ChatConnectionError',
    code: 'connection',
    answers: [reset, ok],
    options: retried,
    requests: 1,
  }),
  upload('bytes are sent again where the caller says so', new Uint8Array(5), {
    outcome: 'ok',
    code: '',
    answers: [status('503 X', 'retry-after: 0'), ok],
    options: retried,
    requests: 2,
  }),
  upload('the server refuses before it has read', new Uint8Array(4 * 1024 * 1024), {
    outcome: 'ChatPayloadTooLargeError',
    code: '',
    answers: [status('413 Payload Too Large')],
    requests: 1,
  }),
];
