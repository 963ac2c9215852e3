import { ChatResponseError, type ReplyContext } from './errors/response-error.js';
import type { StreamReader, StreamState } from './streams.js';

/** One event of `text/event-stream` (HTML Standard, "server-sent events"). */
export interface ServerEvent<Data> {
  /** Its type, `message` where the server gives none. */
  readonly event: string;
  readonly data: Data;
  /** The id of this event or of the last one that had one. */
  readonly id: string | undefined;
}

/**
 * The lines of a body, without what ends them. A long one costs time in proportion to its length, whatever it is cut into.
 * @throws {ChatResponseError} for a line of more than `limit` characters.
 */
export async function* linesOf(
  response: Response,
  limit: number,
  context: ReplyContext,
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
      let text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A line break of two characters may be cut in two.
      if (endsInReturn && text.startsWith('\n')) text = text.slice(1);
      if (text !== '') endsInReturn = text.endsWith('\r');
      const lines = text.split(/\r\n|\r|\n/);
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
    // Also when the iteration is left early: the connection is closed.
    reader.cancel().catch(() => undefined);
  }
}

/** Events whose data is JSON. `[DONE]`, with which some services end a stream, is not one. */
export const jsonEvents: StreamReader = (lines, state, decode) =>
  events(lines, state, (text) => (text === '[DONE]' ? undefined : { value: decode(parse(text)) }));

/** Events whose data is text. */
export const textEvents: StreamReader = (lines, state) => events(lines, state, (value) => ({ value }));

/** One JSON value in each line. */
export const jsonLines: StreamReader = async function* (lines, _, decode) {
  for await (const line of lines) if (line.trim() !== '') yield decode(parse(line));
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
      throw new ChatResponseError(`an event of more than ${state.limit} characters`, { status: 200 });
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line.replace(/^\ufeff/, '')) ?? [];
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) state.lastId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) state.wait = Number(value);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ChatResponseError('a value of the stream is not JSON', { status: 200 });
  }
}
