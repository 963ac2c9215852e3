import {
  isBinarySchema,
  isJsonMediaType,
  isStructured,
  isTextMediaType,
  type Schema,
  type StreamKind,
  streamKind,
} from '../schema/index.js';
import type { Body, BodyKind, ResponseKind } from './model.js';

/** Always binary, whatever the schema. */
const opaque =
  /^(image|audio|video|font)\/|octet-stream|\b(pdf|zip|gzip|x-tar|x-gzip|cbor|msgpack|protobuf|bson|avro|toml)\b|\+(?!json)/i;
const otherBodies: readonly BodyKind[] = ['multipart', 'form', 'text', 'binary'];
const replyPreference: readonly ResponseKind[] = ['json', 'text', 'binary', 'empty'];

export function bodyKind(mediaType: string, schema: Schema): BodyKind {
  if (isJsonMediaType(mediaType)) return 'json';
  if (/^multipart\//i.test(mediaType)) return 'multipart';
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) return 'form';
  if (isTextMediaType(mediaType) || (isJsonTexts(mediaType) && schema !== true))
    return isBinarySchema(schema) ? 'binary' : 'text';
  if (/^(\*|application)\/\*/.test(mediaType) && !isBinarySchema(schema)) return 'json';
  return isStructured(schema) && !opaque.test(mediaType) ? 'json' : 'binary';
}

/** @param types the JSON types that the schema allows; a string without its own media type is not JSON */
export function responseKind(mediaType: string, schema: Schema, types: readonly string[] = []): ResponseKind {
  if (isJsonMediaType(mediaType) || streamKind(mediaType)) return 'json';
  if (isTextMediaType(mediaType) || isJsonTexts(mediaType)) return 'text';
  if (mediaType.startsWith('*/*') && types.join() === 'string' && !isBinarySchema(schema)) return 'text';
  if (/^(\*|application)\/\*/.test(mediaType) && schema !== true && !isBinarySchema(schema)) return 'json';
  return 'binary';
}

/** Several JSON texts: lines, or a sequence (RFC 7464). */
function isJsonTexts(mediaType: string): boolean {
  return streamKind(mediaType) === 'lines' || /^application\/json-seq\b/i.test(mediaType);
}

/**
 * The media type best supported by a client: files as multipart, then plain JSON before vendor JSON and patches, then the
 * simplest.
 */
export function preferredBody<Item extends Pick<Body, 'kind' | 'mediaType' | 'parts'>>(
  items: readonly Item[],
): Item | undefined {
  return [...items].sort((left, right) => bodyRank(left) - bodyRank(right))[0];
}

function bodyRank({ kind, mediaType, parts }: Pick<Body, 'kind' | 'mediaType' | 'parts'>): number {
  if (kind !== 'json')
    return parts.some((part) => part.kind === 'file') && kind === 'multipart' ? 0 : 4 + otherBodies.indexOf(kind);
  if (/^application\/json\s*(;|$)/i.test(mediaType)) return 1;
  if (/json-patch\+json/i.test(mediaType)) return 3.5;
  return /patch\+json|\*/i.test(mediaType) ? 3 : 2;
}

export function preferredResponse<Item extends { readonly kind: ResponseKind; readonly stream?: StreamKind }>(
  items: readonly Item[],
): Item | undefined {
  // A stream beside other types has a separate operation.
  const rank = ({ kind, stream }: Item): number => (stream ? replyPreference.length : replyPreference.indexOf(kind));
  return [...items].sort((left, right) => rank(left) - rank(right))[0];
}
