import { REPLIES } from './replies.js';

const headers = { 'content-type': 'application/json' };

/**
 * Puts a service that answers at once in place of `globalThis.fetch`. A request that is no `Request` yet becomes one, as
 * in the real one: who builds it must not matter.
 */
export function stubFetch(): void {
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init);
    return new Response(request.method === 'POST' ? REPLIES.POST : REPLIES.GET, { headers });
  };
}
