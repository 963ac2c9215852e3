import { ChatInputError } from '../../../runtime/errors/input-error.js';
import { ChatWebhookError } from '../errors/webhook-error.js';

/** A body exactly as it came, before anything parsed it. */
export type RawBody = string | Uint8Array;

/** How much of a delivery is read. */
export interface WebhookLimits {
  /** The largest body, in bytes, as it came and after decompression; 32 MiB by default, 4 MiB for messages of queues. */
  readonly maxBytes?: number | undefined;
}

const webhookMaxBytes = 32 * 1024 * 1024;
/** SQS and SNS carry far less; this is for what their messages inflate to. */
export const queueMaxBytes = 4 * 1024 * 1024;

/** @throws {ChatInputError} for a limit that is none. */
export function maxBytesOf({ maxBytes }: WebhookLimits, otherwise = webhookMaxBytes): number {
  if (maxBytes === undefined) return otherwise;
  if (typeof maxBytes === 'number' && maxBytes >= 1) return maxBytes;
  throw new ChatInputError('the option maxBytes must be a number, at least 1', { argument: 'maxBytes' });
}

/**
 * The bytes of a raw body; text is UTF-8.
 * @throws {ChatWebhookError} when it is neither text nor bytes, empty, or larger than `maxBytes`.
 */
export function bytesOf(body: unknown, maxBytes: number): Uint8Array {
  if (typeof body === 'string') {
    // A character is at least one byte: a text beyond the limit is not copied.
    if (body.length > maxBytes) throw tooLarge(maxBytes);
    if (/^\x1f[\x8b\ufffd]/.test(body)) {
      throw new ChatWebhookError('body', 'the body is gzip that was read as text: pass its bytes');
    }
  } else if (!isBytes(body)) {
    throw new ChatWebhookError('body', 'the body must be text or bytes as they came, not what was parsed from them');
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  if (bytes.byteLength === 0) throw new ChatWebhookError('body', 'the body is empty: was it read before?');
  if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/** Also true for a `Buffer`, and for bytes of another realm. */
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Reflect.get(value, Symbol.toStringTag) === 'Uint8Array';
}

/** The magic bytes of RFC 1952, section 2.3.1: no header tells whether a delivery is compressed. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** In bytes; Node's own default. */
const smallestBuffer = 16 * 1024;
/** Deflate makes at most this many bytes of one. */
const highestRatio = 1032;

/**
 * One buffer for all that is inflated, of the size that the end of gzip says (RFC 1952, section 2.3.1) where that is possible: many small
 * ones would be joined in another, which takes twice the memory. One byte more, since a full buffer is followed by a second one.
 */
export function bufferSize(bytes: Uint8Array, most: number): number {
  const last = bytes.subarray(-4);
  const stated = last.length < 4 ? 0 : new DataView(last.buffer, last.byteOffset).getUint32(0, true);
  return Math.max(smallestBuffer, Math.min(stated, bytes.length * highestRatio, most) + 1);
}

export function tooLarge(maxBytes: number): ChatWebhookError {
  return new ChatWebhookError('too_large', `the body is larger than ${maxBytes} bytes`);
}

/** @throws {ChatWebhookError} for bytes that are no UTF-8. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ChatWebhookError('json', `the body of ${bytes.byteLength} bytes is not UTF-8`);
  }
}
