import type { ApiClient } from '../../../runtime/client.js';
import type { DatePlan } from '../../../runtime/response/dates.js';
import { secretOf } from '../server-options.js';
import { receiveDelivery } from './delivery.js';
import { readEvent } from './event.js';
import { isSignatureOf } from './hmac.js';
import { inflate } from './inflate.js';
import type { WebhookMethods } from './methods.js';
import { checkValues, messageOf, queueBytes } from './queues.js';
import { bytesOf, maxBytesOf, queueMaxBytes } from './raw-body.js';
import { checkSignature, isSignature, signatureMismatch } from './signature.js';
import { isDuplicate } from './store.js';

/** Reads webhook and queue deliveries. All methods except `handle` are synchronous. */
export type Webhooks<Event> = WebhookMethods<Event, Event, boolean>;

/**
 * Returns the webhooks of a client with an API secret. The methods do not need `this`; printing them shows no secret.
 * @throws {ChatTokenError} if the client has no API secret.
 */
export function webhooksOf<Event extends object>(client: ApiClient, dates: DatePlan): Webhooks<Event> {
  const secret = secretOf(client);
  const parse: Webhooks<Event>['parse'] = (rawBody, signature, limits) => {
    const maxBytes = maxBytesOf(limits);
    const checked = checkSignature(signature);
    const content = inflate(bytesOf(rawBody, maxBytes), maxBytes);
    if (isSignatureOf(content, checked, secret)) return readEvent<Event>(content, dates);
    throw signatureMismatch();
  };
  const parseSqs: Webhooks<Event>['parseSqs'] = (body, limits) => {
    const maxBytes = maxBytesOf(limits, queueMaxBytes);
    return readEvent<Event>(checkValues(inflate(queueBytes(body, maxBytes), maxBytes)), dates);
  };
  return {
    parse,
    parseSqs,
    verify(rawBody, signature, limits) {
      const maxBytes = maxBytesOf(limits);
      const content = inflate(bytesOf(rawBody, maxBytes), maxBytes);
      return isSignature(signature) && isSignatureOf(content, signature, secret);
    },
    parseSns: (notification, limits) => parseSqs(messageOf(notification, maxBytesOf(limits, queueMaxBytes)), limits),
    async handle(request, options) {
      const { bytes, signature, id, attempt } = await receiveDelivery(request, maxBytesOf(options));
      const event = parse(bytes, signature, options);
      return { event, id, attempt, duplicate: await isDuplicate(options?.store, id) };
    },
  };
}
