import { safeCause } from '../call/redact.js';
import type { BodyTools } from '../codecs.js';
import { type Place, refuse } from './place.js';
import { describe, isPlainObject } from './scalar.js';
import { isStream, takeSource, unshared } from './sources.js';
import { type LongStream, startStream } from './streams.js';

/** Streamed bytes: a web stream, a Node stream, or any async iterable of chunks. */
export type FileStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** The content of a file. Streams can be sent only once, so calls with them are not retried. */
export type FileData = Blob | Uint8Array | ArrayBuffer | Response | FileStream;

/** A file to upload. */
export type FileInput =
  | FileData
  | {
      readonly data: FileData | string;
      /** File name. Default: the name of the data, or `file`. */
      readonly name?: string | undefined;
      /** Media type. Default: the type of the data. */
      readonly type?: string | undefined;
    }
  | {
      /** A file on disk, with the `server` entry only. Its name defaults to the last segment of the path. */
      readonly path: string;
      readonly name?: string | undefined;
      readonly type?: string | undefined;
    };

export interface OpenFile {
  readonly content: Blob | LongStream;
  readonly name: string;
  readonly type: string;
  /** Whether the bytes come from a stream, which can be read only once. */
  readonly once: boolean;
}

/** Whether a value is a `Blob`, `Uint8Array` or `ArrayBuffer`. */
export function isBytes(value: unknown): value is Blob | Uint8Array | ArrayBuffer {
  return value instanceof Blob || value instanceof Uint8Array || value instanceof ArrayBuffer;
}

/** Whether a value contains bytes to send, whatever the spec defines. */
export function isFile(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isFile);
  if (isBytes(value) || isStream(value)) return true;
  return isPlainObject(value) && (isBytes(value.data) || isStream(value.data));
}

/**
 * Opens a file. A stream is locked before this function returns, and added to the call's sources.
 * @throws {ChatInputError} if the value is not a file or cannot be read.
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
  if (isResponse(data) && data.bodyUsed) return refuse(place, 'is a Response whose body was already read');
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

/** Also matches other implementations of `fetch`. */
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

/** The file's name, or the last segment of the stream's path or the response's URL. */
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
  return text === undefined || typeof text === 'string' ? text : refuse(place, 'must be a string', [field]);
}
