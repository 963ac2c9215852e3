import { ChatError } from '../../../runtime/errors/error.js';
import { errorPrefix } from '../../../runtime/identity.js';

/**
 * What is wrong with a delivery.
 * - `body`: neither text nor bytes, empty, already read, or broken off
 * - `signature_missing`, `signature_malformed`, `signature_mismatch`: none; not one lower-case hex string; not that of this body
 * - `too_large`: more bytes than allowed, as they came or after decompression
 * - `compression`: gzip that is broken or cut off
 * - `encoding`: not base64
 * - `json`: not JSON in UTF-8
 * - `event`: JSON, but no object
 * - `envelope`: no SNS notification
 */
export type WebhookFault =
  | 'body'
  | 'signature_missing'
  | 'signature_malformed'
  | 'signature_mismatch'
  | 'too_large'
  | 'compression'
  | 'encoding'
  | 'json'
  | 'event'
  | 'envelope';

/** A delivery that is not an event of the service. Nothing of its body or signature is in the error. */
export class ChatWebhookError extends ChatError {
  readonly code: WebhookFault;

  constructor(code: WebhookFault, message: string) {
    super(message);
    this.code = code;
  }

  override get name(): string {
    return `${errorPrefix}WebhookError`;
  }
}
