import { readBytes } from '../../../runtime/response/bytes.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { bufferSize, isGzip, tooLarge } from '../webhooks/raw-body.js';
import { unshared } from './unshared.js';

/**
 * Decompresses a body if it is gzip; otherwise returns it unchanged. Rejects with `ChatWebhookError` if it inflates to more than
 * `maxBytes` or is damaged.
 */
export async function inflate(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  const inflated = new Blob([unshared(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const {
    bytes: content,
    whole,
    fault,
  } = await readBytes(new Response(inflated), maxBytes, undefined, bufferSize(bytes, maxBytes));
  if (fault !== undefined) throw new ChatWebhookError('compression', 'the body is damaged or truncated gzip');
  if (!whole) throw tooLarge(maxBytes);
  return content;
}
