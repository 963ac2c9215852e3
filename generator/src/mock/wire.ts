import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { METHODS } from '../load/document.js';
import type { Answer, Received } from './exchange.js';

const sessionPrefix = '/__mock/';

export interface Target {
  /** The session that records the request. */
  readonly session: string | undefined;
  /** Undecoded, without the session's prefix. */
  readonly path: string;
  readonly query: string;
}

/** Splits a request's target, which is a path or, through a proxy, a whole URL. */
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

/** Reads the body to its end; `undefined` if it is larger than allowed. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/i;

/**
 * Why a request is rejected before anything is read: it was sent by a page of another site, or to another host name. Programs use
 * the name of this machine, and have no origin.
 */
export function refusalOf({ headers }: IncomingMessage, host: string): string | undefined {
  const known = (name: string): boolean => loopback.test(name) || name === host || name === `[${host}]`;
  const isOpen = !loopback.test(host) && host !== '::1';
  const named = (headers.host ?? '').replace(/:\d+$/, '');
  if (!isOpen && !known(named)) return `the host "${named}" is not this machine`;
  const { origin } = headers;
  const isKnownOrigin = origin !== undefined && URL.canParse(origin) && known(new URL(origin).hostname);
  if (origin !== undefined && !isKnownOrigin) return `pages of "${origin}" may not use this server`;
  const isForeign = headers['sec-fetch-site'] === 'cross-site' && origin === undefined;
  return isForeign ? 'pages of other sites may not use this server' : undefined;
}

export function receivedOf(request: IncomingMessage, { path, query }: Target, body: Buffer): Received {
  const raw = request.rawHeaders;
  const headers = raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
  return { method: request.method ?? 'GET', path, query, headers, body };
}

/** Sends the response; for `HEAD` without its body. Pages of this machine may read it. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { origin } = request.headers;
  const open =
    origin === undefined
      ? []
      : ([
          ['access-control-allow-origin', origin],
          ['access-control-expose-headers', '*'],
          ['vary', 'Origin'],
        ] as const);
  for (const [name, value] of [...open, ...answer.headers]) response.appendHeader(name, value);
  response.statusCode = answer.status;
  if (answer.status !== 204 && answer.status !== 304) response.setHeader('content-length', answer.body.length);
  // The rest of an unread body would be taken for the next request.
  if (!request.complete) {
    response.setHeader('connection', 'close');
    request.resume();
  }
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** The response to a CORS preflight request; `undefined` for other requests. */
export function preflightAnswer(request: IncomingMessage): Answer | undefined {
  const method = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || method === undefined) return undefined;
  const asked = request.headers['access-control-request-headers'] ?? '*';
  const headers = [
    ['access-control-allow-methods', METHODS.join(', ').toUpperCase()],
    ['access-control-allow-headers', asked],
    ['access-control-max-age', '600'],
    ['vary', 'Access-Control-Request-Headers'],
  ] as const;
  return { status: 204, headers, body: Buffer.alloc(0) };
}

/** @returns the server's URL, without a trailing slash. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}

/** Stops listening and closes idle connections. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
