import {
  type Answer,
  drip,
  json,
  ok,
  pour,
  reply,
  reset,
  silent,
  startRawServer,
  trickle,
} from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, once, type Stage, twiceMore } from '../fault.js';

const body = '{"poll":{"id":"a"}}';
const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
const write =
  (text: string): Answer =>
  (socket) =>
    socket.write(text);
const end =
  (text: string): Answer =>
  (socket) =>
    socket.end(text);
const writeAndReset =
  (text: string): Answer =>
  (socket) =>
    socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 20));
/** A reply after which the connection stays open for another request. */
const keptAlive = write(head + body);

const failing = { outcome: 'ChatConnectionError', code: 'connection', options: once } as const;
const late = { outcome: 'ChatTimeoutError', code: 'timeout', requests: 1, options: { ...once, timeout: 150 } } as const;
const unreadable = { outcome: 'ChatResponseError', code: 'response', requests: 1, fields: { status: 200 } } as const;

/** A call to another host than the server. */
const elsewhere = (baseUrl: (stage: Stage) => string) => (stage: Stage) =>
  stage.client.withOptions({ baseUrl: baseUrl(stage) }).getPoll({ poll_id: 'a' }, stage.options);

export const connections: readonly Fault[] = [
  {
    name: 'refused',
    ...failing,
    requests: 0,
    fields: { systemCode: 'ECONNREFUSED' },
    act: async (stage) => {
      const closed = await startRawServer();
      await closed.close();
      return elsewhere(() => closed.url)(stage);
    },
  },
  {
    name: 'a host that does not exist',
    ...failing,
    requests: 0,
    within: 5000,
    act: elsewhere(() => 'http://nothing.invalid'),
  },
  { name: 'a port that fetch forbids', ...failing, requests: 0, act: elsewhere(() => 'http://127.0.0.1:1') },
  {
    name: 'TLS to a server that has none',
    ...failing,
    requests: 0,
    onConnection: (socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    act: elsewhere(({ server }) => server.url.replace('http:', 'https:')),
  },
  { name: 'reset as it is accepted', ...failing, requests: 0, onConnection: reset },
  { name: 'closed as it is accepted', ...failing, requests: 0, onConnection: (socket) => socket.destroy() },
  { name: 'reset before the headers', ...failing, answers: [reset], requests: 1, fields: { systemCode: 'ECONNRESET' } },
  { name: 'closed before the headers', ...failing, answers: [end('')], requests: 1 },
  { name: 'reset inside the headers', ...failing, answers: [writeAndReset('HTTP/1.1 200 OK\r\nconte')], requests: 1 },
  { name: 'closed inside the headers', ...failing, answers: [end('HTTP/1.1 200 OK\r\nconte')], requests: 1 },
  { name: 'reset after the headers', ...unreadable, answers: [writeAndReset(head)] },
  { name: 'reset inside the body', ...unreadable, answers: [writeAndReset(`${head}{"poll"`)] },
  {
    name: 'reset before the headers, each time',
    outcome: 'ChatConnectionError',
    code: 'connection',
    answers: [reset],
    requests: 3,
    within: twiceMore,
  },
  { name: 'reset, then fine', outcome: 'ok', answers: [reset, ok], requests: 2, within: twiceMore },
  {
    name: 'reset, and a POST is not repeated',
    outcome: 'ChatConnectionError',
    answers: [reset, ok],
    requests: 1,
    act: ({ call }) => call('createPoll', { name: 'x', user_id: 'a' }),
  },
  { name: 'silence instead of headers', ...late, answers: [silent] },
  { name: 'silence inside the headers', ...late, answers: [write('HTTP/1.1 200 OK\r\nx: ')] },
  { name: 'silence instead of a body', ...late, answers: [write(head)] },
  { name: 'silence inside a body', ...late, answers: [write(`${head}{"poll"`)] },
  { name: 'headers that drip', ...late, answers: [trickle('HTTP/1.1 200 OK\r\nx: ', 'x')] },
  { name: 'a body that drips', ...late, answers: [drip] },
  {
    name: 'silence, then fine',
    outcome: 'ok',
    options: { timeout: 150 },
    answers: [silent, ok],
    requests: 2,
    within: twiceMore,
  },
  {
    name: 'silence for all the time there is',
    outcome: 'ChatTimeoutError',
    fields: { limit: 'totalTimeout' },
    options: { totalTimeout: 200 },
    answers: [silent],
    requests: 1,
    within: 500,
  },
  { name: 'no HTTP', ...failing, answers: [end('SSH-2.0-OpenSSH_9.6\r\n')], requests: 1 },
  {
    name: 'bytes without any sense',
    ...failing,
    answers: [(socket) => socket.end(Buffer.alloc(5000, 0x80))],
    requests: 1,
  },
  { name: 'HTTP/0.9', ...failing, answers: [end(body)], requests: 1 },
  {
    name: 'a version of HTTP from the future',
    ...failing,
    answers: [end(head.replace('1.1', '7.3') + body)],
    requests: 1,
  },
  {
    name: 'headers without end',
    ...failing,
    answers: [pour('HTTP/1.1 200 OK\r\n', `x-padding: ${'x'.repeat(1000)}\r\n`)],
    requests: 1,
  },
  {
    name: 'one header of a megabyte',
    ...failing,
    answers: [reply('200 OK', [`x-padding: ${'x'.repeat(1_000_000)}`], body)],
    requests: 1,
  },
  {
    name: 'informational replies without end',
    ...late,
    options: { ...once, timeout: 400 },
    answers: [trickle('', 'HTTP/1.1 103 Early Hints\r\n\r\n')],
  },
  {
    name: 'one informational reply, then fine',
    outcome: 'ok',
    answers: [write(`HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${head}${body}`)],
    requests: 1,
    kept: 1,
  },
  {
    name: '101 that nobody asked for',
    ...failing,
    answers: [write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')],
    requests: 1,
  },
  { name: 'fewer bytes than announced', ...unreadable, answers: [reply('200 OK', ['content-length: 100'], body)] },
  {
    name: 'more bytes than announced',
    outcome: 'ok',
    fields: { poll: { id: 'a' } },
    answers: [json(body), ok],
    requests: 1,
  },
  {
    name: 'another reply that nobody asked for',
    outcome: 'ok',
    fields: { poll: { id: 'a' } },
    answers: [end(head + body + head + body)],
    requests: 1,
  },
  {
    name: 'two lengths',
    ...failing,
    answers: [reply('200 OK', ['content-length: 19', 'content-length: 20'], body)],
    requests: 1,
  },
  { name: 'a negative length', ...failing, answers: [reply('200 OK', ['content-length: -1'], body)], requests: 1 },
  {
    name: 'a chunk that is not a chunk',
    ...unreadable,
    answers: [reply('200 OK', ['transfer-encoding: chunked'], `zz\r\n${body}\r\n`)],
  },
  {
    name: 'chunks that break off',
    ...unreadable,
    answers: [reply('200 OK', ['transfer-encoding: chunked'], '5\r\n{"a":\r\n')],
  },
  {
    name: 'chunks without the last one, the JSON being whole',
    // The fetch of Node 20 treats the end of the connection as the end of the body.
    outcome: Number.parseInt(process.versions.node, 10) < 22 ? 'ok' : 'ChatResponseError',
    requests: 1,
    answers: [reply('200 OK', ['transfer-encoding: chunked'], `13\r\n${body}\r\n`)],
  },
  {
    name: 'the server hangs up its half with the reply',
    outcome: 'ok',
    answers: [end(head + body)],
    onConnection: (socket) => socket.setNoDelay(),
    requests: 1,
  },
  {
    name: 'an idle connection closes when the next request is sent',
    outcome: 'ok',
    answers: [(socket) => socket.write(head + body, () => setTimeout(() => socket.resetAndDestroy(), 15)), ok],
    requests: 2,
    within: twiceMore,
    act: async ({ call }) => {
      await call('getPoll', { poll_id: 'a' });
      await new Promise((resolve) => setTimeout(resolve, 15));
      return call('getPoll', { poll_id: 'a' });
    },
  },
  {
    name: 'an idle connection is reset by the next request',
    outcome: 'ok',
    answers: [keptAlive, reset, ok],
    requests: 3,
    within: twiceMore,
    act: async ({ call }) => {
      await call('getPoll', { poll_id: 'a' });
      return call('getPoll', { poll_id: 'a' });
    },
  },
];
