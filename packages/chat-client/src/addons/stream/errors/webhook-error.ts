import { ChatError } from '../../../runtime/errors/error.js';
import { errorPrefix } from '../../../runtime/identity.js';

/**
 * What is wrong with a delivery.
 * - `body`: neither text nor bytes, empty, already read, or cut off
 * - `signature_missing`, `signature_malformed`, `signature_mismatch`: absent; not a lower-case hex string; does not match the body
 * - `too_large`: more bytes than allowed, as received or after decompression
 * - `compression`: damaged or truncated gzip
 * - `encoding`: not base64
 * - `json`: not JSON in UTF-8
 * - `event`: JSON, but not an object
 * - `envelope`: not an SNS notification
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

/** A delivery that is not an event of the service. The error contains nothing of its body or signature. */
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
