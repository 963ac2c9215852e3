/** What could be read of a body. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  /** `false` when the limit stopped it. */
  readonly whole: boolean;
  /** What the platform said when the body broke off. */
  readonly fault?: unknown;
}

/**
 * Reads a body up to `limit` bytes, counted after decompression, and for no longer than `patience` milliseconds. What lies beyond is
 * not fetched: the connection is closed. Never rejects: a body that breaks off gives what came before.
 * @param expected how many bytes are expected, where that is known: so many need one buffer
 */
export async function readBytes(response: Response, limit: number, patience?: number, expected = 0): Promise<ReadBody> {
  let buffer: Uint8Array = new Uint8Array(expected);
  let size = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // React Native has no streams, and node-fetch has those of Node.
    if (typeof response.body?.getReader !== 'function') return cut(new Uint8Array(await response.arrayBuffer()), limit);
    const reader = response.body.getReader();
    const cancel = () => void reader.cancel().catch(() => undefined);
    if (patience !== undefined) timer = setTimeout(cancel, patience);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes: buffer.subarray(0, size), whole: true };
      // A response of the caller's own making may hold anything.
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
 * The first `size` bytes of a buffer with the chunk behind them. The buffer doubles up to the limit, so that time and memory depend on
 * the size of a body and not on the number of its chunks. A body of one chunk is not copied.
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

/** UTF-8, without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  // Made when it is first needed: jsdom has none.
  decoder ??= new TextDecoder();
  return decoder.decode(bytes);
}

/** The system's word for a fault, such as `ECONNRESET`, wherever in the chain of causes it is. */
export function systemCodeOf(fault: unknown): string | undefined {
  let link = fault;
  for (let depth = 0; depth < 5 && typeof link === 'object' && link !== null; depth++) {
    const code: unknown = Reflect.get(link, 'code');
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return code;
    link = Reflect.get(link, 'cause');
  }
  return undefined;
}
