import { REPLIES } from './replies.js';

const headers = { 'content-type': 'application/json' };

/**
 * Puts a service that answers at once in place of `globalThis.fetch`. Like the real one (Fetch standard, `fetch` method,
 * step 2) it makes a `Request` of whatever it is given, be it one already: who builds another before must pay for it.
 */
export function stubFetch(): void {
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return new Response(request.method === 'POST' ? REPLIES.POST : REPLIES.GET, { headers });
  };
}
