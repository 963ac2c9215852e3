/** Fetches a token. The signal aborts when no call is waiting for it. */
export type FetchToken = (context: { readonly signal: AbortSignal }) => unknown;

/** A token fetched by a function, shared by all calls of a client and of clients derived by `withOptions`. */
export interface TokenSource {
  /** Returns the current token, or fetches a new one shortly before it expires. Concurrent calls share one fetch. */
  get(signal?: AbortSignal): Promise<unknown>;
  /** Returns a token other than the refused one; `undefined` if the function returns the same one again. */
  replace(refused: unknown, signal?: AbortSignal): Promise<unknown>;
}

/** Tokens are renewed this many milliseconds before they expire, or after nine tenths of their lifetime if that is later. */
const longestLead = 30_000;

/** A fetch that failed or returned nothing, or that all waiting calls abandoned, is not cached: the next call fetches again. */
export function createTokenSource(fetchToken: FetchToken, now: () => number = Date.now): TokenSource {
  let current: unknown;
  let until = 0;
  /** The running fetch, and the number of calls waiting for it. */
  let pending: { readonly value: Promise<unknown>; waiting: number; readonly stop: () => void } | undefined;

  function startFetch() {
    const controller = new AbortController();
    const fetch = async (): Promise<unknown> => {
      // Deferred, so that a function that throws synchronously finds `pending` set.
      await undefined;
      try {
        const token = await fetchToken({ signal: controller.signal });
        const expiry = expiryOf(token);
        if (token && pending === started) {
          current = token;
          until = expiry - Math.min(longestLead, (expiry - now()) / 10);
        }
        return token;
      } finally {
        if (pending === started) pending = undefined;
      }
    };
    const started = { value: fetch(), waiting: 0, stop: () => controller.abort() };
    return started;
  }

  async function get(signal?: AbortSignal): Promise<unknown> {
    if (now() < until) return current;
    pending ??= startFetch();
    const shared = pending;
    shared.waiting++;
    const leave = () => {
      if (--shared.waiting > 0) return;
      if (pending === shared) pending = undefined;
      shared.stop();
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await shared.value;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  return {
    get,
    async replace(refused, signal) {
      if (current === refused) until = 0;
      const value = await get(signal);
      return value === refused ? undefined : value;
    },
  };
}

/** The `exp` of a JSON Web Token (RFC 7519, section 4.1.4) in milliseconds since 1970; `Infinity` for other tokens. */
function expiryOf(token: unknown): number {
  try {
    const [, claims = ''] = String(token).split('.');
    const { exp } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof exp === 'number') return exp * 1000;
  } catch {
    // Not a JSON Web Token.
  }
  return Number.POSITIVE_INFINITY;
}
