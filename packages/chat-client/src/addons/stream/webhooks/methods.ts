import type { SnsEnvelope } from './queues.js';
import type { RawBody, WebhookLimits } from './raw-body.js';
import type { WebhookStore } from './store.js';

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

/**
 * Reads what the service delivers to webhooks and queues.
 * @typeParam Result how an event is given: at once, or by a promise
 * @typeParam Verdict likewise for `verify`
 */
export interface WebhookMethods<Event, Result, Verdict> {
  /**
   * The event in a webhook's body.
   * @param rawBody the body as it came, before any parsing, compressed or not
   * @param signature the header `X-Signature`
   * @throws {ChatWebhookError} whose `code` says what is wrong.
   */
  parse(rawBody: RawBody, signature: string | null | undefined, limits?: WebhookLimits): Result;
  /**
   * Whether the signature is that of the body.
   * @throws {ChatWebhookError} for a body that cannot be checked: of another type, too large, or broken gzip.
   */
  verify(rawBody: RawBody, signature: string | null | undefined, limits?: WebhookLimits): Verdict;
  /**
   * The event in the body of an SQS message. It has no signature: the queue's policy says who may write to it.
   * @throws {ChatWebhookError} whose `code` says what is wrong.
   */
  parseSqs(body: RawBody, limits?: WebhookLimits): Result;
  /**
   * The event in an SNS notification, or in the text of its `Message`. The service does not sign it: verify Amazon's signature,
   * or let nobody else reach the endpoint.
   * @throws {ChatWebhookError} whose `code` says what is wrong.
   */
  parseSns(notification: RawBody | SnsEnvelope, limits?: WebhookLimits): Result;
  /**
   * Reads and verifies a request of a server that speaks `Request` and `Response`. What the store throws is thrown as it is.
   * @throws {ChatWebhookError} whose `code` says what is wrong; the store then knows nothing of the request.
   */
  handle(request: Request, options?: HandleOptions): Promise<WebhookDelivery<Event>>;
}
