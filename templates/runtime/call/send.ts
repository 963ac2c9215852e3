import { callOf } from '../call-of.js';
import type { EncodedBody } from '../encode/body.js';
import { ChatConnectionError, ChatRedirectError } from '../errors/index.js';
import { entriesOf } from '../options.js';
import { decodeText } from '../response/bytes.js';
import { connectionError, isRedirectFault } from '../response/failure.js';
import type { Call } from './prepare.js';
import type { WireRequest } from './wire-request.js';

/**
 * Sends one request, with the `fetch` of the client, of its ky instance, or the global one.
 * @param isPassed whether the body is already in the request
 * @param written the headers with the original case of their names
 * @throws {ChatConnectionError} if there is no response.
 */
export async function send(
  call: Call,
  request: Request,
  init: RequestInit | undefined,
  body: EncodedBody | undefined,
  isPassed: boolean,
  written: WireRequest['headers'],
): Promise<Response> {
  const { core, context, redact, reading, signal: own } = call;
  const { kyFetch } = core;
  // Called without `this`: browsers and workers refuse their `fetch` as the method of another object.
  const { fetch } = core.options;
  const { signal, method } = request;
  // After `asResponse()` the call no longer listens to the caller's signal, so the body gets it directly.
  const both = reading.raw && own ? (AbortSignal.any?.([signal, own]) ?? signal) : signal;
  const content = fetch && isPassed ? await contentOf(request, body?.content) : body?.content;
  let response: Response;
  try {
    if (fetch) {
      const names = new Map(Object.keys(written).map((name) => [name.toLowerCase(), name]));
      // A custom `fetch` may look up `Authorization`. It may also return another class; what the client needs is in
      // `FetchResponse`, everything else is checked before use.
      response = (await fetch(request.url, {
        ...init,
        [callOf]: () => call,
        method,
        headers: Object.fromEntries(
          entriesOf(request.headers).map(([name, value]) => [names.get(name) ?? name, value]),
        ),
        signal: both,
        redirect: 'manual',
        ...(content !== undefined && { body: content }),
      })) as Response;
    } else {
      const added = body && !isPassed ? { body: content, ...body.init } : {};
      response = await (kyFetch ?? globalThis.fetch)(request, { ...init, signal: both, ...added });
    }
  } catch (fault) {
    const failure = body?.failure?.();
    if (failure) throw failure;
    if (body?.init && isRedirectFault(fault)) throw new ChatRedirectError(undefined, { ...context, status: 0 });
    throw connectionError(fault, context, redact, Boolean(fetch ?? kyFetch));
  }
  // `Response.error()` has neither status nor body.
  const isReply = typeof response?.status === 'number' && typeof response.headers?.get === 'function';
  if (isReply && response.type !== 'error') return response;
  throw new ChatConnectionError('the fetch option did not return a response', context);
}

/** The body of a request that a hook may have replaced; the original value if unchanged. */
async function contentOf(
  request: Request,
  sent: EncodedBody['content'] | undefined,
): Promise<EncodedBody['content'] | ArrayBuffer | undefined> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return undefined;
  return typeof sent === 'string' && decodeText(new Uint8Array(bytes)) === sent ? sent : bytes;
}
