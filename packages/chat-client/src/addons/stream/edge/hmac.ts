import { unshared } from '../../../runtime/encode/sources.js';

/** Returns the HMAC-SHA256 (RFC 2104) of the bytes. */
export async function signHmac(bytes: Uint8Array, secret: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret, 'sign'), unshared(bytes)));
}

/** Whether a code is the HMAC-SHA256 of the bytes. WebCrypto compares in constant time. */
export async function isHmacOf(code: Uint8Array, bytes: Uint8Array, secret: string): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await keyOf(secret, 'verify'), unshared(code), unshared(bytes));
}

function keyOf(secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, [usage]);
}
