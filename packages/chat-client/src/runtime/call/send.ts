import { callOf } from '../call-of.js';
import type { EncodedBody } from '../encode/body.js';
import { ChatConnectionError, ChatRedirectError } from '../errors/index.js';
import { decodeText, type ReadBody } from '../response/bytes.js';
import { connectionError, isRedirectFault } from '../response/failure.js';
import type { Call } from './prepare.js';
import type { WireRequest } from './wire-request.js';

/** Statuses of responses without a body (Fetch Standard, "null body status"). */
const statusesWithoutBody = [101, 103, 204, 205, 304];

/**
 * Sends one request, with the `fetch` of the client, of its ky instance, or the global one.
 * @param written the headers with the original case of their names
 * @throws {ChatConnectionError} if there is no response.
 */
export async function send(
  call: Call,
  request: Request,
  init: RequestInit | undefined,
  body: EncodedBody | undefined,
  written: WireRequest['headers'],
): Promise<Response> {
  const { core, context, redact, reading, signal: own } = call;
  const { signal } = request;
  const { fetch: custom } = core.options;
  // After `asResponse()` the call no longer listens to the caller's signal, so the body gets it directly.
  const both = reading.raw && own ? (AbortSignal.any?.([signal, own]) ?? signal) : signal;
  const file = typeof body?.content === 'string' ? undefined : body?.content;
  let response: Response;
  try {
    if (custom) {
      const content = file ?? (core.areRequestsSeen ? await contentOf(request, body?.content) : body?.content);
      const replied = await custom(request.url, {
        ...init,
        [callOf]: () => call,
        method: request.method,
        headers: asWritten(request.headers, written),
        signal: both,
        redirect: 'manual',
        ...(content !== undefined && { body: content }),
      });
      // A custom `fetch` may return another class; what the client needs is in `FetchResponse`, everything else is checked
      // before use.
      response = replied as Response;
    } else {
      const fetch = core.kyFetch ?? globalThis.fetch;
      const added = core.kyFetch ? undefined : file;
      response = await fetch(request, { ...init, signal: both, ...(added && { body: added, ...body?.init }) });
    }
  } catch (fault) {
    const failure = body?.failure?.();
    if (failure) throw failure;
    if (body?.init && isRedirectFault(fault)) throw new ChatRedirectError(undefined, { ...context, status: 0 });
    throw connectionError(fault, context, redact, Boolean(custom ?? core.kyFetch));
  }
  // `Response.error()` has neither status nor body.
  const isReply = typeof response?.status === 'number' && typeof response.headers?.get === 'function';
  if (isReply && response.type !== 'error') return response;
  throw new ChatConnectionError('the fetch option did not return a response', context);
}

/** `Headers` has names in lower case; a custom `fetch` may look up `Authorization`. */
function asWritten(headers: Headers, written: WireRequest['headers']): Record<string, string> {
  const names = new Map(Object.keys(written).map((name) => [name.toLowerCase(), name]));
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([names.get(name) ?? name, value]);
  });
  return Object.fromEntries(entries);
}

/** A copy of the response for hooks. */
export function copyForHooks(response: Response, { bytes }: ReadBody): Response {
  const { status, statusText } = response;
  // `Response` allows no other status.
  if (status < 200 || status > 599) return response;
  const headers = new Headers();
  response.headers.forEach((value, name) => {
    headers.append(name, value);
  });
  const body = statusesWithoutBody.includes(status) ? null : new Uint8Array(bytes);
  return new Response(body, { status, statusText: statusText.replace(/[^\x20-\x7e]/g, ''), headers });
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
