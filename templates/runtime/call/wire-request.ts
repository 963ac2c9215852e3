import { serverOf } from '../core.js';
import { isJson } from '../operation.js';
import type { Authorization } from './credentials.js';
import type { Call } from './prepare.js';
import { isSecretHeader } from './redact.js';

/** URL and headers of a request. */
export interface WireRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param mediaType the `Content-Type`, if the body has one */
export function buildRequest(call: Call, mediaType: string | undefined, authorization: Authorization): WireRequest {
  const { core, operation, parts } = call;
  const query = [...authorization.query, ...parts.query].join('&');
  const address = serverOf(core, operation.server) + parts.path;
  return {
    url: query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`,
    headers: requestHeaders(call, mediaType, authorization),
  };
}

/** In increasing priority: accepted type, headers of the service, credentials, arguments, options. */
function requestHeaders(
  { core, operation, parts, settings, remember }: Call,
  mediaType: string | undefined,
  authorization: Authorization,
): Record<string, string> {
  const cookies = [...authorization.cookies, ...parts.cookies];
  const headers: Record<string, string> = {
    Accept: operation.accept ?? (isJson(operation.reply) ? 'application/json' : '*/*'),
    ...(mediaType !== undefined && { 'Content-Type': mediaType }),
    ...(cookies.length > 0 && { Cookie: cookies.join('; ') }),
    ...core.service.headers?.({ credentials: authorization.sent }),
    ...Object.fromEntries(authorization.headers),
  };
  for (const [name, value] of settings.headers) if (isSecretHeader(name)) remember(value);
  // Only the multipart codec knows the boundary.
  const isForm = operation.body?.kind === 'multipart' && parts.body !== undefined;
  for (const [name, value] of [...parts.headers, ...settings.headers]) {
    if (!isForm || name.toLowerCase() !== 'content-type') setHeader(headers, name, value);
  }
  return headers;
}

/** Header names are case-insensitive; `__proto__` is a valid one. */
function setHeader(headers: Record<string, string>, name: string, value: string): void {
  const lower = name.toLowerCase();
  for (const known in headers) if (known.toLowerCase() === lower) Reflect.deleteProperty(headers, known);
  Object.defineProperty(headers, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Sets headers that the service generates for each attempt, such as a request id. */
export function renewHeaders(request: Request, before: WireRequest['headers'], now: WireRequest['headers']): void {
  for (const [name, value] of Object.entries(now)) {
    if (request.headers.get(name) === before[name]) request.headers.set(name, value);
  }
}
