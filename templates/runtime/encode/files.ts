import type { BodyTools } from '../codecs.js';
import { ChatInputError } from '../errors/input-error.js';
import { type Redact, safeCause } from '../redact.js';
import { type Place, refuse } from './place.js';
import { describe } from './scalar.js';

/** Bytes that may still be on their way: a web stream, a Node stream, or any iterable of chunks. */
export type FileStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** A file to send. A stream is read into memory before the request goes out, and the request is then sent once. */
export type FileInput =
  | Blob
  | Uint8Array
  | ArrayBuffer
  | {
      readonly data: Blob | Uint8Array | ArrayBuffer | string | FileStream;
      /** The file's name; `file` when there is none. */
      readonly name?: string | undefined;
      /** Its media type. */
      readonly type?: string | undefined;
    }
  | {
      /** A file on disk: under the `server` entry only. Its name is the last part of the path. */
      readonly path: string;
      readonly name?: string | undefined;
      readonly type?: string | undefined;
    };

export interface OpenFile {
  readonly blob: Blob;
  readonly name: string;
  /** The bytes came from a stream, which can be read only once. */
  readonly streamed: boolean;
}

const fallbackName = 'file';

/** Whether a value is bytes in one of the forms of `FileInput` that no JSON value has. */
export function isBytes(value: unknown): value is Blob | Uint8Array | ArrayBuffer {
  return value instanceof Blob || value instanceof Uint8Array || value instanceof ArrayBuffer;
}

/** @throws {ChatInputError} when the value is no file. */
export async function openFile(
  value: unknown,
  place: Place,
  { openFile: openPath, redact }: BodyTools,
): Promise<OpenFile> {
  if (isBytes(value)) return { blob: toBlob(value), name: nameOf(value), streamed: false };
  if (typeof value !== 'object' || value === null) {
    return refuse(place, `must be a file (a Blob, bytes, or { data, name }), not ${describe(value)}`);
  }
  const name = textField(value, 'name', place);
  const type = textField(value, 'type', place);
  if ('path' in value && typeof value.path === 'string') {
    if (openPath === undefined) return refuse(place, 'is a path: only the server client reads files from disk');
    const blob = await openDisk(openPath, value.path, place, redact);
    return { blob: retyped(blob, type), name: name ?? lastSegment(value.path), streamed: false };
  }
  const data: unknown = 'data' in value ? value.data : value;
  if (typeof data === 'string')
    return { blob: new Blob([data], options(type)), name: name ?? fallbackName, streamed: false };
  if (isBytes(data)) return { blob: retyped(toBlob(data), type), name: name ?? nameOf(data), streamed: false };
  if (isAsyncIterable(data)) {
    return { blob: await collect(data, place, type, redact), name: name ?? fallbackName, streamed: true };
  }
  return refuse(place, `must be a file (a Blob, bytes, or { data, name }), not ${describe(data)}`);
}

async function openDisk(
  openPath: (path: string) => Promise<Blob>,
  path: string,
  place: Place,
  redact: Redact,
): Promise<Blob> {
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

/** A `Blob` takes no memory that is shared between threads: such bytes are copied. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes);
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}

function retyped(blob: Blob, type: string | undefined): Blob {
  return type === undefined || type === blob.type ? blob : blob.slice(0, blob.size, type);
}

function options(type: string | undefined): BlobPropertyBag {
  return type === undefined ? {} : { type };
}

function nameOf(value: object): string {
  return 'name' in value && typeof value.name === 'string' && value.name !== '' ? value.name : fallbackName;
}

function lastSegment(path: string): string {
  return path.split(/[\\/]/).at(-1) || fallbackName;
}

function textField(value: object, field: 'name' | 'type', place: Place): string | undefined {
  const text: unknown = Reflect.get(value, field);
  return text === undefined || typeof text === 'string' ? text : refuse(place, 'must be text', [field]);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> | ReadableStream<unknown> {
  return (
    typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || value instanceof ReadableStream)
  );
}

async function collect(
  source: AsyncIterable<unknown> | ReadableStream<unknown>,
  place: Place,
  type: string | undefined,
  redact: Redact,
): Promise<Blob> {
  const parts: BlobPart[] = [];
  try {
    for await (const chunk of Symbol.asyncIterator in source ? source : readChunks(source)) {
      if (typeof chunk === 'string') parts.push(chunk);
      else if (chunk instanceof Uint8Array) parts.push(unshared(chunk));
      else refuse(place, `is a stream of ${describe(chunk)}, not of bytes`);
    }
  } catch (error) {
    if (error instanceof ChatInputError) throw error;
    refuse(place, 'is a stream that failed', [], safeCause(error, redact));
  }
  return new Blob(parts, options(type));
}

/** For browsers whose streams are not iterable yet. */
async function* readChunks(stream: ReadableStream<unknown>): AsyncGenerator<unknown> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
