import ky from 'ky';

/**
 * Makes tries until one succeeds, or until `again`, which does the waiting, says no. ky has only the method: never the address
 * or the credentials, which its errors would print, nor the body, which it would copy for each try.
 */
export function transmit(
  method: string,
  attempt: () => Promise<Response>,
  again: (error: unknown) => Promise<boolean>,
): Promise<Response> {
  return ky('http://localhost', {
    method,
    timeout: false,
    fetch: attempt,
    retry: {
      limit: Number.POSITIVE_INFINITY,
      methods: ['get', 'post', 'put', 'patch', 'head', 'delete', 'options'],
      shouldRetry: ({ error }) => again(error),
      delay: () => 0,
    },
  });
}
