import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { BundledDocument } from '../load/document.js';
import type { Model } from '../model/model.js';
import { createApi } from './api.js';
import { commonError } from './errors.js';
import { jsonAnswer } from './exchange.js';
import { Sessions } from './sessions.js';
import { close, listen, preflightAnswer, readBytes, receivedOf, refusalOf, send, targetOf } from './wire.js';

export type { RecordedRequest } from './sessions.js';

export interface MockOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on. Default: 127.0.0.1. */
  readonly host?: string;
  /** `example`: documented examples if there are any; `complete`: always all fields of the schema. */
  readonly replies: 'example' | 'complete';
  readonly log?: (line: string) => void;
  /** Maximum size of a request body in bytes; a larger one gets status 413. Default: 128 MiB. */
  readonly maxBodyBytes?: number;
}

export interface Mock {
  /** Such as `http://127.0.0.1:4010`, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the API over HTTP: each request is validated against the spec, and answered with valid data.
 *
 * A `Prefer` header (RFC 7240) selects a status or a named example: `Prefer: code=404, example=gone`. Requests whose path
 * begins with `/__mock/<session>` are recorded: `GET /__mock/<session>/requests` returns them as JSON and ends the session (an
 * operation `GET /requests` cannot be called in one).
 */
export async function startMock(
  document: Pick<BundledDocument, 'root'>,
  model: Model,
  options: MockOptions,
): Promise<Mock> {
  const { port, host = '127.0.0.1', log = () => {}, maxBodyBytes = 128 * 1024 * 1024 } = options;
  const api = createApi(document, model, options.replies);
  const tooLarge = {
    answer: commonError(model.hooks, 413, `the body is longer than ${maxBodyBytes} bytes`),
    operation: undefined,
  };
  const sessions = new Sessions();
  const limits = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000, maxHeaderSize: 64 * 1024 };
  const server = createServer(limits, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else send(request, response, commonError(model.hooks, 500, 'the mock server failed; its log has the reason'));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, host);
    if (refusal !== undefined) {
      // So that the page cannot read the response.
      request.headers.origin = undefined;
      send(request, response, commonError(model.hooks, 403, refusal));
      return;
    }
    const preflight = preflightAnswer(request);
    const target = targetOf(request.url ?? '/');
    const { session } = target;
    if (preflight !== undefined) {
      send(request, response, preflight);
      return;
    }
    if (session !== undefined && request.method === 'GET' && target.path === '/requests') {
      send(request, response, jsonAnswer(200, sessions.end(session)));
      return;
    }
    const body = await readBytes(request, maxBodyBytes);
    const received = receivedOf(request, target, body ?? Buffer.alloc(0));
    const { answer, operation } = body === undefined ? tooLarge : await api(received);
    if (session !== undefined) sessions.record(session, received, operation, answer);
    send(request, response, answer);
  }

  const url = await listen(server, port, host);
  log(`listening on ${url}`);
  return { url, close: () => close(server) };
}
