import type { SnsEnvelope } from './queues.js';
import type { RawBody, WebhookLimits } from './raw-body.js';
import type { WebhookStore } from './store.js';

/** Options of `handle`. */
export interface HandleOptions extends WebhookLimits {
  /** Detects duplicates: stores the ids of deliveries. */
  readonly store?: WebhookStore | undefined;
}

/** A verified event with its delivery. The signature covers the event only. */
export interface WebhookDelivery<Event> {
  readonly event: Event;
  /** `X-Webhook-Id`, the same for all attempts to deliver this event. */
  readonly id: string | undefined;
  /** `X-Webhook-Attempt`, the number of the delivery attempt. */
  readonly attempt: number | undefined;
  /** Whether the store already contains this id; `false` without a store or an id. */
  readonly duplicate: boolean;
}

/**
 * Reads webhook and queue deliveries.
 * @typeParam Result an event, or a promise of it
 * @typeParam Verdict a boolean, or a promise of it
 */
export interface WebhookMethods<Event, Result, Verdict> {
  /**
   * Verifies and parses the body of a webhook.
   * @param rawBody the body as received, unparsed, compressed or not
   * @param signature the header `X-Signature`
   * @throws {ChatWebhookError} with the reason in `code`.
   */
  parse(rawBody: RawBody, signature: string | null | undefined, limits?: WebhookLimits): Result;
  /**
   * Whether the signature matches the body.
   * @throws {ChatWebhookError} if the body cannot be checked: wrong type, too large, or damaged gzip.
   */
  verify(rawBody: RawBody, signature: string | null | undefined, limits?: WebhookLimits): Verdict;
  /**
   * Parses the body of an SQS message. Messages are not signed: restrict who can write to the queue by its policy.
   * @throws {ChatWebhookError} with the reason in `code`.
   */
  parseSqs(body: RawBody, limits?: WebhookLimits): Result;
  /**
   * Parses an SNS notification, or the text of its `Message`. The service does not sign it: verify Amazon's signature, or
   * restrict access to the endpoint.
   * @throws {ChatWebhookError} with the reason in `code`.
   */
  parseSns(notification: RawBody | SnsEnvelope, limits?: WebhookLimits): Result;
  /**
   * Reads and verifies a fetch API `Request`. Errors of the store are rethrown unchanged.
   * @throws {ChatWebhookError} with the reason in `code`; the request is not added to the store.
   */
  handle(request: Request, options?: HandleOptions): Promise<WebhookDelivery<Event>>;
}
