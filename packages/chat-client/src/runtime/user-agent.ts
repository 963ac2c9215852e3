/**
 * Returns the header `User-Agent` (RFC 9110, section 10.1.5), for `Service.headers`. None in browsers, where a request with it
 * needs the permission of the server (CORS).
 * @param name name and version of the package, such as `pets-client/1.0.0`
 */
export function userAgentHeader(name: string): () => Readonly<Record<string, string>> {
  const isBrowser = 'document' in globalThis || 'importScripts' in globalThis;
  return (): Readonly<Record<string, string>> => (isBrowser ? {} : { 'User-Agent': name });
}
