import { excerpt, type Redact } from '../call/redact.js';
import { jsonReply } from '../codecs.js';
import { ChatResponseError, type ReplyContext } from '../errors/index.js';
import { isObject } from '../known-options.js';
import { isJson, type Operation } from '../operation.js';
import type { Settings } from '../options.js';
import type { Service } from '../service.js';
import { decodeText, type ReadBody, systemCodeOf } from './bytes.js';

/** Characters of an unreadable body to include in its error. */
const longestExcerpt = 80;

/** The parts of a call that reading a successful response needs. */
export interface ReplySettings {
  readonly operation: Operation;
  readonly settings: Pick<Settings, 'maxResponseBytes'>;
  readonly core: { readonly service: Pick<Service, 'milliseconds'> };
  readonly redact: Redact;
}

/**
 * @param context the response, for errors
 * @throws {ChatResponseError} if the body was cut off or is too large.
 */
export function checkWhole(
  { whole, fault, bytes }: ReadBody,
  { settings: { maxResponseBytes }, redact }: ReplySettings,
  context: () => ReplyContext,
): void {
  if (whole) return;
  if (fault === undefined)
    throw unreadable(`the body is larger than ${maxResponseBytes} bytes (maxResponseBytes)`, '', redact, context);
  throw unreadable(whyBroken(fault), decodeText(bytes), redact, context);
}

/** The data of a response, and the key fields of its items, if it is a page, before date decoding. */
export interface DecodedReply {
  readonly data: unknown;
  readonly keys?: readonly (readonly unknown[])[] | undefined;
}

/**
 * Decodes a successful response.
 * @throws {ChatResponseError} if it can't be parsed.
 */
export function decodeReply(
  response: Response,
  read: ReadBody,
  call: ReplySettings,
  context: () => ReplyContext,
): DecodedReply {
  const { operation, core, redact } = call;
  const { reply, codecs, statusDates, decodeDates, pages } = operation;
  checkWhole(read, call, context);
  // Some services omit the body of a successful response, so an empty one is not an error.
  const isEmpty = reply === 'empty' || (isJson(reply) && read.bytes.byteLength === 0);
  if (isEmpty || [204, 205].includes(response.status) || operation.method === 'HEAD') return { data: undefined };
  if (!isJson(reply)) {
    const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const data = codecs?.replies?.(reply, mediaType, read.bytes);
    if (data !== jsonReply) return { data };
  }
  const text = decodeText(read.bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable('not JSON', text, redact, context);
  }
  if (reply === 'object' && (!isObject(value) || Array.isArray(value))) {
    throw unreadable('not an object', text, redact, context);
  }
  const dates = statusDates?.[response.status] ?? operation.dates;
  const keys = pages?.order.keysOf?.(value, pages.items);
  const data = dates && decodeDates ? decodeDates(value, dates, core.service.milliseconds) : value;
  return { data, keys };
}

function unreadable(problem: string, shown: string, redact: Redact, context: () => ReplyContext): ChatResponseError {
  const short = excerpt(shown, redact, longestExcerpt);
  return new ChatResponseError(short === '' ? problem : `${problem}: ${short}`, context());
}

function whyBroken(fault: unknown): string {
  const isCompression = /^(Z_|ZSTD_|ERR_BROTLI|ERR_ZSTD|ERR__ERROR)/.test(systemCodeOf(fault) ?? '');
  return isCompression ? 'the body has invalid compression' : 'the body was cut off';
}
