import { excerpt } from '../call/redact.js';
import { ChatResponseError } from '../errors/response-error.js';
import type { StreamReader, StreamState } from './streams.js';

/** One event of `text/event-stream` (HTML Standard, "server-sent events"). */
export interface ServerEvent<Data> {
  /** Event type. Default: `message`. */
  readonly event: string;
  readonly data: Data;
  /** The id of this event, or of the last event that had one. */
  readonly id: string | undefined;
}

/** Characters of an unreadable value to include in its error. */
const longestExcerpt = 80;

/**
 * Splits a body into lines. The cost of a line is linear in its length, however it is chunked.
 * @throws {ChatResponseError} if a line is longer than the limit.
 */
export async function* linesOf(
  response: Response,
  { limit, context }: StreamState,
): AsyncGenerator<string, void, undefined> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;
  let endsInReturn = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      // CR LF may be split between two chunks.
      const lines = text.slice(endsInReturn && text.startsWith('\n') ? 1 : 0).split(/\r\n|\r|\n/);
      if (text !== '') endsInReturn = text.endsWith('\r');
      for (const [index, line] of lines.entries()) {
        pieces.push(line);
        length += line.length;
        if (length > limit) throw new ChatResponseError(`a line of more than ${limit} characters`, context);
        if (index === lines.length - 1) break;
        yield pieces.join('');
        pieces = [];
        length = 0;
      }
      if (!done) continue;
      if (length > 0) yield pieces.join('');
      return;
    }
  } finally {
    // Closes the connection, also when the iteration is stopped early.
    reader.cancel().catch(() => undefined);
  }
}

/** Events with JSON data. `[DONE]`, which some services send at the end, is skipped. */
export const jsonEvents: StreamReader = (lines, state, decode) =>
  events(lines, state, (text) => (text === '[DONE]' ? undefined : { value: decode(parse(text, state)) }));

/** Events with text data. */
export const textEvents: StreamReader = (lines, state) => events(lines, state, (value) => ({ value }));

/** One JSON value per line. */
export const jsonLines: StreamReader = async function* (lines, state, decode) {
  for await (const line of lines) if (line.trim() !== '') yield decode(parse(line, state));
};

async function* events(
  lines: AsyncIterable<string>,
  state: StreamState,
  read: (data: string) => { readonly value: unknown } | undefined,
): AsyncGenerator<ServerEvent<unknown>, void, undefined> {
  let event = '';
  let data: string[] = [];
  let length = 0;
  for await (const line of lines) {
    if (line === '') {
      const found = data.length === 0 ? undefined : read(data.join('\n'));
      if (data.length > 0 && !found) return;
      if (found) yield { event: event || 'message', data: found.value, id: state.lastId };
      event = '';
      data = [];
      length = 0;
      continue;
    }
    length += line.length;
    if (length > state.limit)
      throw new ChatResponseError(`an event of more than ${state.limit} characters`, state.context);
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line.replace(/^\ufeff/, '')) ?? [];
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) state.lastId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) state.wait = Number(value);
  }
}

function parse(text: string, { redact, context }: StreamState): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const shown = excerpt(text, redact, longestExcerpt);
    throw new ChatResponseError(`a value of the stream is not JSON: ${shown}`, context);
  }
}
