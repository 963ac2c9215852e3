import { createServer, type Socket } from 'node:net';

/** What the server does with a connection after a complete request. */
export type Answer = (socket: Socket) => void;

/** A server that can send any bytes, also other than HTTP. */
export interface RawServer {
  readonly url: string;
  /** The received requests, one text each. */
  readonly requests: string[];
  /** The n-th request gets the n-th answer, or the last. */
  answers: readonly Answer[];
  /** Called when a connection opens, before any request. */
  onConnection?: Answer;
  /** Number of open connections with received data; fetch may open one in advance without using it. */
  open(): number;
  /** How many bytes were handed to the system for sending. */
  sent(): number;
  close(): Promise<void>;
}

export async function startRawServer(): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const used = new Set<Socket>();
  const requests: string[] = [];
  let closedSent = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      closedSent += socket.bytesWritten;
      sockets.delete(socket);
      used.delete(socket);
    });
    let arrived = '';
    let needed = 1;
    socket.on('data', (data) => {
      used.add(socket);
      arrived += data.toString('latin1');
      while (arrived.length >= needed) {
        needed = lengthOfRequest(arrived);
        if (arrived.length < needed) break;
        requests.push(Buffer.from(arrived.slice(0, needed), 'latin1').toString());
        arrived = arrived.slice(needed);
        needed = 1;
        (raw.answers[requests.length - 1] ?? raw.answers.at(-1))?.(socket);
      }
    });
    raw.onConnection?.(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const raw: RawServer = {
    url: `http://127.0.0.1:${port}`,
    requests,
    answers: [],
    open: () => used.size,
    sent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedSent),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return raw;
}

/** The length of the first request in a text; more than the text while the request is incomplete. */
function lengthOfRequest(text: string): number {
  const incomplete = text.length + 1;
  const head = text.indexOf('\r\n\r\n') + 4;
  if (head < 4) return incomplete;
  const fields = text.slice(0, head);
  if (/\r\ntransfer-encoding: *chunked/i.test(fields)) {
    const last = text.indexOf('0\r\n\r\n', head);
    return last < 0 ? incomplete : last + 5;
  }
  return head + Number(/\r\ncontent-length: *(\d+)/i.exec(fields)?.[1] ?? 0);
}

export const reply =
  (status: string, headers: string[], body: string | Buffer = ''): Answer =>
  (socket) => {
    socket.end(
      Buffer.concat([
        Buffer.from([`HTTP/1.1 ${status}`, ...headers, 'connection: close', '', ''].join('\r\n')),
        Buffer.from(body),
      ]),
    );
  };
export const json = (body: string | Buffer, status = '200 OK', headers: string[] = []): Answer =>
  reply(status, ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, ...headers], body);
export const ok = json('{"poll":{"id":"a"}}');
export const status = (line: string, ...headers: string[]): Answer => json('{"message":"no"}', line, headers);
export const reset: Answer = (socket) => socket.resetAndDestroy();
export const silent: Answer = () => undefined;
/** Writes as fast as the client reads, until it disconnects. */
export const pour =
  (head: string, chunk: string | Buffer): Answer =>
  (socket) => {
    socket.write(head);
    const write = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', write);
    write();
  };
export const endless = pour(
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
  `4000\r\n${'x'.repeat(0x4000)}\r\n`,
);
/** Writes a little every few milliseconds, until the client disconnects. */
export const trickle =
  (head: string, piece: string, milliseconds = 5): Answer =>
  (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(piece), milliseconds);
    socket.on('close', () => clearInterval(timer));
  };
export const drip = trickle('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{', ' ');
