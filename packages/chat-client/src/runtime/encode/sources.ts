import { type Redact, safeCause } from '../call/redact.js';
import { type Place, refuse } from './place.js';
import { describe } from './scalar.js';

/** Bytes in memory that is not shared between threads; the type also compiles with TypeScript before 5.7. */
export type Bytes = Uint8Array & { readonly buffer: ArrayBuffer };

/** A stream of bytes that can be read only once. */
export interface Source {
  /**
   * Returns the next bytes, or `undefined` at the end.
   * @throws {ChatInputError} if the stream fails or yields anything other than bytes or text.
   */
  next(): Promise<Bytes | undefined>;
  /** Cancels the stream, which closes its file or connection. */
  stop(): void;
}

/** Chunks are validated as they are read. */
export type AnyStream = ReadableStream<Bytes> | AsyncIterable<unknown>;

/** How to read one kind of stream. */
interface Reading {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  readonly stop: () => unknown;
  /** Whether an empty stream is an error: it may have been read before, which this kind does not show. */
  readonly mustGive?: boolean;
}

/** The parts of a Node stream that the client uses; Node's types are not available everywhere. */
interface NodeStream extends AsyncIterable<unknown> {
  readonly destroyed?: boolean;
  readonly errored?: unknown;
  readonly readableDidRead?: boolean;
  readonly readableEnded?: boolean;
  readonly readableFlowing?: boolean | null;
  destroy(): unknown;
  on(event: 'error', listener: () => void): unknown;
}

const isUsed = 'is a stream that was already read, or is being read elsewhere';

/** Node streams and iterators that were used by calls: not all of them show that they were read. */
const taken = /* @__PURE__ */ new WeakSet<object>();

export function isStream(value: unknown): value is AnyStream {
  return typeof value === 'object' && value !== null && (isWebStream(value) || Symbol.asyncIterator in value);
}

/**
 * Locks a stream for this call.
 * @throws {ChatInputError} if it was already read, as far as that can be detected.
 */
export function takeSource(stream: AnyStream, place: Place, redact: Redact): Source {
  const { next, stop, mustGive } = isWebStream(stream)
    ? takeWebStream(stream, place, redact)
    : isNodeStream(stream)
      ? takeNodeStream(stream, place, redact)
      : takeIterable(stream, place);
  let isEmpty = true;
  return {
    async next() {
      const step = await settle(next).catch((fault: unknown) =>
        refuse(place, 'is a stream that failed', [], safeCause(fault, redact)),
      );
      if (step.done && isEmpty && mustGive) refuse(place, 'is an iterator without items: was it already read?');
      isEmpty = false;
      return step.done ? undefined : bytesOf(step.value, place);
    },
    stop() {
      // The call has ended: errors while cancelling the stream are ignored.
      settle(stop).catch(() => undefined);
    },
  };
}

/** Turns synchronous exceptions into rejections. */
async function settle<T>(work: () => T): Promise<Awaited<T>> {
  return await work();
}

function isWebStream(value: object): value is ReadableStream<Bytes> {
  return 'getReader' in value && typeof value.getReader === 'function';
}

function takeWebStream(stream: ReadableStream<Bytes>, place: Place, redact: Redact): Reading {
  try {
    // Throws if the stream was already read, which the stream does not expose.
    if (typeof Response === 'function') new Response(stream);
    const reader = stream.getReader();
    return { next: () => reader.read(), stop: () => reader.cancel() };
  } catch (fault) {
    return refuse(place, isUsed, [], safeCause(fault, redact));
  }
}

function isNodeStream(value: AsyncIterable<unknown>): value is NodeStream {
  return 'on' in value && typeof value.on === 'function' && 'destroy' in value && typeof value.destroy === 'function';
}

function takeNodeStream(stream: NodeStream, place: Place, redact: Redact): Reading {
  const { destroyed, errored, readableDidRead, readableEnded, readableFlowing } = stream;
  if (errored) refuse(place, 'is a stream that failed', [], safeCause(errored, redact));
  if (destroyed || readableDidRead || readableEnded || readableFlowing) refuse(place, isUsed);
  takeOnce(stream, place);
  // The stream may fail before it is read: without a listener, that would end the process.
  stream.on('error', () => undefined);
  const iterator = stream[Symbol.asyncIterator]();
  return { next: () => iterator.next(), stop: () => stream.destroy() };
}

function takeIterable(iterable: AsyncIterable<unknown>, place: Place): Reading {
  const iterator = iterable[Symbol.asyncIterator]();
  const isOnce = Object.is(iterator, iterable);
  if (isOnce) takeOnce(iterable, place);
  return { next: () => iterator.next(), stop: () => iterator.return?.(), mustGive: isOnce };
}

function takeOnce(stream: object, place: Place): void {
  if (taken.has(stream)) refuse(place, isUsed);
  taken.add(stream);
}

function bytesOf(chunk: unknown, place: Place): Bytes {
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
  return chunk instanceof Uint8Array
    ? unshared(chunk)
    : refuse(place, `is a stream of ${describe(chunk)}, not of bytes`);
}

/** Copies bytes in shared memory, which `Blob` does not accept. */
export function unshared(bytes: Uint8Array): Bytes {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes);
}

function isUnshared(bytes: Uint8Array): bytes is Bytes {
  return bytes.buffer instanceof ArrayBuffer;
}
