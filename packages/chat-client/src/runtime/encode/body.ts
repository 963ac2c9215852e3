import type { BodyTools, Codecs } from '../codecs.js';
import type { Body } from '../operation.js';
import { toJson } from './json.js';
import { type Place, refuse } from './place.js';

/** A body as `fetch` takes it. */
export interface EncodedBody {
  readonly content: string | Blob | ReadableStream<Uint8Array>;
  readonly mediaType: string;
  /** It holds what came from a stream, which is sent once. */
  readonly once: boolean;
  /** Settings of `fetch` for a body that is too large to be kept in memory; it follows no redirect. */
  readonly init?: RequestInit;
  /** What a body that is read as it is sent failed with: the platform may hide it. */
  readonly failure?: () => unknown;
}

/** Media Type Object of OpenAPI 3.1, section 4.8.14. A promise only where bytes must be read first. */
export function encodeBody(
  body: Body,
  value: unknown,
  place: Place,
  codecs: Codecs,
  tools: BodyTools,
): EncodedBody | Promise<EncodedBody> {
  if (body.kind === 'json') {
    return { content: toJson(value, place), mediaType: body.mediaType ?? 'application/json', once: false };
  }
  return codecs[body.kind]?.encode(body, value, place, tools) ?? refuse(place, `needs the codec ${body.kind}`);
}
