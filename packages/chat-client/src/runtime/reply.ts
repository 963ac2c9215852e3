import { decodeText, type ReadBody, readBytes, systemCodeOf } from './bytes.js';
import { type Codecs, jsonReply } from './codecs.js';
import { decodeDates } from './decode.js';
import { ChatResponseError, type ReplyContext } from './errors/index.js';
import type { Operation } from './operation.js';
import type { Redact } from './redact.js';

/** How a successful reply is to be read. */
export interface ReplySettings {
  readonly operation: Operation;
  /** Bytes after decompression. */
  readonly maxResponseBytes: number;
  readonly replies: Codecs['replies'];
  readonly milliseconds: ((value: number) => number) | undefined;
  readonly context: ReplyContext;
  readonly redact: Redact;
}

/**
 * The data of a successful reply, as the operation says it comes.
 * @throws {ChatResponseError} when it can't be read.
 */
export async function readReply(response: Response, settings: ReplySettings): Promise<unknown> {
  const read = await readBytes(response, settings.maxResponseBytes);
  if (!read.whole) throw incomplete(read, settings);
  const { operation } = settings;
  if (operation.method === 'HEAD' || response.status === 204 || response.status === 205) return undefined;
  if (operation.reply !== undefined && operation.reply !== 'empty') {
    const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const data = settings.replies?.(operation.reply, mediaType, read.bytes);
    if (data !== jsonReply) return data;
  }
  return operation.reply === 'empty' ? undefined : parseReply(read.bytes, settings);
}

function parseReply(bytes: Uint8Array, settings: ReplySettings): unknown {
  const text = decodeText(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ChatResponseError(
      text === '' ? 'an empty body' : `not JSON: ${excerpt(text, settings)}`,
      settings.context,
    );
  }
  const { dates } = settings.operation;
  return dates === undefined ? value : decodeDates(value, dates, settings.milliseconds);
}

function incomplete({ bytes, fault }: ReadBody, settings: ReplySettings): ChatResponseError {
  const { maxResponseBytes, context } = settings;
  if (fault === undefined) return new ChatResponseError(`a body of more than ${maxResponseBytes} bytes`, context);
  const code = systemCodeOf(fault) ?? '';
  const problem = /^(Z_|ZSTD_|ERR_BROTLI|ERR_ZSTD|ERR__ERROR)/.test(code)
    ? 'a badly compressed body'
    : 'a body that was cut off';
  const shown = excerpt(decodeText(bytes), settings);
  return new ChatResponseError(shown === '' ? problem : `${problem}: ${shown}`, context);
}

const longestExcerpt = 80;

function excerpt(text: string, { redact }: ReplySettings): string {
  return redact(text.slice(0, 4096)).replace(/\s+/g, ' ').trim().slice(0, longestExcerpt);
}
