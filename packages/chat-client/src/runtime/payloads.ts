import type { DatePlan } from './dates.js';
import { decodeDates } from './decode.js';
import { ChatInputError } from './errors/input-error.js';

/**
 * What an event sends, with its date-times as `Date`s. It is trusted to be what the spec says, as a reply is.
 * @throws {ChatInputError} for a text that is not JSON.
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
