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
 */
export async function readBytes(response: Response, limit: number, patience?: number): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
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
      if (done) return { bytes: concatenate(chunks, size), whole: true };
      // A response of the caller's own making may hold anything.
      if (!ArrayBuffer.isView(value)) throw new TypeError('no bytes');
      chunks.push(value);
      size += value.byteLength;
      if (size <= limit) continue;
      cancel();
      return cut(concatenate(chunks, size), limit);
    }
  } catch (fault) {
    return { bytes: concatenate(chunks, size), whole: false, fault };
  } finally {
    clearTimeout(timer);
  }
}

function cut(bytes: Uint8Array, limit: number): ReadBody {
  return bytes.byteLength <= limit ? { bytes, whole: true } : { bytes: bytes.subarray(0, limit), whole: false };
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
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
