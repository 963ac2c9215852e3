import { ChatWebhookError } from '../errors/webhook-error.js';

/** @throws {ChatWebhookError} unless the signature is one HMAC-SHA256 in lower-case hex. */
export function checkSignature(signature: unknown): string {
  if (signature === undefined || signature === null || signature === '') {
    throw new ChatWebhookError('signature_missing', 'there is no signature: pass the header X-Signature');
  }
  if (isSignature(signature)) return signature;
  throw new ChatWebhookError('signature_malformed', 'the signature must be one text of 64 lower-case hex digits');
}

/** Whether it has the form of one: HMAC-SHA256 in lower-case hex. */
export function isSignature(signature: unknown): signature is string {
  return typeof signature === 'string' && /^[\da-f]{64}$/.test(signature);
}

export function signatureMismatch(): ChatWebhookError {
  return new ChatWebhookError('signature_mismatch', 'the signature is not that of this body and the API secret');
}
