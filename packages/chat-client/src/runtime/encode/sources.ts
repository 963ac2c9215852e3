import { type Redact, safeCause } from '../redact.js';
import { type Place, refuse } from './place.js';
import { describe } from './scalar.js';

/** Bytes whose memory is not shared between threads, in words that TypeScript before 5.7 has as well. */
export type Bytes = Uint8Array & { readonly buffer: ArrayBuffer };

/** Bytes that come piece by piece, and only once. */
export interface Source {
  /**
   * The next bytes; `undefined` at the end.
   * @throws {ChatInputError} when the stream fails, or holds something else.
   */
  next(): Promise<Bytes | undefined>;
  /** Cancels the stream, which closes its file or connection. */
  stop(): void;
}

/** What its chunks are is looked at when they come. */
export type AnyStream = ReadableStream<Bytes> | AsyncIterable<unknown>;

/** How one kind of stream is read. */
interface Reading {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  readonly stop: () => unknown;
  /** One that gives nothing was read before, unless it is empty: it does not show which. */
  readonly mustGive?: boolean;
}

/** What the client needs of a Node stream, whose types are not there everywhere. */
interface NodeStream extends AsyncIterable<unknown> {
  readonly destroyed?: boolean;
  readonly errored?: unknown;
  readonly readableDidRead?: boolean;
  readonly readableEnded?: boolean;
  readonly readableFlowing?: boolean | null;
  destroy(): unknown;
  on(event: 'error', listener: () => void): unknown;
}

const isUsed = 'is a stream that was read before, or that something else reads';

/** Node streams and iterators that calls have taken: not all of them show it. */
const taken = /* @__PURE__ */ new WeakSet<object>();

export function isStream(value: unknown): value is AnyStream {
  return typeof value === 'object' && value !== null && (isWebStream(value) || Symbol.asyncIterator in value);
}

/**
 * Takes a stream at once: nothing else can read it after this.
 * @throws {ChatInputError} when it was read before, as far as that can be seen.
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
      if (step.done && isEmpty && mustGive) refuse(place, 'is an iterator that gives nothing: was it read before?');
      isEmpty = false;
      return step.done ? undefined : bytesOf(step.value, place);
    },
    stop() {
      // A stream that fails as it is cancelled has nothing to add: the call has ended.
      settle(stop).catch(() => undefined);
    },
  };
}

/** Also what the function throws at once is a rejection. */
async function settle<T>(work: () => T): Promise<Awaited<T>> {
  return await work();
}

function isWebStream(value: object): value is ReadableStream<Bytes> {
  return 'getReader' in value && typeof value.getReader === 'function';
}

function takeWebStream(stream: ReadableStream<Bytes>, place: Place, redact: Redact): Reading {
  try {
    // Throws for a stream that was read, which the stream itself does not show.
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
  // It may fail before its turn: with nobody listening, that would end the process.
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

/** A `Blob` takes no memory that is shared between threads: such bytes are copied. */
export function unshared(bytes: Uint8Array): Bytes {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes);
}

function isUnshared(bytes: Uint8Array): bytes is Bytes {
  return bytes.buffer instanceof ArrayBuffer;
}
