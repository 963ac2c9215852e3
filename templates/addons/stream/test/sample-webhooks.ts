import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { DatePlan } from '../../../runtime/response/dates.js';
import type { WebhookMethods } from '../webhooks/methods.js';

export const apiSecret = 'secret-55aa81';

/** A handwritten equivalent of a package's event type. */
export interface SampleEvent {
  readonly type: string;
  readonly created_at: Date;
  readonly user?: { readonly id: string; readonly created_at: Date };
  readonly [field: string]: unknown;
}

const user: DatePlan = { created_at: 1 };
export const sampleDates: DatePlan = { created_at: 1, received_at: 1, user, members: [{ user }] };

/** What both entries have in common: an event or a promise of it. */
export type SampleWebhooks = WebhookMethods<
  SampleEvent,
  SampleEvent | Promise<SampleEvent>,
  boolean | Promise<boolean>
>;

/** Returns the `X-Signature` of an uncompressed body. */
export function sign(body: string | Uint8Array, secret = apiSecret): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Returns what was thrown, synchronously or by a promise. */
export async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
}

const member = gzipSync('member');
const twoMembers = new Blob([member, member]).stream().pipeThrough(new DecompressionStream('gzip'));
/** Older versions of Node also decompress data after the first gzip member; the Compression Standard rejects it. */
const platformReadsMembers = await new Response(twoMembers).text().then(
  () => true,
  () => false,
);

/** Whether an entry decompresses gzip of several members. */
export function readsMembers(entry: string): boolean {
  return entry !== './edge' || platformReadsMembers;
}
