import { isKnown } from '../../problems/index.js';
import { FETCH_TIMEOUT, MAX_FILE_BYTES, MAX_REDIRECTS } from '../limits.js';

export type Fetched =
  | { readonly ok: true; readonly url: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/**
 * Fetches a URL with limits on bytes, time and redirects. Each redirect must be allowed like the URL itself.
 *
 * @returns The final URL and its bytes; or a reason, which is `outside` for a forbidden redirect.
 */
export async function fetchBytes(
  start: string,
  allowed: (url: string) => boolean,
  ending?: AbortSignal,
): Promise<Fetched> {
  const limit = AbortSignal.timeout(FETCH_TIMEOUT);
  const signal = ending ? AbortSignal.any([limit, ending]) : limit;
  let url = start;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await fetch(url, { redirect: 'manual', signal });
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (location !== null) {
        await response.body?.cancel();
        url = new URL(location, url).href;
        if (!/^https?:/i.test(url) || !allowed(url)) return { ok: false, reason: 'outside' };
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        return { ok: false, reason: `the server responded with status ${response.status}` };
      }
      return await readBody(response, url);
    }
    return { ok: false, reason: `more than ${MAX_REDIRECTS} redirects` };
  } catch (error) {
    ending?.throwIfAborted();
    if (limit.aborted) return { ok: false, reason: `no complete response within ${FETCH_TIMEOUT / 1_000} seconds` };
    // From `fetch`, `read` and `new URL`.
    if (!isKnown(error, /^(?:TypeError|ERR_INVALID_URL)$/)) throw error;
    return { ok: false, reason: `it can't be fetched: ${reasonOf(error)}` };
  }
}

async function readBody(response: Response, url: string): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MAX_FILE_BYTES) {
      await reader?.cancel();
      return { ok: false, reason: `it is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB` };
    }
    chunks.push(part.value);
  }
  return { ok: true, url, bytes: Buffer.concat(chunks) };
}

/** The reason, such as a refused connection, is in the cause of the error of `fetch`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
