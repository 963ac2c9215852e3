import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Answer, Received } from './exchange.js';

const sessionPrefix = '/__mock/';

export interface Target {
  /** The session that the request is to be recorded in. */
  readonly session: string | undefined;
  /** Undecoded, without the session's prefix. */
  readonly path: string;
  readonly query: string;
}

/** Takes a request's target apart, which is a path or, through a proxy, a whole URL. */
export function targetOf(url: string): Target {
  const relative = url.replace(/^https?:\/\/[^/?]*/i, '');
  const at = relative.indexOf('?');
  const whole = at < 0 ? relative : relative.slice(0, at);
  const query = at < 0 ? '' : relative.slice(at + 1);
  if (!whole.startsWith(sessionPrefix)) return { session: undefined, path: whole === '' ? '/' : whole, query };
  const rest = whole.slice(sessionPrefix.length);
  const end = rest.indexOf('/');
  return { session: end < 0 ? rest : rest.slice(0, end), path: end < 0 ? '/' : rest.slice(end), query };
}

/** Reads the body to its end; `undefined` when it is longer than allowed. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) resolve(undefined);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(length > most ? undefined : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the connection was closed before the request ended')));
  });
}

export function receivedOf(request: IncomingMessage, { path, query }: Target, body: Buffer): Received {
  const raw = request.rawHeaders;
  const headers = raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
  return { method: request.method ?? 'GET', path, query, headers, body };
}

/** Sends the answer; to `HEAD` without its body. Any page may read it: the server holds no secrets. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const open = [['access-control-allow-origin', '*'] as const, ['access-control-expose-headers', '*'] as const];
  for (const [name, value] of [...open, ...answer.headers]) response.appendHeader(name, value);
  response.statusCode = answer.status;
  if (answer.status !== 204 && answer.status !== 304) response.setHeader('content-length', answer.body.length);
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) {
    response.setHeader('connection', 'close');
    request.resume();
  }
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** The answer to a CORS preflight request; `undefined` when it is none. */
export function preflightAnswer(request: IncomingMessage): Answer | undefined {
  const method = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || method === undefined) return undefined;
  const asked = request.headers['access-control-request-headers'] ?? '*';
  const headers = [
    ['access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE'],
    ['access-control-allow-headers', asked],
    ['access-control-max-age', '600'],
    ['vary', 'Access-Control-Request-Headers'],
  ] as const;
  return { status: 204, headers, body: Buffer.alloc(0) };
}

/** @returns the server's URL, without a slash at the end. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}

/** Stops listening and ends connections that are kept alive. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
