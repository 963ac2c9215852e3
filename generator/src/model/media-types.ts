import { isBinarySchema, isJsonMediaType, isStructured, isTextMediaType, type Schema } from '../schema/index.js';
import type { BodyKind, ReplyKind } from './model.js';

/** Known to be bytes, whatever a schema says. */
const opaque = /^(image|audio|video|font)\/|octet-stream|\b(pdf|zip|gzip|x-tar|x-gzip)\b/i;
const bodyPreference: readonly BodyKind[] = ['json', 'multipart', 'form', 'text', 'binary'];
const replyPreference: readonly ReplyKind[] = ['json', 'text', 'binary', 'empty'];

export function bodyKind(mediaType: string, schema: Schema): BodyKind {
  if (isJsonMediaType(mediaType)) return 'json';
  if (/^multipart\//i.test(mediaType)) return 'multipart';
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) return 'form';
  if (isTextMediaType(mediaType)) return 'text';
  if (/^(\*|application)\/\*/.test(mediaType) && !isBinarySchema(schema)) return 'json';
  return isStructured(schema) && !opaque.test(mediaType) ? 'json' : 'binary';
}

/** @param types the JSON types that the schema allows; a text without a media type of its own is not JSON */
export function replyKind(mediaType: string, schema: Schema, types: readonly string[] = []): ReplyKind {
  if (isJsonMediaType(mediaType)) return 'json';
  if (isTextMediaType(mediaType)) return 'text';
  if (mediaType.startsWith('*/*') && types.join() === 'string' && !isBinarySchema(schema)) return 'text';
  if (/^(\*|application)\/\*/.test(mediaType) && schema !== true && !isBinarySchema(schema)) return 'json';
  return 'binary';
}

/** Of several media types the one that a client serves best: JSON first, then what needs least handling. */
export function preferredBody<Item extends { readonly kind: BodyKind }>(items: readonly Item[]): Item | undefined {
  return [...items].sort((left, right) => bodyPreference.indexOf(left.kind) - bodyPreference.indexOf(right.kind))[0];
}

export function preferredReply<Item extends { readonly kind: ReplyKind }>(items: readonly Item[]): Item | undefined {
  return [...items].sort((left, right) => replyPreference.indexOf(left.kind) - replyPreference.indexOf(right.kind))[0];
}
