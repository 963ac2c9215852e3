import { decodeText, type ReadBody, readBytes, systemCodeOf } from './bytes.js';
import { type Codecs, jsonReply } from './codecs.js';
import { decodeDates } from './decode.js';
import { ChatResponseError, type ReplyContext } from './errors/index.js';
import { isJson, type Operation } from './operation.js';
import { excerpt, type Redact } from './redact.js';

/** Characters of an unreadable body that its error shows. */
const longestExcerpt = 80;

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
  const { reply } = operation;
  if (operation.method === 'HEAD' || response.status === 204 || response.status === 205) return undefined;
  if (reply === 'empty') return undefined;
  if (!isJson(reply)) {
    const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const data = settings.replies?.(reply, mediaType, read.bytes);
    if (data !== jsonReply) return data;
  }
  return parseReply(read.bytes, settings);
}

function parseReply(bytes: Uint8Array, settings: ReplySettings): unknown {
  const text = decodeText(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable(text === '' ? 'an empty body' : 'not JSON', text, settings);
  }
  const { dates, reply } = settings.operation;
  if (reply === 'object' && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    throw unreadable('not an object', text, settings);
  }
  return dates === undefined ? value : decodeDates(value, dates, settings.milliseconds);
}

function incomplete({ bytes, fault }: ReadBody, settings: ReplySettings): ChatResponseError {
  const { maxResponseBytes, context } = settings;
  if (fault === undefined) return new ChatResponseError(`a body of more than ${maxResponseBytes} bytes`, context);
  const code = systemCodeOf(fault) ?? '';
  const problem = /^(Z_|ZSTD_|ERR_BROTLI|ERR_ZSTD|ERR__ERROR)/.test(code)
    ? 'a badly compressed body'
    : 'a body that was cut off';
  return unreadable(problem, decodeText(bytes), settings);
}

function unreadable(problem: string, text: string, { context, redact }: ReplySettings): ChatResponseError {
  const shown = excerpt(text, redact, longestExcerpt);
  return new ChatResponseError(shown === '' ? problem : `${problem}: ${shown}`, context);
}
