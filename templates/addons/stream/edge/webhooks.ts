import type { ApiClient } from '../../../runtime/client.js';
import type { DatePlan } from '../../../runtime/response/dates.js';
import { secretOf } from '../server-options.js';
import { receiveDelivery } from '../webhooks/delivery.js';
import { readEvent } from '../webhooks/event.js';
import type { WebhookMethods } from '../webhooks/methods.js';
import { checkValues, messageOf, queueBytes } from '../webhooks/queues.js';
import { bytesOf, maxBytesOf, queueMaxBytes } from '../webhooks/raw-body.js';
import { checkSignature, isSignature, signatureMismatch } from '../webhooks/signature.js';
import { isDuplicate } from '../webhooks/store.js';
import { isHmacOf } from './hmac.js';
import { inflate } from './inflate.js';

/** Reads webhook and queue deliveries. All methods return a promise. */
export type Webhooks<Event> = WebhookMethods<Event, Promise<Event>, Promise<boolean>>;

/**
 * Returns the webhooks of a client with an API secret. The methods do not need `this`; printing them shows no secret.
 * @throws {ChatTokenError} if the client has no API secret.
 */
export function webhooksOf<Event extends object>(client: ApiClient, dates: DatePlan): Webhooks<Event> {
  const secret = secretOf(client);
  const parse: Webhooks<Event>['parse'] = async (rawBody, signature, limits) => {
    const maxBytes = maxBytesOf(limits);
    const checked = checkSignature(signature);
    const content = await inflate(bytesOf(rawBody, maxBytes), maxBytes);
    if (await isHmacOf(bytesOfHex(checked), content, secret)) return readEvent<Event>(content, dates);
    throw signatureMismatch();
  };
  const parseSqs: Webhooks<Event>['parseSqs'] = async (body, limits) => {
    const maxBytes = maxBytesOf(limits, queueMaxBytes);
    return readEvent<Event>(checkValues(await inflate(queueBytes(body, maxBytes), maxBytes)), dates);
  };
  return {
    parse,
    parseSqs,
    async verify(rawBody, signature, limits) {
      const maxBytes = maxBytesOf(limits);
      const content = await inflate(bytesOf(rawBody, maxBytes), maxBytes);
      return isSignature(signature) && isHmacOf(bytesOfHex(signature), content, secret);
    },
    parseSns: async (notification, limits) =>
      parseSqs(messageOf(notification, maxBytesOf(limits, queueMaxBytes)), limits),
    async handle(request, options) {
      const { bytes, signature, id, attempt } = await receiveDelivery(request, maxBytesOf(options));
      const event = await parse(bytes, signature, options);
      return { event, id, attempt, duplicate: await isDuplicate(options?.store, id) };
    },
  };
}

function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}
