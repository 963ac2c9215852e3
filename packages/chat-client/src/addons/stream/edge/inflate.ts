import { unshared } from '../../../runtime/encode/sources.js';
import { readBytes } from '../../../runtime/response/bytes.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { bufferSize, isGzip, tooLarge } from '../webhooks/raw-body.js';

/**
 * Decompresses a body if it is gzip; otherwise returns it unchanged. Rejects with `ChatWebhookError` if it inflates to more than
 * `maxBytes` or is damaged.
 */
export async function inflate(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  const inflated = new Blob([unshared(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const read = await readBytes(new Response(inflated), maxBytes, undefined, bufferSize(bytes, maxBytes));
  if (read.fault !== undefined) throw new ChatWebhookError('compression', 'the body is damaged or truncated gzip');
  if (!read.whole) throw tooLarge(maxBytes);
  return read.bytes;
}
