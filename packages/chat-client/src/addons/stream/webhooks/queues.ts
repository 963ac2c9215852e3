import { ChatWebhookError } from '../errors/webhook-error.js';
import { parseObject } from './event.js';
import { bytesOf, type RawBody, textOf } from './raw-body.js';

/** The parts of an Amazon SNS notification that are used. */
export interface SnsEnvelope {
  readonly Type?: string | undefined;
  readonly Message: string;
}

/**
 * Decodes an SQS message: base64 (RFC 4648, section 4) of gzip or JSON, or JSON.
 * @throws {ChatWebhookError} if it is neither.
 */
export function queueBytes(body: RawBody, maxBytes: number): Uint8Array {
  const bytes = bytesOf(body, maxBytes);
  const text = textOf(bytes).trim();
  if (text.startsWith('{') || text.startsWith('[')) return bytes;
  return bytesOf(fromBase64(text), maxBytes);
}

/** Maximum number of values in a message; a large event has a few thousand. */
const mostValues = 100_000;

/**
 * Rejects messages that would block the process while parsing: they are not signed, and a few bytes inflate to millions of
 * values. Counts array and object starts and separators outside strings, and stops at the limit.
 * @throws {ChatWebhookError} if there are too many values.
 */
export function checkValues(bytes: Uint8Array): Uint8Array {
  let count = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x22) inText = !inText;
    else if (inText) at += byte === 0x5c ? 1 : 0;
    else if ((byte === 0x2c || byte === 0x5b || byte === 0x7b) && ++count > mostValues) {
      throw new ChatWebhookError('too_large', `the message contains more than ${mostValues} values`);
    }
  }
  return bytes;
}

/** Not `Buffer.from`, which skips invalid characters. */
function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new ChatWebhookError('encoding', 'the body is neither JSON nor base64');
  }
}

/**
 * Returns the message of an SNS notification, given as the envelope (text, bytes or an object) or as the text of its `Message`.
 * @throws {ChatWebhookError} if the envelope has no message, such as a subscription confirmation.
 */
export function messageOf(notification: RawBody | SnsEnvelope, maxBytes: number): string {
  const envelope = envelopeOf(notification, maxBytes);
  if (typeof envelope === 'string') return envelope;
  const type: unknown = Reflect.get(envelope, 'Type');
  const message: unknown = Reflect.get(envelope, 'Message');
  if (type !== undefined && type !== 'Notification') {
    throw new ChatWebhookError(
      'envelope',
      'the SNS message is not a notification: handle subscription confirmations first',
    );
  }
  if (typeof message === 'string') return message;
  throw new ChatWebhookError('envelope', 'the SNS envelope has no Message: pass raw deliveries to parseSqs');
}

function envelopeOf(notification: RawBody | SnsEnvelope, maxBytes: number): object | string {
  if (typeof notification === 'object' && notification !== null && 'Message' in notification) return notification;
  const text = textOf(checkValues(bytesOf(notification, maxBytes))).trim();
  return text.startsWith('{') ? parseObject(text) : text;
}
