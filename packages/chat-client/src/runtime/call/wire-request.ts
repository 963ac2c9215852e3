import { serverOf } from '../core.js';
import { isJson } from '../operation.js';
import type { Authorization } from './credentials.js';
import type { Call } from './prepare.js';

/** URL and headers of a request. */
export interface WireRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param mediaType the `Content-Type`, if the body has one */
export function buildRequest(
  { core, operation, parts, settings }: Call,
  mediaType: string | undefined,
  authorization: Authorization,
): WireRequest {
  const query = [...authorization.query, ...parts.query].join('&');
  const cookies = [...authorization.cookies, ...parts.cookies].join('; ');
  const address = serverOf(core, operation.server) + parts.path;
  // Only the multipart codec knows the boundary.
  const isForm = operation.body?.kind === 'multipart' && parts.body !== undefined;
  // By name in lower case; later ones replace earlier ones.
  const headers = new Map<string, readonly [name: string, value: string]>();
  for (const [name, value] of [
    ['Accept', operation.accept ?? (isJson(operation.reply) ? 'application/json' : '*/*')] as const,
    ['Content-Type', mediaType] as const,
    ['Cookie', cookies || undefined] as const,
    ...Object.entries(core.service.headers?.({ credentials: authorization.sent }) ?? {}),
    ...authorization.headers,
    ...parts.headers,
    ...settings.headers.values(),
  ]) {
    const lower = name.toLowerCase();
    if (value === undefined || (isForm && lower === 'content-type' && value !== mediaType)) continue;
    headers.set(lower, [name, value]);
  }
  return {
    url: query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`,
    headers: Object.fromEntries(headers.values()),
  };
}

/** Sets headers that the service generates for each attempt, such as a request id. */
export function renewHeaders(request: Request, before: WireRequest['headers'], now: WireRequest['headers']): void {
  for (const [name, value] of Object.entries(now)) {
    if (request.headers.get(name) === before[name]) request.headers.set(name, value);
  }
}
