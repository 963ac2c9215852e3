import { gunzipSync } from 'node:zlib';
import { systemCodeOf } from '../../../runtime/response/bytes.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { bufferSize, isGzip, tooLarge } from './raw-body.js';

/** Above Node's maximum for a limit; in bytes. */
const longestBuffer = 2 ** 31;

/**
 * Decompresses a body if it is gzip; otherwise returns it unchanged. At most `maxBytes` are inflated.
 * @throws {ChatWebhookError} if it is larger or damaged.
 */
export function inflate(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    const maxOutputLength = Math.min(Math.floor(maxBytes), longestBuffer);
    return gunzipSync(bytes, { maxOutputLength, chunkSize: bufferSize(bytes, maxOutputLength) });
  } catch (error) {
    if (systemCodeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new ChatWebhookError('compression', 'the body is damaged or truncated gzip');
  }
}
