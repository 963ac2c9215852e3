import { readBytes } from '../../../runtime/bytes.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { tooLarge } from './raw-body.js';
import { checkSignature } from './signature.js';

/** What a request says of itself, before any of it is trusted. */
export interface ReceivedDelivery {
  readonly bytes: Uint8Array;
  readonly signature: string;
  readonly id: string | undefined;
  readonly attempt: number | undefined;
}

/** Ids are UUIDs today; a store should not be made to keep a novel. */
const longestId = 256;

/**
 * Reads a request whose signature has the right form, up to `maxBytes`.
 * @throws {ChatWebhookError} when there is no such signature, or the body is too large, was read before, or breaks off.
 */
export async function receiveDelivery(request: Request, maxBytes: number): Promise<ReceivedDelivery> {
  const { headers, body } = request;
  if (typeof headers?.get !== 'function') {
    throw new ChatWebhookError('body', 'handle() takes a Request of the fetch API; give parse() the body of any other');
  }
  const signature = checkSignature(headers.get('x-signature'));
  if (request.bodyUsed || body?.locked)
    throw new ChatWebhookError('body', 'the body was read before: pass the request untouched');
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const { bytes, whole, fault } = await readBytes(new Response(body), maxBytes);
  if (fault !== undefined) throw new ChatWebhookError('body', 'the body broke off');
  if (!whole) throw tooLarge(maxBytes);
  return { bytes, signature, id: idOf(headers), attempt: attemptOf(headers) };
}

function idOf(headers: Headers): string | undefined {
  const id = headers.get('x-webhook-id') ?? '';
  return id === '' || id.length > longestId ? undefined : id;
}

function attemptOf(headers: Headers): number | undefined {
  const attempt = headers.get('x-webhook-attempt') ?? '';
  return /^\d{1,9}$/.test(attempt) ? Number(attempt) : undefined;
}
