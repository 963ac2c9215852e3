import { ChatWebhookError } from '../errors/webhook-error.js';
import { parseObject } from './event.js';
import { bytesOf, type RawBody, textOf } from './raw-body.js';

/** A notification of Amazon SNS, as far as it is read here. */
export interface SnsEnvelope {
  readonly Type?: string | undefined;
  readonly Message: string;
}

/**
 * The bytes in an SQS message, gzip or JSON: base64 (RFC 4648, section 4), or JSON as it is.
 * @throws {ChatWebhookError} when it is neither.
 */
export function queueBytes(body: RawBody, maxBytes: number): Uint8Array {
  const bytes = bytesOf(body, maxBytes);
  const text = textOf(bytes).trim();
  if (text.startsWith('{') || text.startsWith('[')) return bytes;
  return bytesOf(fromBase64(text), maxBytes);
}

/** The most values in a message: a large event has some thousands. */
const mostValues = 100_000;

/**
 * Refuses what would block the process while it is parsed: nobody signs a message, and a few bytes inflate to millions of values.
 * Counts what begins a list or an object and what separates values, outside of texts, and stops at the first one too many.
 * @throws {ChatWebhookError} for too many values.
 */
export function checkValues(bytes: Uint8Array): Uint8Array {
  let count = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x22) inText = !inText;
    else if (inText) at += byte === 0x5c ? 1 : 0;
    else if ((byte === 0x2c || byte === 0x5b || byte === 0x7b) && ++count > mostValues) {
      throw new ChatWebhookError('too_large', `the message holds more than ${mostValues} values`);
    }
  }
  return bytes;
}

/** Not `Buffer.from`, which skips what is no base64. */
function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new ChatWebhookError('encoding', 'the body is neither JSON nor base64');
  }
}

/**
 * The message of an SNS notification: of the whole envelope, as text, bytes or an object, or of the text that was in its `Message`.
 * @throws {ChatWebhookError} for an envelope without a message, such as one that asks to confirm a subscription.
 */
export function messageOf(notification: RawBody | SnsEnvelope, maxBytes: number): string {
  const envelope = envelopeOf(notification, maxBytes);
  if (typeof envelope === 'string') return envelope;
  const type: unknown = Reflect.get(envelope, 'Type');
  const message: unknown = Reflect.get(envelope, 'Message');
  if (type !== undefined && type !== 'Notification') {
    throw new ChatWebhookError('envelope', 'the SNS message is no notification: confirm subscriptions before');
  }
  if (typeof message === 'string') return message;
  throw new ChatWebhookError('envelope', 'the SNS envelope has no Message: raw deliveries go to parseSqs');
}

function envelopeOf(notification: RawBody | SnsEnvelope, maxBytes: number): object | string {
  if (typeof notification === 'object' && notification !== null && 'Message' in notification) return notification;
  const text = textOf(checkValues(bytesOf(notification, maxBytes))).trim();
  return text.startsWith('{') ? parseObject(text) : text;
}
