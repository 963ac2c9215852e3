import { getString, type JsonObject, type Schema } from './json.js';

const json = /^(application|text)\/([^;]*\+)?json\b/i;
export function isJsonMediaType(mediaType: string): boolean {
  return json.test(mediaType);
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
  return !isJsonMediaType(mediaType) && !isTextMediaType(mediaType);
}

export function isTextMediaType(mediaType: string): boolean {
  return /^(text\/|application\/([^;]*\+)?(xml|yaml|javascript)\b)/i.test(mediaType);
}
