import { createHmac, timingSafeEqual } from 'node:crypto';
import { ChatWebhookError } from '../errors/webhook-error.js';

/** @throws {ChatWebhookError} unless the signature is one HMAC-SHA256 in lower-case hex. */
export function checkSignature(signature: unknown): string {
  if (signature === undefined || signature === null || signature === '') {
    throw new ChatWebhookError('signature_missing', 'there is no signature: pass the header X-Signature');
  }
  if (typeof signature === 'string' && /^[\da-f]{64}$/.test(signature)) return signature;
  throw new ChatWebhookError('signature_malformed', 'the signature must be one text of 64 lower-case hex digits');
}

/** Whether a signature is the HMAC-SHA256 (RFC 2104) of the bytes; it takes as long for a near miss as for any other. */
export function isSignatureOf(bytes: Uint8Array, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(bytes).digest();
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}
