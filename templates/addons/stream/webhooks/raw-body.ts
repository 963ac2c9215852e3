import { ChatInputError } from '../../../runtime/errors/input-error.js';
import { ChatWebhookError } from '../errors/webhook-error.js';

/** A body exactly as received, before parsing. */
export type RawBody = string | Uint8Array;

/** Limits for reading a delivery. */
export interface WebhookLimits {
  /** Maximum size of a body in bytes, as received and after decompression. Default: 32 MiB, for queue messages 4 MiB. */
  readonly maxBytes?: number | undefined;
}

const webhookMaxBytes = 32 * 1024 * 1024;
/** SQS and SNS messages are far smaller; this limits their inflated size. */
export const queueMaxBytes = 4 * 1024 * 1024;

/** @throws {ChatInputError} if the limit is invalid. */
export function maxBytesOf(limits: WebhookLimits | undefined, otherwise = webhookMaxBytes): number {
  const maxBytes: unknown = limits?.maxBytes ?? otherwise;
  if (typeof maxBytes === 'number' && maxBytes >= 1) return maxBytes;
  throw new ChatInputError('the option maxBytes must be a number >= 1', { argument: 'maxBytes' });
}

/**
 * Returns the bytes of a raw body; text is encoded as UTF-8.
 * @throws {ChatWebhookError} if it is neither text nor bytes, empty, or larger than `maxBytes`.
 */
export function bytesOf(body: unknown, maxBytes: number): Uint8Array {
  if (typeof body === 'string') {
    // Every character takes at least one byte: text beyond the limit is not copied.
    if (body.length > maxBytes) throw tooLarge(maxBytes);
    if (/^\x1f[\x8b\ufffd]/.test(body)) {
      throw new ChatWebhookError('body', 'the body is gzip decoded as text: pass its bytes');
    }
  } else if (!isBytes(body)) {
    throw new ChatWebhookError('body', 'the body must be a string or bytes as received, not a parsed body');
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  if (bytes.byteLength === 0) throw new ChatWebhookError('body', 'the body is empty: was it already read?');
  if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/** Also true for `Buffer`, and for bytes of another realm. */
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Reflect.get(value, Symbol.toStringTag) === 'Uint8Array';
}

/** Magic bytes of gzip (RFC 1952, section 2.3.1): no header indicates compression. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** In bytes; Node's default. */
const smallestBuffer = 16 * 1024;
/** Maximum compression ratio of deflate. */
const highestRatio = 1032;

/**
 * The size of a single output buffer, from the size stored at the end of gzip (RFC 1952, section 2.3.1) if plausible: many small
 * buffers would have to be joined, which takes twice the memory. One byte more, since a full buffer is followed by a second one.
 */
export function bufferSize(bytes: Uint8Array, most: number): number {
  const last = bytes.subarray(-4);
  const stated = last.length < 4 ? 0 : new DataView(last.buffer, last.byteOffset).getUint32(0, true);
  return Math.max(smallestBuffer, Math.min(stated, bytes.length * highestRatio, most) + 1);
}

export function tooLarge(maxBytes: number): ChatWebhookError {
  return new ChatWebhookError('too_large', `the body is larger than ${maxBytes} bytes`);
}

/** @throws {ChatWebhookError} if the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ChatWebhookError('json', `the body of ${bytes.byteLength} bytes is not UTF-8`);
  }
}
