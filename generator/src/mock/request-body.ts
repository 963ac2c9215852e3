import { bodyKind } from '../model/media-types.js';
import type { Body, Operation, Part } from '../model/model.js';
import { schemaOf } from '../model/parameters.js';
import { isKnown } from '../problems/index.js';
import {
  getObject,
  isJsonMediaType,
  type Json,
  type JsonObject,
  type References,
  type Resolver,
  type Schema,
} from '../schema/index.js';
import { type Failure, headerOf, mediaTypeOf, parseJson, type Received, type Refusal } from './exchange.js';
import type { BodyContent } from './validator.js';
import { deepObject, outline, type Pairs, scalar } from './values.js';

/** A body that was read: `content` is absent where there is no body to check. */
export interface ReadBody {
  readonly content?: BodyContent;
  readonly value?: Json;
  readonly failures: readonly Failure[];
}

/** Reads the body as its media type says (Request Body Object, OpenAPI 3.1, 4.8.13). */
export async function readBody(
  received: Received,
  operation: Operation,
  references: References,
  resolver: Resolver,
): Promise<ReadBody | Refusal> {
  const { body } = operation;
  if (body === undefined) {
    return { failures: received.body.length === 0 ? [] : [{ place: 'body', message: 'is not known here' }] };
  }
  const contentType = headerOf(received, 'content-type');
  const isBytes = body.kind === 'text' || body.kind === 'binary';
  if (received.body.length === 0 && (contentType === undefined || !isBytes)) {
    return { failures: body.required ? [{ place: 'body', message: 'is missing' }] : [] };
  }
  const refuse = (header: string, message: string): Refusal => {
    return { status: 415, failures: [{ place: `header/${header}`, message }] };
  };
  const described = contentOf(body, references);
  const mediaType = mediaTypeOf(contentType);
  const coding = headerOf(received, 'content-encoding') ?? 'identity';
  const match = matching(mediaType, Object.keys(described));
  if (coding !== 'identity') return refuse('Content-Encoding', 'must be "identity"');
  if (match === undefined) return refuse('Content-Type', `must be one of ${Object.keys(described).join(', ')}`);
  const media = references.object(described[match]) ?? {};
  const own = match === body.mediaType;
  const schema = own ? body.schema : schemaOf(media);
  const content = { mediaType: match, schema };
  const kind = own && !match.includes('*') ? body.kind : bodyKind(mediaType, schema);
  if (kind === 'json') return { ...readJson(received.body), content };
  if (kind === 'multipart' || kind === 'form') {
    const read = await readParts(received.body, contentType ?? '', own ? body.parts : [], schema, resolver);
    return { ...read, content };
  }
  return { content, value: received.body.toString('utf8'), failures: [] };
}

function contentOf(body: Body, references: References): JsonObject {
  return getObject(references.object(references.lookup(`#${encodeURI(body.pointer)}`)), 'content') ?? {};
}

/** The described media type that the sent one belongs to: itself, or a range such as `text/*`. */
function matching(mediaType: string, described: readonly string[]): string | undefined {
  const same = described.find((candidate) => mediaTypeOf(candidate) === mediaType);
  const range = described.find((candidate) => {
    const known = mediaTypeOf(candidate);
    return known === '*/*' || (known.endsWith('/*') && mediaType.startsWith(known.slice(0, -1)));
  });
  return mediaType === '' ? undefined : (same ?? range);
}

function readJson(bytes: Buffer): { readonly value?: Json; readonly failures: readonly Failure[] } {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), failures: [] };
  } catch (error) {
    // Bytes that are not UTF-8, and texts that are not JSON.
    if (!isKnown(error, /^(?:ERR_ENCODING_INVALID_ENCODED_DATA|SyntaxError)$/)) throw error;
    const reason = error instanceof Error ? error.message : 'it is not UTF-8';
    return { failures: [{ place: 'body', message: `is not JSON: ${reason}` }] };
  }
}

async function readParts(
  bytes: Buffer,
  contentType: string,
  parts: readonly Part[],
  schema: Schema,
  resolver: Resolver,
): Promise<{ readonly value?: Json; readonly failures: readonly Failure[] }> {
  let form: FormData;
  try {
    const init = { method: 'POST', headers: { 'content-type': contentType }, body: new Uint8Array(bytes) };
    form = await new Request('http://127.0.0.1/', init).formData();
  } catch (error) {
    if (!isKnown(error, /^TypeError$/)) throw error;
    return { failures: [{ place: 'body', message: `is not ${mediaTypeOf(contentType)}` }] };
  }
  const { properties, additional } = outline(schema, resolver);
  const known = new Map(parts.map((part) => [part.name, part] as const));
  const failures: Failure[] = [];
  const value = new Map<string, Json>();
  const texts: Pairs = [...form].flatMap(([name, entry]) =>
    typeof entry === 'string' ? [[name, entry] as const] : [],
  );
  for (const { name, kind } of parts) {
    if (kind !== 'deep') continue;
    const found = deepObject(texts, name, properties.get(name) ?? true, (text) => text, resolver);
    if (found !== undefined) value.set(name, found);
  }
  const left = new Set(texts.map(([name]) => name));
  for (const name of new Set(form.keys())) {
    if (typeof form.get(name) === 'string' && !left.has(name)) continue;
    const place = `body/${name}`;
    if (!properties.has(name) && (additional === undefined || additional === false)) {
      failures.push({ place, message: 'is not known here' });
      continue;
    }
    const part = known.get(name) ?? { name, kind: 'text', repeated: false };
    const property = properties.get(name) ?? additional ?? true;
    const item = part.repeated ? outline(property, resolver).items : property;
    const readPart = async (entry: File | string): Promise<Json> => {
      const text = typeof entry === 'string' ? entry : await entry.text();
      if (part.kind === 'file') {
        if (typeof entry === 'string') failures.push({ place, message: 'must be a file' });
        return text;
      }
      const isJson = part.kind === 'json' || (typeof entry !== 'string' && isJsonMediaType(entry.type));
      if (!isJson) return scalar(text, item, resolver);
      const read = parseJson(text, () => failures.push({ place, message: 'is not JSON' }));
      return read === undefined ? text : read;
    };
    const items: Json[] = [];
    for (const entry of form.getAll(name)) items.push(await readPart(entry));
    const [only = null] = items;
    value.set(name, part.repeated || items.length > 1 ? items : only);
  }
  return { value: Object.fromEntries(value), failures };
}
