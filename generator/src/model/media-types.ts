import type { JsonObject } from '../load/document.js';
import { getString } from './json.js';
import type { BodyKind, ReplyKind, Schema } from './model.js';

const json = /^(application|text)\/([^;]*\+)?json\b/i;
/** Known to be bytes, whatever a schema says. */
const opaque = /^(image|audio|video|font)\/|octet-stream|\b(pdf|zip|gzip|x-tar|x-gzip)\b/i;
const bodyPreference: readonly BodyKind[] = ['json', 'multipart', 'form', 'text', 'binary'];
const replyPreference: readonly ReplyKind[] = ['json', 'text', 'binary', 'empty'];

export function isJsonMediaType(mediaType: string): boolean {
  return json.test(mediaType);
}

export function bodyKind(mediaType: string, schema: Schema): BodyKind {
  if (isJsonMediaType(mediaType)) return 'json';
  if (/^multipart\//i.test(mediaType)) return 'multipart';
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) return 'form';
  if (isText(mediaType)) return 'text';
  if (/^(\*|application)\/\*/.test(mediaType) && !isBinarySchema(schema)) return 'json';
  return isStructured(schema) && !opaque.test(mediaType) ? 'json' : 'binary';
}

/** A media type that is not known says nothing of how an object or a list is written down: as JSON then. */
function isStructured(schema: Schema): boolean {
  if (typeof schema !== 'object') return false;
  return schema.type === 'object' || schema.type === 'array' || schema.properties !== undefined;
}

export function replyKind(mediaType: string, schema: Schema): ReplyKind {
  if (isJsonMediaType(mediaType)) return 'json';
  if (isText(mediaType)) return 'text';
  if (/^(\*|application)\/\*/.test(mediaType) && schema !== true && !isBinarySchema(schema)) return 'json';
  return 'binary';
}

/** Of several media types the one that a client serves best: JSON first, then what needs least handling. */
export function preferredBody<Item extends { readonly kind: BodyKind }>(items: readonly Item[]): Item | undefined {
  return preferred(items, bodyPreference);
}

export function preferredReply<Item extends { readonly kind: ReplyKind }>(items: readonly Item[]): Item | undefined {
  return preferred(items, replyPreference);
}

/** Bytes rather than a text: `format: binary` (3.0), or a `contentMediaType` without an encoding to text (3.1). */
export function isBinarySchema(schema: Schema | undefined): boolean {
  if (typeof schema !== 'object') return false;
  return getString(schema, 'format') === 'binary' || isRawContent(schema);
}

function isRawContent(schema: JsonObject): boolean {
  const mediaType = getString(schema, 'contentMediaType');
  return mediaType !== undefined && getString(schema, 'contentEncoding') === undefined && isBinaryMediaType(mediaType);
}

/** `application/octet-stream`, `image/*` and their like: not text, not JSON. */
export function isBinaryMediaType(mediaType: string): boolean {
  return !isJsonMediaType(mediaType) && !isText(mediaType);
}

function isText(mediaType: string): boolean {
  return /^(text\/|application\/([^;]*\+)?(xml|yaml|javascript)\b)/i.test(mediaType);
}

function preferred<Kind, Item extends { readonly kind: Kind }>(
  items: readonly Item[],
  order: readonly Kind[],
): Item | undefined {
  for (const kind of order) {
    const item = items.find((candidate) => candidate.kind === kind);
    if (item) return item;
  }
  return undefined;
}
