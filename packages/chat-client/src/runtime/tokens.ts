/** A token that a function fetches, shared by all calls of a client and its variants. */
export interface TokenSource {
  /** The token at hand, or a fresh one shortly before it expires. Calls at the same time share one fetch. */
  get(): Promise<unknown>;
  /** A token other than the one that was refused; `undefined` when the function gives the same one again. */
  replace(refused: unknown): Promise<unknown>;
}

/** A token is fetched anew this many milliseconds before it expires, or a tenth of its life if that is less. */
const longestLead = 30_000;

/** Nothing is kept of a fetch that failed: the next call tries again. */
export function createTokenSource(fetchToken: () => unknown, now: () => number = Date.now): TokenSource {
  let current: { readonly value: unknown; readonly until: number } | undefined;
  let pending: Promise<unknown> | undefined;

  async function fetchOnce(): Promise<unknown> {
    try {
      // Begun a moment later, so that a function that throws at once finds `pending` set.
      const value: unknown = await Promise.resolve().then(fetchToken);
      const expiry = expiryOf(value);
      const life = expiry - now();
      current = { value, until: expiry - (life === Number.POSITIVE_INFINITY ? 0 : Math.min(longestLead, life / 10)) };
      return value;
    } finally {
      pending = undefined;
    }
  }

  async function get(): Promise<unknown> {
    if (current !== undefined && now() < current.until) return current.value;
    pending ??= fetchOnce();
    return pending;
  }

  return {
    get,
    async replace(refused) {
      if (current?.value === refused) current = undefined;
      const value = await get();
      return value === refused ? undefined : value;
    },
  };
}

/** The `exp` of a JSON Web Token (RFC 7519, section 4.1.4) in milliseconds since 1970; endless for any other token. */
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
