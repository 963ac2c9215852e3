import type { BodyTools } from '../codecs.js';
import type { EncodedBody } from './body.js';
import type { Bytes, Source } from './sources.js';

/** Streams up to this size are read into memory and sent with their length. */
const fewBytes = 1024 * 1024;

/** Node keeps a whole body in memory unless redirects are errors and no window could ask for credentials. */
const unkept = { redirect: 'error', window: null } as const;

/** A long stream: the bytes read so far, and the rest. */
export interface LongStream {
  readonly start: readonly Bytes[];
  readonly rest: Source;
}

/** Reads a whole short stream, or the start of a long one if the platform can stream requests. */
export async function startStream(source: Source, isSent: boolean): Promise<Bytes[] | LongStream> {
  const limit = isSent && sendsStreams() ? fewBytes : Number.POSITIVE_INFINITY;
  const start: Bytes[] = [];
  let size = 0;
  for (let bytes = await source.next(); bytes; bytes = await source.next()) {
    start.push(bytes);
    size += bytes.length;
    if (size > limit) return { start, rest: source };
  }
  return start;
}

/** Whether the platform streams request bodies: Node, Deno and Bun do; browsers don't, or only over HTTP/2. */
function sendsStreams(): boolean {
  const process: { readonly versions?: { readonly node?: string } } | undefined = Reflect.get(globalThis, 'process');
  return process?.versions?.node !== undefined && !('document' in globalThis);
}

/** Options of `fetch` for a body with files. */
export function initOf(size: number, { sendsStreams: isPlatform }: BodyTools): Pick<EncodedBody, 'init'> {
  return isPlatform && size > fewBytes && sendsStreams() ? { init: unkept } : {};
}

/** A body that is read while it is sent. */
export function streamBody(
  pieces: readonly (Blob | LongStream)[],
  mediaType: string,
  { sources }: BodyTools,
): EncodedBody {
  const chunks = chunksOf(pieces);
  let failure: unknown;
  let isCancelled = false;
  const content = new ReadableStream<Bytes>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (!isCancelled) failure = error;
          throw error;
        }
      },
      cancel() {
        isCancelled = true;
        for (const source of sources) source.stop();
      },
    },
    { highWaterMark: 0 },
  );
  const init: RequestInit & { readonly duplex: 'half' } = { ...unkept, duplex: 'half' };
  return { content, mediaType, once: true, init, failure: () => failure };
}

async function* chunksOf(pieces: readonly (Blob | LongStream)[]): AsyncGenerator<Bytes, void> {
  for (const piece of pieces) {
    if (!(piece instanceof Blob)) yield* piece.start;
    const { next } = piece instanceof Blob ? readerOf(piece) : piece.rest;
    for (let bytes = await next(); bytes; bytes = await next()) yield bytes;
  }
}

function readerOf(blob: Blob): Pick<Source, 'next'> {
  const reader = blob.stream().getReader();
  return { next: async () => (await reader.read()).value };
}
