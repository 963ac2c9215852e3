import { ChatInputError } from '../errors/input-error.js';
import type { DatePlan } from './dates.js';
import { decodeDates } from './decode.js';

/**
 * Parses the payload of an event, with its date-times as `Date`s. The payload is not validated.
 * @throws {ChatInputError} if the text is not JSON.
 */
export function readPayload<Payload>(
  body: unknown,
  plans: { readonly [event: string]: DatePlan | undefined },
  event: PropertyKey,
): Payload {
  const dates = Object.hasOwn(plans, event) ? plans[String(event)] : undefined;
  let payload = body;
  if (typeof body === 'string') {
    try {
      payload = JSON.parse(body);
    } catch {
      throw new ChatInputError('the payload is not JSON', { argument: 'body' });
    }
  }
  return (dates === undefined ? payload : decodeDates(structuredClone(payload), dates)) as Payload;
}
