const json = /^(application|text)\/([^;]*\+)?json\b/i;
const text = /^(text\/|application\/([^;]*\+)?(xml|yaml|javascript)\b)/i;

export function isJsonMediaType(mediaType: string): boolean {
  return json.test(mediaType);
}

export function isTextMediaType(mediaType: string): boolean {
  return text.test(mediaType);
}

/** `application/octet-stream`, `image/*` and their like: not text, not JSON. */
export function isBinaryMediaType(mediaType: string): boolean {
  return !isJsonMediaType(mediaType) && !isTextMediaType(mediaType);
}
