import { createHmac } from 'node:crypto';
import type { DatePlan } from '../../../runtime/dates.js';
import type { WebhookMethods } from '../webhooks/methods.js';

export const apiSecret = 'secret-55aa81';

/** What a generated package says of events, made by hand. */
export interface SampleEvent {
  readonly type: string;
  readonly created_at: Date;
  readonly user?: { readonly id: string; readonly created_at: Date };
  readonly [field: string]: unknown;
}

const user: DatePlan = { created_at: 1 };
export const sampleDates: DatePlan = { created_at: 1, received_at: 1, user, members: [{ user }] };

/** What both entries have in common: an event, at once or by a promise. */
export type SampleWebhooks = WebhookMethods<
  SampleEvent,
  SampleEvent | Promise<SampleEvent>,
  boolean | Promise<boolean>
>;

/** What the service puts into `X-Signature` for a body before it is compressed. */
export function sign(body: string | Uint8Array, secret = apiSecret): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** What was thrown, at once or by a promise; a value that nothing can throw when nothing was. */
export async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
}
