import type { DatePlan } from '../../../runtime/dates.js';
import { decodeDates } from '../../../runtime/decode.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { textOf } from './raw-body.js';

/**
 * An event from its JSON: where the plan says so, text becomes a `Date`; everything else stays as it came, and a key such as
 * `__proto__` is a key like any other.
 * @throws {ChatWebhookError} for what is no JSON object.
 */
export function readEvent<Event extends object>(bytes: Uint8Array, dates: DatePlan): Event {
  const event = decodeDates(parseObject(textOf(bytes)), dates);
  // Whoever signed it is trusted to have sent an event: which types there are is not known here.
  return event as Event;
}

/** @throws {ChatWebhookError} for a text that is no JSON, or JSON that is no object. */
export function parseObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What the platform says of it quotes the text.
    throw new ChatWebhookError('json', `the body of ${text.length} characters is not JSON`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ChatWebhookError('event', 'the body is JSON, but no object');
}
