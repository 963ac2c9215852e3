import type { BodyTools, Codecs } from '../codecs.js';
import type { Body } from '../operation.js';
import { toJson } from './json.js';
import { type Place, refuse } from './place.js';

/** A body that `fetch` accepts. */
export interface EncodedBody {
  readonly content: string | Blob | ReadableStream<Uint8Array>;
  readonly mediaType: string;
  /** Whether it contains data of a stream, which can be sent only once. */
  readonly once: boolean;
  /** Options of `fetch` for a body too large to be kept in memory; redirects fail with it. */
  readonly init?: RequestInit;
  /** The error of a streamed body: the platform may hide it. */
  readonly failure?: () => unknown;
}

/** Serialises a body (Media Type Object, OpenAPI 3.1, section 4.8.14). Returns a promise only if bytes must be read first. */
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
