import { readBytes } from '../../../runtime/response/bytes.js';
import { ChatWebhookError } from '../errors/webhook-error.js';
import { tooLarge } from './raw-body.js';
import { checkSignature } from './signature.js';

/** A request before its signature is verified. */
export interface ReceivedDelivery {
  readonly bytes: Uint8Array;
  readonly signature: string;
  readonly id: string | undefined;
  readonly attempt: number | undefined;
}

/** Longer ids are ignored (today's are UUIDs), so that nobody can fill a store. */
const longestId = 256;

/**
 * Reads up to `maxBytes` of a request with a well-formed signature.
 * @throws {ChatWebhookError} if the signature is missing or malformed, or the body is too large, already read, or cut off.
 */
export async function receiveDelivery(request: Request, maxBytes: number): Promise<ReceivedDelivery> {
  const { headers, body } = request;
  if (typeof headers?.get !== 'function') {
    throw new ChatWebhookError(
      'body',
      'handle() requires a fetch API Request; pass the raw body of other requests to parse()',
    );
  }
  const signature = checkSignature(headers.get('x-signature'));
  if (request.bodyUsed || body?.locked)
    throw new ChatWebhookError('body', 'the body was already read: pass the request unread');
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const { bytes, whole, fault } = await readBytes(new Response(body), maxBytes);
  if (fault !== undefined) throw new ChatWebhookError('body', 'the body was cut off');
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
