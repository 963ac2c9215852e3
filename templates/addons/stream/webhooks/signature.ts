import { ChatWebhookError } from '../errors/webhook-error.js';

/** @throws {ChatWebhookError} unless the signature is a lower-case hex HMAC-SHA256. */
export function checkSignature(signature: unknown): string {
  if (signature === undefined || signature === null || signature === '') {
    throw new ChatWebhookError('signature_missing', 'the signature is missing: pass the header X-Signature');
  }
  if (isSignature(signature)) return signature;
  throw new ChatWebhookError('signature_malformed', 'the signature must be a string of 64 lower-case hex digits');
}

/** Whether the signature is a lower-case hex HMAC-SHA256. */
export function isSignature(signature: unknown): signature is string {
  return typeof signature === 'string' && /^[\da-f]{64}$/.test(signature);
}

export function signatureMismatch(): ChatWebhookError {
  return new ChatWebhookError('signature_mismatch', 'the signature does not match the body and API secret');
}
