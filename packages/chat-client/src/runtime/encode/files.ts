import type { BodyTools } from '../codecs.js';
import { safeCause } from '../redact.js';
import { type Place, refuse } from './place.js';
import { describe } from './scalar.js';
import { isStream, takeSource, unshared } from './sources.js';
import { type LongStream, startStream } from './streams.js';

/** Bytes that may still be on their way: a web stream, a Node stream, or any iterable of chunks. */
export type FileStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** The bytes of a file: what can be sent more than once, and a stream, which is sent once. */
export type FileData = Blob | Uint8Array | ArrayBuffer | Response | FileStream;

/** A file to send. */
export type FileInput =
  | FileData
  | {
      readonly data: FileData | string;
      /** The file's name; the data's own, or `file`, when there is none. */
      readonly name?: string | undefined;
      /** Its media type; the data's own when there is none. */
      readonly type?: string | undefined;
    }
  | {
      /** A file on disk: under the `server` entry only. Its name is the last part of the path. */
      readonly path: string;
      readonly name?: string | undefined;
      readonly type?: string | undefined;
    };

export interface OpenFile {
  readonly content: Blob | LongStream;
  readonly name: string;
  readonly type: string;
  /** The bytes came from a stream, which can be read only once. */
  readonly once: boolean;
}

/** Whether a value is bytes in one of the forms of `FileInput` that no JSON value has. */
export function isBytes(value: unknown): value is Blob | Uint8Array | ArrayBuffer {
  return value instanceof Blob || value instanceof Uint8Array || value instanceof ArrayBuffer;
}

/**
 * Opens a file. A stream is taken before this function returns, and added to the sources of the call.
 * @throws {ChatInputError} when the value is no file, or cannot be read.
 */
export async function openFile(value: unknown, place: Place, tools: BodyTools): Promise<OpenFile> {
  if (typeof value !== 'object' || value === null) return refuseOther(value, place);
  if (isBytes(value) || isStream(value) || isResponse(value)) return openData(value, {}, place, tools);
  const name = textField(value, 'name', place);
  const type = textField(value, 'type', place);
  if ('path' in value && typeof value.path === 'string') {
    const blob = await openDisk(tools, value.path, place);
    return openData(blob, { name: name ?? lastSegment(value.path), type }, place, tools);
  }
  return openData('data' in value ? value.data : value, { name, type }, place, tools);
}

async function openData(
  data: unknown,
  given: { readonly name?: string | undefined; readonly type?: string | undefined },
  place: Place,
  tools: BodyTools,
): Promise<OpenFile> {
  const name = given.name ?? nameOf(data);
  const type = given.type ?? typeOf(data);
  const blobOf = (parts: BlobPart[]) => new Blob(parts, { type });
  if (typeof data === 'string') return { content: blobOf([data]), name, type, once: false };
  if (isBytes(data)) return { content: retyped(toBlob(data), type), name, type, once: false };
  if (isResponse(data) && data.bodyUsed) return refuse(place, 'is a Response whose body was read before');
  const stream = isResponse(data) ? (data.body ?? new Blob().stream()) : data;
  if (!isStream(stream)) return refuseOther(data, place);
  const source = takeSource(stream, place, tools.redact);
  tools.sources.push(source);
  const read = await startStream(source, tools.sendsStreams);
  return { content: Array.isArray(read) ? blobOf(read) : read, name, type, once: true };
}

function refuseOther(value: unknown, place: Place): never {
  return refuse(place, `must be a file (a Blob, bytes, a stream, or { data, name }), not ${describe(value)}`);
}

/** Also of another implementation of `fetch`. */
function isResponse(
  value: unknown,
): value is Pick<Response, 'bodyUsed' | 'url' | 'headers'> & { readonly body: unknown } {
  return typeof value === 'object' && value !== null && 'bodyUsed' in value && 'body' in value && 'headers' in value;
}

async function openDisk({ openFile: openPath, redact }: BodyTools, path: string, place: Place): Promise<Blob> {
  if (openPath === undefined) return refuse(place, 'is a path: only the server client reads files from disk');
  try {
    return await openPath(path);
  } catch (error) {
    return refuse(place, 'is a path to a file that cannot be read', [], safeCause(error, redact));
  }
}

function toBlob(bytes: Blob | Uint8Array | ArrayBuffer): Blob {
  if (bytes instanceof Blob) return bytes;
  return new Blob([bytes instanceof Uint8Array ? unshared(bytes) : bytes]);
}

function retyped(blob: Blob, type: string): Blob {
  return type === blob.type ? blob : blob.slice(0, blob.size, type);
}

/** A file's own name, or the last part of where it came from: the path of a stream, the address of a reply. */
function nameOf(data: unknown): string {
  const { name, path, url }: Readonly<Record<string, unknown>> = Object(data);
  if (typeof name === 'string' && name !== '') return name;
  return lastSegment(typeof path === 'string' ? path : typeof url === 'string' ? url.replace(/[?#].*/s, '') : '');
}

function typeOf(data: unknown): string {
  if (data instanceof Blob) return data.type;
  return isResponse(data) ? (data.headers.get('content-type') ?? '') : '';
}

function lastSegment(path: string): string {
  return path.split(/[\\/]/).at(-1) || 'file';
}

function textField(value: object, field: 'name' | 'type', place: Place): string | undefined {
  const text: unknown = Reflect.get(value, field);
  return text === undefined || typeof text === 'string' ? text : refuse(place, 'must be text', [field]);
}
