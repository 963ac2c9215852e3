import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a signature is the hex HMAC-SHA256 (RFC 2104) of the bytes. Compares in constant time. */
export function isSignatureOf(bytes: Uint8Array, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(bytes).digest();
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}
