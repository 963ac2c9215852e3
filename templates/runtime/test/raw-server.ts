import { createServer, type Socket } from 'node:net';

/** What the server does with a connection once a request has arrived. */
export type Answer = (socket: Socket) => void;

/** A server that may answer anything at all, also what is no HTTP. */
export interface RawServer {
  readonly url: string;
  /** As they arrived, one text each. */
  readonly requests: string[];
  /** The n-th request gets the n-th answer, or the last. */
  answers: readonly Answer[];
  close(): Promise<void>;
}

export async function startRawServer(): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      requests.push(data.toString());
      (raw.answers[requests.length - 1] ?? raw.answers.at(-1))?.(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const raw: RawServer = {
    url: `http://127.0.0.1:${port}`,
    requests,
    answers: [],
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return raw;
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
export const json = (body: string, status = '200 OK', headers: string[] = []): Answer =>
  reply(status, ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, ...headers], body);
export const ok = json('{"poll":{"id":"a"}}');
export const status = (line: string, ...headers: string[]): Answer => json('{"message":"no"}', line, headers);
export const reset: Answer = (socket) => socket.resetAndDestroy();
export const silent: Answer = () => undefined;
export const endless: Answer = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  const write = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', write);
  write();
};
export const drip: Answer = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{');
  const timer = setInterval(() => socket.write(' '), 5);
  socket.on('close', () => clearInterval(timer));
};
