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

const getPoll = ({ call }: Stage) => call('getPoll', { poll_id: 'a' });
const pause = () => new Promise((resolve) => setTimeout(resolve, 15));

/** A call with one request, which gets this answer. */
const given = (outcome: string, code: string, rest: Partial<Fault>) => {
  return (name: string, answer: Answer, more: Partial<Fault> = {}): Fault => ({
    ...{ name, outcome, code, answers: [answer] },
    ...rest,
    ...more,
  });
};
const fails = given('ChatConnectionError', 'connection', { options: once });
const late = given('ChatTimeoutError', 'timeout', { options: { ...once, timeout: 150 } });
const unreadable = given('ChatResponseError', 'response', { fields: { status: 200 } });
const works = given('ok', '', {});

/** A call to another host than the server. */
const elsewhere = (
  name: string,
  baseUrl: (stage: Stage) => string | Promise<string>,
  more: Partial<Fault> = {},
): Fault =>
  fails(name, silent, {
    requests: 0,
    act: async (stage) => {
      const client = stage.client.withOptions({ baseUrl: await baseUrl(stage) });
      return client.getPoll({ poll_id: 'a' }, stage.options);
    },
    ...more,
  });

export const connections: readonly Fault[] = [
  elsewhere(
    'refused',
    async () => {
      const closed = await startRawServer();
      await closed.close();
      return closed.url;
    },
    { fields: { systemCode: 'ECONNREFUSED' } },
  ),
  elsewhere('a host that does not exist', () => 'http://nothing.invalid', { within: 5000 }),
  elsewhere('a port that fetch forbids', () => 'http://127.0.0.1:1'),
  elsewhere('TLS to a server without TLS', ({ server }) => server.url.replace('http:', 'https:'), {
    onConnection: (socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  }),
  fails('reset when it is accepted', silent, { requests: 0, onConnection: reset }),
  fails('closed when it is accepted', silent, { requests: 0, onConnection: (socket) => socket.destroy() }),
  fails('reset before the headers', reset, { fields: { systemCode: 'ECONNRESET' } }),
  fails('closed before the headers', end('')),
  fails('reset inside the headers', writeAndReset('HTTP/1.1 200 OK\r\nconte')),
  fails('closed inside the headers', end('HTTP/1.1 200 OK\r\nconte')),
  unreadable('reset after the headers', writeAndReset(head)),
  unreadable('reset inside the body', writeAndReset(`${head}{"poll"`)),
  fails('reset before the headers, each time', reset, { options: {}, requests: 3, within: twiceMore }),
  works('reset, then a response', reset, { answers: [reset, ok], requests: 2, within: twiceMore }),
  fails('reset, and a POST is not repeated', reset, {
    answers: [reset, ok],
    options: {},
    act: ({ call }) => call('createPoll', { name: 'x', user_id: 'a' }),
  }),
  late('nothing instead of headers', silent),
  late('nothing after the start of the headers', write('HTTP/1.1 200 OK\r\nx: ')),
  late('nothing instead of a body', write(head)),
  late('nothing after the start of a body', write(`${head}{"poll"`)),
  late('headers in tiny pieces', trickle('HTTP/1.1 200 OK\r\nx: ', 'x')),
  late('a body in tiny pieces', drip),
  works('no response, then one', silent, {
    answers: [silent, ok],
    options: { timeout: 150 },
    requests: 2,
    within: twiceMore,
  }),
  late('no response within totalTimeout', silent, {
    fields: { limit: 'totalTimeout' },
    options: { totalTimeout: 200 },
    within: 500,
  }),
  fails('not HTTP', end('SSH-2.0-OpenSSH_9.6\r\n')),
  fails('random bytes', (socket) => socket.end(Buffer.alloc(5000, 0x80))),
  fails('HTTP/0.9', end(body)),
  fails('an unknown version of HTTP', end(head.replace('1.1', '7.3') + body)),
  fails('endless headers', pour('HTTP/1.1 200 OK\r\n', `x-padding: ${'x'.repeat(1000)}\r\n`)),
  fails('one header of a megabyte', reply('200 OK', [`x-padding: ${'x'.repeat(1_000_000)}`], body)),
  late('endless informational responses', trickle('', 'HTTP/1.1 103 Early Hints\r\n\r\n'), {
    options: { ...once, timeout: 400 },
  }),
  works(
    'one informational response, then the response',
    write(`HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${head}${body}`),
    { kept: 1 },
  ),
  fails('an unexpected 101', write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')),
  unreadable('fewer bytes than announced', reply('200 OK', ['content-length: 100'], body)),
  works('more bytes than announced', json(body), { answers: [json(body), ok], fields: { poll: { id: 'a' } } }),
  works('an additional response', end(head + body + head + body), { fields: { poll: { id: 'a' } } }),
  fails('two lengths', reply('200 OK', ['content-length: 19', 'content-length: 20'], body)),
  fails('a negative length', reply('200 OK', ['content-length: -1'], body)),
  unreadable('an invalid chunk', reply('200 OK', ['transfer-encoding: chunked'], `zz\r\n${body}\r\n`)),
  unreadable('truncated chunks', reply('200 OK', ['transfer-encoding: chunked'], '5\r\n{"a":\r\n')),
  {
    name: 'chunks without the last one, with complete JSON',
    // The fetch of Node 20 treats the end of the connection as the end of the body.
    outcome: Number.parseInt(process.versions.node, 10) < 22 ? 'ok' : 'ChatResponseError',
    answers: [reply('200 OK', ['transfer-encoding: chunked'], `13\r\n${body}\r\n`)],
  },
  works('a half-closed connection', end(head + body), { onConnection: (socket) => socket.setNoDelay() }),
  works('an idle connection closes when the next request is sent', ok, {
    answers: [(socket) => socket.write(head + body, () => setTimeout(() => socket.resetAndDestroy(), 15)), ok],
    requests: 2,
    within: twiceMore,
    act: async (stage) => {
      await getPoll(stage);
      await pause();
      return getPoll(stage);
    },
  }),
  works('an idle connection is reset by the next request', ok, {
    answers: [keptAlive, reset, ok],
    requests: 3,
    within: twiceMore,
    act: async (stage) => {
      await getPoll(stage);
      return getPoll(stage);
    },
  }),
];
