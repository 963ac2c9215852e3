import ky from 'ky';

/**
 * Makes tries until one succeeds, or until `again`, which does the waiting, says no. ky has none of the request: never the address
 * or the credentials, which its errors would print, nor the body, which it would copy for each try, nor the method, by which it would
 * choose what to try again.
 */
export function transmit(
  attempt: () => Promise<Response>,
  again: (error: unknown) => Promise<boolean>,
): Promise<Response> {
  return ky('http://localhost', {
    timeout: false,
    fetch: attempt,
    retry: { limit: Number.POSITIVE_INFINITY, shouldRetry: ({ error }) => again(error), delay: () => 0 },
  });
}
