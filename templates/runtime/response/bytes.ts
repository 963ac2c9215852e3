import { chainOf } from '../call/redact.js';

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
  let whole = false;
  let fault: unknown;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The buffer doubles up to the limit, so that the cost depends on the size of the body and not on the number of chunks. A body
  // of one chunk is not copied.
  const append = (chunk: Uint8Array): boolean => {
    const part = chunk.subarray(0, limit - size);
    const needed = size + part.byteLength;
    if (buffer.byteLength === 0) buffer = part;
    else {
      if (needed > buffer.byteLength) {
        const larger = new Uint8Array(Math.max(needed, Math.min(2 * needed, limit)));
        larger.set(buffer.subarray(0, size));
        buffer = larger;
      }
      buffer.set(part, size);
    }
    size = needed;
    return part.byteLength === chunk.byteLength;
  };
  try {
    // React Native has no streams; node-fetch has Node streams.
    const reader = typeof response.body?.getReader === 'function' ? response.body.getReader() : undefined;
    if (!reader) whole = append(new Uint8Array(await response.arrayBuffer()));
    const cancel = () => void reader?.cancel().catch(() => undefined);
    if (patience !== undefined) timer = setTimeout(cancel, patience);
    while (reader) {
      const { done, value } = await reader.read();
      whole = done;
      if (done) break;
      // A custom `fetch` may return a stream of anything.
      if (!ArrayBuffer.isView(value)) throw new TypeError('no bytes');
      if (append(value)) continue;
      cancel();
      break;
    }
  } catch (error) {
    fault = error;
  } finally {
    clearTimeout(timer);
  }
  return { bytes: buffer.subarray(0, size), whole, fault };
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
  return chainOf(fault)
    .map((link): unknown => Reflect.get(link, 'code'))
    .find((code): code is string => typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code));
}
