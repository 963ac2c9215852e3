import type { DatePlan } from '../../../runtime/response/dates.js';
import { decodeDates } from '../../../runtime/response/decode.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { textOf } from './raw-body.js';

/**
 * Parses an event. Date-times in the plan become `Date`s; everything else is unchanged, including keys such as `__proto__`.
 * @throws {ChatWebhookError} if the text is not a JSON object.
 */
export function readEvent<Event extends object>(bytes: Uint8Array, dates: DatePlan): Event {
  const event = decodeDates(parseObject(textOf(bytes)), dates);
  // Not validated: the set of event types is open, and the sender is trusted.
  return event as Event;
}

/** @throws {ChatWebhookError} if the text is not JSON, or not an object. */
export function parseObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The platform's message quotes the text.
    throw new ChatWebhookError('json', `the body of ${text.length} characters is not JSON`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ChatWebhookError('event', 'the body is JSON, but not an object');
}
