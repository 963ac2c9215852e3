import { type ApiClient, optionOfClient } from '../../../runtime/client.js';
import type { DatePlan } from '../../../runtime/dates.js';
import { ChatInputError } from '../../../runtime/errors/input-error.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { receiveDelivery } from './delivery.js';
import { readEvent } from './event.js';
import { inflate } from './inflate.js';
import { messageOf, queueBytes, type SnsEnvelope } from './queues.js';
import { bytesOf, maxBytesOf, type RawBody, type WebhookLimits } from './raw-body.js';
import { checkSignature, isSignatureOf } from './signature.js';
import { isDuplicate, type WebhookStore } from './store.js';

/** How `handle` reads a request. */
export interface HandleOptions extends WebhookLimits {
  /** Makes duplicates visible: asked whether a delivery came before, and told that it came. */
  readonly store?: WebhookStore | undefined;
}

/** A verified event and the delivery that brought it. The signature covers the event only. */
export interface WebhookDelivery<Event> {
  readonly event: Event;
  /** `X-Webhook-Id`, the same for every attempt to deliver this event. */
  readonly id: string | undefined;
  /** `X-Webhook-Attempt`, how often delivery was tried. */
  readonly attempt: number | undefined;
  /** The store has seen this id before; `false` without a store or an id. */
  readonly duplicate: boolean;
}

/** Reads what the service delivers to webhooks and queues. */
export interface Webhooks<Event> {
  /**
   * The event in a webhook's body.
   * @param rawBody the body as it came, before any parsing, compressed or not
   * @param signature the header `X-Signature`
   * @throws {ChatWebhookError} whose `code` says what is wrong.
   */
  parse(rawBody: RawBody, signature: string | null | undefined, limits?: WebhookLimits): Event;
  /**
   * Whether the signature is that of the body.
   * @throws {ChatWebhookError} for a body that cannot be checked: of another type, too large, or broken gzip.
   */
  verify(rawBody: RawBody, signature: string | null | undefined, limits?: WebhookLimits): boolean;
  /**
   * The event in the body of an SQS message. It has no signature: the queue's policy says who may write to it.
   * @throws {ChatWebhookError} whose `code` says what is wrong.
   */
  parseSqs(body: RawBody, limits?: WebhookLimits): Event;
  /**
   * The event in an SNS notification, or in the text of its `Message`. The service does not sign it: verify Amazon's signature,
   * or let nobody else reach the endpoint.
   * @throws {ChatWebhookError} whose `code` says what is wrong.
   */
  parseSns(notification: RawBody | SnsEnvelope, limits?: WebhookLimits): Event;
  /**
   * Reads and verifies a request of a server that speaks `Request` and `Response`. What the store throws is thrown as it is.
   * @throws {ChatWebhookError} whose `code` says what is wrong; the store then knows nothing of the request.
   */
  handle(request: Request, options?: HandleOptions): Promise<WebhookDelivery<Event>>;
}

/**
 * The webhooks of a client that was made with the API secret.
 * @throws {ChatInputError} when it was not.
 */
export function webhooksOf<Event extends object>(client: ApiClient, dates: DatePlan): Webhooks<Event> {
  const argument = 'apiSecret';
  const secret = optionOfClient(client, argument);
  if (typeof secret === 'string' && secret !== '') return createWebhooks(secret, dates);
  throw new ChatInputError('the option apiSecret is missing or empty', { argument });
}

/** The methods need no `this`, and printing them shows no secret. */
function createWebhooks<Event extends object>(secret: string, dates: DatePlan): Webhooks<Event> {
  const isGenuine = (content: Uint8Array, signature: string) => isSignatureOf(content, signature, secret);
  const parse: Webhooks<Event>['parse'] = (rawBody, signature, limits = {}) => {
    const maxBytes = maxBytesOf(limits);
    const checked = checkSignature(signature);
    const content = inflate(bytesOf(rawBody, maxBytes), maxBytes);
    if (isGenuine(content, checked)) return readEvent<Event>(content, dates);
    throw new ChatWebhookError('signature_mismatch', 'the signature is not that of this body and the API secret');
  };
  const parseSqs: Webhooks<Event>['parseSqs'] = (body, limits = {}) => {
    const maxBytes = maxBytesOf(limits);
    return readEvent<Event>(inflate(queueBytes(body, maxBytes), maxBytes), dates);
  };
  return {
    parse,
    parseSqs,
    verify(rawBody, signature, limits = {}) {
      const maxBytes = maxBytesOf(limits);
      const content = inflate(bytesOf(rawBody, maxBytes), maxBytes);
      try {
        return isGenuine(content, checkSignature(signature));
      } catch {
        return false;
      }
    },
    parseSns: (notification, limits = {}) => parseSqs(messageOf(notification, maxBytesOf(limits)), limits),
    async handle(request, options = {}) {
      const { bytes, signature, id, attempt } = await receiveDelivery(request, maxBytesOf(options));
      const event = parse(bytes, signature, options);
      return { event, id, attempt, duplicate: await isDuplicate(options.store, id) };
    },
  };
}
