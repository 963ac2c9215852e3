/** The bytes read from a body. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  /** `false` if the body was cut off or is longer than the limit. */
  readonly whole: boolean;
  /** The platform's error when the body was cut off. */
  readonly fault?: unknown;
}

/**
 * Reads up to `limit` bytes of a body (counted after decompression), for at most `patience` milliseconds, then closes the
 * connection. Never rejects: for a body that is cut off it returns the bytes received so far.
 * @param expected the expected size if known; a single buffer is then allocated
 */
export async function readBytes(response: Response, limit: number, patience?: number, expected = 0): Promise<ReadBody> {
  let buffer: Uint8Array = new Uint8Array(expected);
  let size = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // React Native has no streams; node-fetch has Node streams.
    if (typeof response.body?.getReader !== 'function') return cut(new Uint8Array(await response.arrayBuffer()), limit);
    const reader = response.body.getReader();
    const cancel = () => void reader.cancel().catch(() => undefined);
    if (patience !== undefined) timer = setTimeout(cancel, patience);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes: buffer.subarray(0, size), whole: true };
      // A custom `fetch` may return a stream of anything.
      if (!ArrayBuffer.isView(value)) throw new TypeError('no bytes');
      const fits = size + value.byteLength <= limit;
      const part = fits ? value : value.subarray(0, limit - size);
      buffer = append(buffer, size, part, limit);
      size += part.byteLength;
      if (fits) continue;
      cancel();
      return { bytes: buffer.subarray(0, size), whole: false };
    }
  } catch (fault) {
    return { bytes: buffer.subarray(0, size), whole: false, fault };
  } finally {
    clearTimeout(timer);
  }
}

function cut(bytes: Uint8Array, limit: number): ReadBody {
  return bytes.byteLength <= limit ? { bytes, whole: true } : { bytes: bytes.subarray(0, limit), whole: false };
}

/**
 * Appends a chunk to the first `size` bytes of a buffer. The buffer doubles up to the limit, so that the cost depends on the size
 * of the body and not on the number of chunks. A body of one chunk is not copied.
 */
function append(buffer: Uint8Array, size: number, chunk: Uint8Array, limit: number): Uint8Array {
  if (buffer.byteLength === 0) return chunk;
  const needed = size + chunk.byteLength;
  let larger = buffer;
  if (needed > buffer.byteLength) {
    larger = new Uint8Array(Math.max(needed, Math.min(2 * needed, limit)));
    larger.set(buffer.subarray(0, size));
  }
  larger.set(chunk, size);
  return larger;
}

let decoder: TextDecoder | undefined;

/** Decodes UTF-8 without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  // Created on first use: jsdom has no `TextDecoder`.
  decoder ??= new TextDecoder();
  return decoder.decode(bytes);
}

/** Returns the system error code, such as `ECONNRESET`, from anywhere in the chain of causes. */
export function systemCodeOf(fault: unknown): string | undefined {
  let link = fault;
  for (let depth = 0; depth < 5 && typeof link === 'object' && link !== null; depth++) {
    const code: unknown = Reflect.get(link, 'code');
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return code;
    link = Reflect.get(link, 'cause');
  }
  return undefined;
}
