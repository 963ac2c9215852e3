import { onAbort } from './abort.js';

/** Fetches a token. The signal aborts when no call is waiting for it. */
export type FetchToken = (context: { readonly signal: AbortSignal }) => unknown;

/** A token fetched by a function, shared by all calls of a client and of clients derived by `withOptions`. */
export interface TokenSource {
  /** Returns the current token, or fetches a new one shortly before it expires. Concurrent calls share one fetch. */
  get(signal?: AbortSignal): Promise<unknown>;
  /** Returns a token other than the refused one; `undefined` if the function returns the same one again. */
  replace(refused: unknown, signal?: AbortSignal): Promise<unknown>;
}

/** A running fetch, and the number of calls waiting for it. */
interface Fetch {
  readonly value: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** Tokens are renewed this many milliseconds before they expire, or after nine tenths of their lifetime if that is later. */
const longestLead = 30_000;

/** A fetch that failed, or that all waiting calls abandoned, is not cached: the next call fetches again. */
export function createTokenSource(fetchToken: FetchToken, now: () => number = Date.now): TokenSource {
  let current: { readonly value: unknown; readonly until: number } | undefined;
  let pending: Fetch | undefined;

  function startFetch(): Fetch {
    const controller = new AbortController();
    // Deferred, so that a function that throws synchronously finds `pending` set.
    const value = Promise.resolve().then(() => fetchToken({ signal: controller.signal }));
    const started: Fetch = { value, controller, waiting: 0 };
    const done = () => {
      if (pending === started) pending = undefined;
    };
    value.then((token) => {
      const expiry = expiryOf(token);
      const life = expiry - now();
      const lead = life === Number.POSITIVE_INFINITY ? 0 : Math.min(longestLead, life / 10);
      if (pending === started) current = { value: token, until: expiry - lead };
      done();
    }, done);
    return started;
  }

  async function get(signal?: AbortSignal): Promise<unknown> {
    if (current !== undefined && now() < current.until) return current.value;
    pending ??= startFetch();
    const shared = pending;
    shared.waiting++;
    const stay = signal && onAbort(signal, () => leave(shared));
    try {
      return await shared.value;
    } finally {
      stay?.();
    }
  }

  function leave(shared: Fetch): void {
    if (--shared.waiting > 0) return;
    if (pending === shared) pending = undefined;
    shared.controller.abort();
  }

  return {
    get,
    async replace(refused, signal) {
      if (current?.value === refused) current = undefined;
      const value = await get(signal);
      return value === refused ? undefined : value;
    },
  };
}

/** The `exp` of a JSON Web Token (RFC 7519, section 4.1.4) in milliseconds since 1970; `Infinity` for other tokens. */
function expiryOf(token: unknown): number {
  if (typeof token !== 'string') return Number.POSITIVE_INFINITY;
  try {
    const claims: unknown = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    const exp: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : undefined;
    return typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
