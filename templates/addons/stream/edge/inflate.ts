import { readBytes } from '../../../runtime/bytes.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { bufferSize, isGzip, tooLarge } from '../webhooks/raw-body.js';
import { unshared } from './unshared.js';

/**
 * What is in a body that is compressed, and any other body as it is. Inflating ends at `maxBytes`. Rejects with `ChatWebhookError`
 * when it is more, or broken.
 */
export async function inflate(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  const inflated = new Blob([unshared(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const {
    bytes: content,
    whole,
    fault,
  } = await readBytes(new Response(inflated), maxBytes, undefined, bufferSize(bytes, maxBytes));
  if (fault !== undefined) throw new ChatWebhookError('compression', 'the body is gzip that is broken or cut off');
  if (!whole) throw tooLarge(maxBytes);
  return content;
}
