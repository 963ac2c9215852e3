import { gunzipSync } from 'node:zlib';
import { systemCodeOf } from '../../../runtime/bytes.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { bufferSize, isGzip, tooLarge } from './raw-body.js';

/** More than Node takes as a bound nobody could mean; bytes. */
const longestBuffer = 2 ** 31;

/**
 * What is in a body that is compressed, and any other body as it is. No more than `maxBytes` are ever inflated.
 * @throws {ChatWebhookError} when it is more, or broken.
 */
export function inflate(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    const maxOutputLength = Math.min(Math.floor(maxBytes), longestBuffer);
    return gunzipSync(bytes, { maxOutputLength, chunkSize: bufferSize(bytes, maxOutputLength) });
  } catch (error) {
    if (systemCodeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new ChatWebhookError('compression', 'the body is gzip that is broken or cut off');
  }
}
