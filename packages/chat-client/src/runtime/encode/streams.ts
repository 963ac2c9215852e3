import type { BodyTools } from '../codecs.js';
import type { EncodedBody } from './body.js';
import type { Bytes, Source } from './sources.js';

/** Bytes that may be in memory. A stream that ends within them is sent as any bytes are: with its length. */
const fewBytes = 1024 * 1024;

/** Node keeps all of a body while it is sent, unless redirects are errors and there is no window that could ask for credentials. */
const unkept = { redirect: 'error', window: null } as const;

/** A long stream: what was read of it, and the rest. */
export interface LongStream {
  readonly start: readonly Bytes[];
  readonly rest: Source;
}

/** The whole of a short stream, or the start of a long one where the platform can send it as it comes. */
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

/** Node, Deno and Bun send requests as they come. Browsers don't, or by HTTP/2 only. */
function sendsStreams(): boolean {
  const process: { readonly versions?: { readonly node?: string } } | undefined = Reflect.get(globalThis, 'process');
  return process?.versions?.node !== undefined && !('document' in globalThis);
}

/** How a body of files is sent. */
export function initOf(size: number, { sendsStreams: isPlatform }: BodyTools): Pick<EncodedBody, 'init'> {
  return isPlatform && size > fewBytes && sendsStreams() ? { init: unkept } : {};
}

/** A body that is read as it is sent. */
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
