import type { ServerEvent } from '../response/server-events.js';
import type { FakeReply } from './data.js';

/** A successful response with data in the client's form. */
export function respond({ status, mediaType, stream, headers: required }: FakeReply, value: unknown): Response {
  if (value instanceof Response) return value;
  const isEmpty = mediaType === undefined || value === undefined || status === 204 || status === 205;
  const headers = { ...required, ...(isEmpty ? {} : { 'content-type': mediaType }) };
  if (isEmpty) return new Response(null, { status, headers });
  if (stream) return new Response(streamOf(value, stream), { status, headers });
  const isJson = /[/+]json\b/.test(mediaType);
  const body = isJson || !(typeof value === 'string' || value instanceof Blob) ? JSON.stringify(value) : value;
  return new Response(body, { status, headers });
}

/** The values of a stream: events with their fields, or one JSON value per line. */
function streamOf(values: unknown, kind: 'events' | 'lines'): ReadableStream<Uint8Array> {
  const source = isIterable(values) ? values : [values];
  const encoder = new TextEncoder();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const value of source) {
      yield encoder.encode(kind === 'events' ? eventText(Object(value)) : `${JSON.stringify(value)}\n`);
    }
  }
  const iterator = chunks();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return(undefined);
    },
  });
}

function eventText({ event, id, data }: Partial<ServerEvent<unknown>>): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const lines = [
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...text.split(/\r\n|\r|\n/).map((line) => `data: ${line}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);
}
