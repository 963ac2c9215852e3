import { createHmac } from 'node:crypto';
import type { DatePlan } from '../../../runtime/dates.js';
import { webhooksOf } from '../webhooks/webhooks.js';
import { SampleServerClient } from './sample-server-client.js';

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

export const webhooks = webhooksOf<SampleEvent>(new SampleServerClient({ apiKey: 'key', apiSecret }), sampleDates);

/** What the service puts into `X-Signature` for a body before it is compressed. */
export function sign(body: string | Uint8Array, secret = apiSecret): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** What was thrown; a value that nothing can throw when nothing was. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
}
