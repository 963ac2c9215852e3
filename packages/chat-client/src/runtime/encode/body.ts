import type { Body } from '../operation.js';
import { isBytes, openFile } from './files.js';
import { toJson } from './json.js';
import { type Place, refuse } from './place.js';
import { isAbsent, isPlainObject, scalarText } from './scalar.js';

/** A body as `fetch` takes it. */
export interface EncodedBody {
  readonly content: string | Blob | FormData;
  /** Absent for form data: the platform adds the boundary. */
  readonly mediaType?: string;
  /** It holds what came from a stream, which is sent once. */
  readonly once: boolean;
}

/** What a body may need from outside. */
export interface BodyTools {
  readonly openFile: ((path: string) => Promise<Blob>) | undefined;
}

/** Media Type and Encoding Objects of OpenAPI 3.1, sections 4.8.14 and 4.8.15. A promise only where bytes must be read first. */
export function encodeBody(
  body: Body,
  value: unknown,
  place: Place,
  tools: BodyTools,
): EncodedBody | Promise<EncodedBody> {
  switch (body.kind) {
    case 'json':
      return { content: toJson(value, place), mediaType: body.mediaType ?? 'application/json', once: false };
    case 'text':
      return { content: scalarText(value, place), mediaType: body.mediaType ?? 'text/plain', once: false };
    case 'form':
      return { content: encodeForm(body, value, place), mediaType: formMediaType, once: false };
    case 'binary':
      return encodeBinary(body, value, place, tools);
    case 'multipart':
      return encodeMultipart(body, value, place, tools);
  }
}

const formMediaType = 'application/x-www-form-urlencoded';

function encodeForm(body: Body, value: unknown, place: Place): string {
  const form = new URLSearchParams();
  for (const [name, item] of fieldsOf(value, place)) {
    const inner = { ...place, argument: name };
    for (const text of partTexts(body.parts?.[name], item, inner)) form.append(name, text);
  }
  return form.toString();
}

async function encodeBinary(body: Body, value: unknown, place: Place, tools: BodyTools): Promise<EncodedBody> {
  const { blob, streamed } = await openFile(value, place, tools.openFile);
  return { content: blob, mediaType: body.mediaType ?? (blob.type || 'application/octet-stream'), once: streamed };
}

async function encodeMultipart(body: Body, value: unknown, place: Place, tools: BodyTools): Promise<EncodedBody> {
  const form = new FormData();
  let once = false;
  for (const [name, item] of fieldsOf(value, place)) {
    const inner = { ...place, argument: name };
    const kind = partKind(body, name, item);
    if (kind !== 'file' && kind !== 'files') {
      for (const text of partTexts(kind, item, inner)) form.append(name, text);
      continue;
    }
    for (const file of kind === 'files' ? itemsOf(item, inner) : [item]) {
      const { blob, name: fileName, streamed } = await openFile(file, inner, tools.openFile);
      form.append(name, blob, fileName);
      once ||= streamed;
    }
  }
  return { content: form, once };
}

export type PartKind = NonNullable<Body['parts']>[string] | undefined;

/** How a field travels; bytes are a file even where the description does not know the field. */
export function partKind(body: Body, name: string, value: unknown): PartKind {
  const known = body.parts !== undefined && Object.hasOwn(body.parts, name) ? body.parts[name] : undefined;
  return known ?? (isBytes(value) ? 'file' : undefined);
}

/** A part that is no file: one text, or one for each item. */
export function partTexts(kind: PartKind, value: unknown, place: Place): string[] {
  if (kind === 'json') return [toJson(value, place)];
  if (kind === 'texts') {
    return itemsOf(value, place)
      .filter((item) => !isAbsent(item))
      .map((item) => scalarText(item, place));
  }
  return [Array.isArray(value) || isPlainObject(value) ? toJson(value, place) : scalarText(value, place)];
}

/** The fields of an object, the absent ones left out. */
export function fieldsOf(value: unknown, place: Place): [string, unknown][] {
  if (!isPlainObject(value)) refuse(place, 'must be an object');
  return Object.entries(value).filter((entry) => !isAbsent(entry[1]));
}

export function itemsOf(value: unknown, place: Place): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(place, 'must be an array');
}
