import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { encodeBody } from '../../encode/body.js';
import { toJson } from '../../encode/json.js';
import { ChatInputError } from '../../index.js';
import type { Body } from '../../operation.js';
import { allCodecs } from '../support/all-codecs.js';

const place = { method: 'POST', path: '/x', argument: 'body' };
const encode = (body: Body, value: unknown, openFile?: (path: string) => Promise<Blob>) =>
  encodeBody(body, value, place, allCodecs, { openFile, redact: (text) => text, sources: [], sendsStreams: true });

const cycle: Record<string, unknown> = {};
cycle.inner = { cycle };
const deep = (() => {
  let value: unknown = 1;
  for (let level = 0; level < 5000; level++) value = [value];
  return value;
})();

const fail = () => {
  throw new Error('secret');
};
const throwing = Object.defineProperty({}, 'b', { enumerable: true, get: fail });
const endless = {
  toJSON() {
    return { ...this };
  },
};

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('x');
  throw new Error('disk');
}

async function* once(): AsyncGenerator<string> {
  yield 'x';
}

describe('JSON', () => {
  test('omits undefined fields and keeps the rest', () => {
    expect(toJson({ a: undefined, b: null, c: [new Date(0)], d: { toJSON: () => 'x' }, e: '\ud800' }, place)).toBe(
      '{"b":null,"c":["1970-01-01T00:00:00.000Z"],"d":"x","e":"\\ud800"}',
    );
  });

  test('accepts one object in two places', () => {
    const shared = { a: 1 };
    expect(toJson([shared, shared], place)).toBe('[{"a":1},{"a":1}]');
  });

  test.each<[string, unknown, string]>([
    ['NaN', { a: [{ b: Number.NaN }] }, 'body/a/0/b'],
    ['Infinity', { a: Number.POSITIVE_INFINITY }, 'body/a'],
    ['bigint', [1n], 'body/0'],
    ['undefined in an array', [1, undefined], 'body/1'],
    ['a hole in an array', new Array(1), 'body/0'],
    ['a function', { a: () => 1 }, 'body/a'],
    ['a symbol', { a: Symbol('x') }, 'body/a'],
    ['a Map', { a: new Map() }, 'body/a'],
    ['a Set', { a: new Set() }, 'body/a'],
    ['bytes', { a: new Uint8Array(1) }, 'body/a'],
    ['a Buffer', { a: Buffer.from('x') }, 'body/a'],
    ['an error', { a: new Error('x') }, 'body/a'],
    ['an invalid date', { a: new Date(Number.NaN) }, 'body/a'],
    ['a promise', { a: Promise.resolve() }, 'body/a'],
    ['the result of toJSON', { a: { toJSON: () => ({ b: Number.NaN }) } }, 'body/a/b'],
    ['a getter that throws', { a: throwing }, 'body/a'],
    ['a toJSON that throws', { a: { toJSON: fail } }, 'body/a'],
    ['a toJSON without end', { a: endless }, 'body/a'],
    ['a cycle', cycle, 'body/inner/cycle'],
    ['depth', deep, 'body/0/0/0/0/0'],
  ])('rejects %s, with its path', (_, value, argument) => {
    expect(() => toJson(value, place)).toThrow(expect.objectContaining({ name: 'ChatInputError', argument }));
  });
});

describe('form data', () => {
  const body: Body = {
    kind: 'multipart',
    parts: { file: 'file', files: 'files', either: 'fileOrFiles', user: 'json', tags: 'texts' },
  };
  const formOf = async (value: unknown, openFile?: (path: string) => Promise<Blob>) => {
    const { content, once, mediaType } = await encode(body, value, openFile);
    if (typeof content === 'string' || content instanceof ReadableStream) throw new Error('no form data');
    const form = await new Response(content, { headers: { 'content-type': mediaType } }).formData();
    return { form, once, mediaType };
  };

  test.each<[string, unknown, { text: string; name: string; type: string; once: boolean }]>([
    ['a Blob', new Blob(['x'], { type: 'a/b' }), { text: 'x', name: 'file', type: 'a/b', once: false }],
    ['a File', new File(['x'], 'n.txt'), { text: 'x', name: 'n.txt', type: 'application/octet-stream', once: false }],
    [
      'bytes',
      new TextEncoder().encode('x'),
      { text: 'x', name: 'file', type: 'application/octet-stream', once: false },
    ],
    [
      'an ArrayBuffer',
      new TextEncoder().encode('x').buffer,
      { text: 'x', name: 'file', type: 'application/octet-stream', once: false },
    ],
    [
      'part of a buffer',
      new TextEncoder().encode('axb').subarray(1, 2),
      { text: 'x', name: 'file', type: 'application/octet-stream', once: false },
    ],
    ['text with a name', { data: 'x', name: 'n', type: 'a/b' }, { text: 'x', name: 'n', type: 'a/b', once: false }],
    [
      'a Blob with another type',
      { data: new Blob(['x'], { type: 'a/b' }), type: 'c/d' },
      { text: 'x', name: 'file', type: 'c/d', once: false },
    ],
    [
      'a File that keeps its name',
      { data: new File(['x'], 'n') },
      { text: 'x', name: 'n', type: 'application/octet-stream', once: false },
    ],
    [
      'a Node stream',
      { data: Readable.from([Buffer.from('x'), 'y']), name: 'n' },
      { text: 'xy', name: 'n', type: 'application/octet-stream', once: true },
    ],
    [
      'a web stream',
      { data: new Blob(['x']).stream(), type: 'a/b' },
      { text: 'x', name: 'file', type: 'a/b', once: true },
    ],
    [
      'a bare stream',
      Readable.from([Buffer.from('x')]),
      { text: 'x', name: 'file', type: 'application/octet-stream', once: true },
    ],
  ])('sends %s', async (_, value, wanted) => {
    const { form, once, mediaType } = await formOf({ file: value });
    const file = form.get('file');
    if (!(file instanceof File)) throw new Error('no file');
    expect({ text: await file.text(), name: file.name, type: file.type, once }).toEqual(wanted);
    expect(mediaType).toMatch(/^multipart\/form-data; boundary=\S+$/);
  });

  test('sends a ReadStream with its name and range, and closes it', async () => {
    const path = new URL(import.meta.url).pathname;
    const stream = createReadStream(path, { start: 0, end: 5 });
    const { form } = await formOf({ file: stream });
    const file = form.get('file');
    if (!(file instanceof File)) throw new Error('no file');
    expect([file.name, await file.text(), stream.destroyed]).toEqual(['body.test.ts', 'import', true]);
  });

  test('sends a Response with its type', async () => {
    const { form, once } = await formOf({ file: new Response('x', { headers: { 'content-type': 'a/b' } }) });
    const file = form.get('file');
    if (!(file instanceof File)) throw new Error('no file');
    expect([file.name, file.type, await file.text(), once]).toEqual(['file', 'a/b', 'x', true]);
  });

  test('streams a long body', async () => {
    const text = 'x'.repeat(700_000);
    const files = [{ data: Readable.from([text, text]), name: 'a"\r\n', type: 'a/b' }, new Blob(['y'])];
    const { content, mediaType = '', once } = await encode(body, { files, user: { id: 1 }, at: 'a\nb' });
    if (!(content instanceof ReadableStream)) throw new Error('no stream');
    const form = await new Response(content, { headers: { 'content-type': mediaType } }).formData();
    const [long, short] = form.getAll('files');
    if (!(long instanceof File && short instanceof File)) throw new Error('no files');
    expect([long.type, (await long.text()) === text + text, await short.text()]).toEqual(['a/b', true, 'y']);
    expect([long.name, form.get('user'), form.get('at'), once]).toEqual(['a"\r\n', '{"id":1}', 'a\r\nb', true]);
  });

  test('rejects with the error of a long stream, which is stopped when the body is cancelled', async () => {
    async function* failingLate() {
      yield Buffer.alloc(2_000_000);
      throw new Error('disk');
    }
    const failed = await encode(body, { file: failingLate() });
    if (!(failed.content instanceof ReadableStream)) throw new Error('no stream');
    await expect(new Response(failed.content).text()).rejects.toThrow('is a stream that failed');
    expect(failed.failure?.()).toBeInstanceOf(ChatInputError);
    const source = Readable.from([Buffer.alloc(2_000_000), 'x']);
    const { content } = await encode(body, { file: source });
    if (!(content instanceof ReadableStream)) throw new Error('no stream');
    await content.cancel();
    expect(source.destroyed).toBe(true);
  });

  test('reads a stream into memory where the platform cannot send it', async () => {
    const tools = { openFile: undefined, redact: (text: string) => text, sources: [], sendsStreams: false };
    const file = Readable.from([Buffer.alloc(2_000_000)]);
    const { content, init } = await encodeBody(body, { file }, place, allCodecs, tools);
    expect([content instanceof Blob, init]).toEqual([true, undefined]);
  });

  test.each<[string, () => unknown]>([
    ['a Node stream', () => Readable.from(['x'])],
    ['a web stream', () => new Blob(['x']).stream()],
    ['a Response', () => new Response('x')],
    ['an iterator', () => once()],
  ])('rejects %s that was read before, in one call or two', async (_, create) => {
    const file = create();
    await formOf({ file });
    await expect(formOf({ file })).rejects.toThrow('file is ');
    const twice = create();
    await expect(formOf({ files: [twice, twice] })).rejects.toThrow('files is ');
  });

  test('rejects an iterator that was already consumed', async () => {
    const iterator = once();
    for await (const _ of iterator);
    await expect(formOf({ file: iterator })).rejects.toThrow('was it already read?');
  });

  test('opens a path if openFile is set', async () => {
    const { form } = await formOf({ file: { path: '/tmp/a/b.txt', type: 'a/b' } }, async (path) => new Blob([path]));
    const file = form.get('file');
    if (!(file instanceof File)) throw new Error('no file');
    expect([file.name, file.type, await file.text()]).toEqual(['b.txt', 'a/b', '/tmp/a/b.txt']);
  });

  test('sends texts, JSON parts and several files, and omits absent values', async () => {
    const { form } = await formOf({
      user: { id: 'a' },
      tags: ['x', null, 1],
      flag: true,
      at: new Date(0),
      none: null,
      gone: undefined,
      free: { a: 1 },
      files: [new Blob(['1']), new Blob(['2'])],
      unknown: [new Uint8Array(1), { data: new Blob([]), name: 'b' }],
      file: { data: 'x', name: 'a' },
      either: [new Blob(['1']), { data: 'x', name: 'a' }],
    });
    const files = ['files', 'files', 'unknown', 'unknown', 'file', 'either', 'either'];
    expect([...form.keys()]).toEqual(['user', 'tags', 'tags', 'flag', 'at', 'free', ...files]);
    expect(form.getAll('tags')).toEqual(['x', '1']);
    expect([form.get('user'), form.get('flag'), form.get('at'), form.get('free')]).toEqual([
      '{"id":"a"}',
      'true',
      '1970-01-01T00:00:00.000Z',
      '{"a":1}',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['text for a file', { file: 'x' }, 'file must be a file'],
    ['an object for a file', { file: { id: 1 } }, 'file must be a file'],
    ['a path without the server client', { file: { path: '/x' } }, 'only the server client'],
    ['a stream of objects', { file: Readable.from([{ a: 1 }]) }, 'is a stream of an object'],
    ['a stream that fails', { file: Readable.from(failing()) }, 'is a stream that failed'],
    ['a name that is not a string', { file: { data: 'x', name: 1 } }, 'file/name must be a string'],
    ['one file for an array', { files: new Blob([]) }, 'files must be an array'],
    ['a field that JSON cannot hold', { user: { a: Number.NaN } }, 'user/a is NaN'],
    ['what is not an object', 'x', 'body must be an object'],
  ])('rejects %s', async (_, value, message) => {
    const error = await formOf(value).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ChatInputError);
    expect(error).toHaveProperty('message', expect.stringContaining(message));
  });
});

describe('other bodies', () => {
  test.each<[string, Body, unknown, string, string]>([
    ['JSON', { kind: 'json' }, { a: 1 }, '{"a":1}', 'application/json'],
    [
      'JSON of another media type',
      { kind: 'json', mediaType: 'application/merge-patch+json' },
      null,
      'null',
      'application/merge-patch+json',
    ],
    ['text', { kind: 'text' }, 'x', 'x', 'text/plain'],
    [
      'a form',
      { kind: 'form', parts: { tags: 'texts', o: 'json' } },
      { a: 'b c', tags: [1, 2], o: {}, none: null },
      'a=b+c&tags=1&tags=2&o=%7B%7D',
      'application/x-www-form-urlencoded',
    ],
  ])('%s', async (_, body, value, content, mediaType) => {
    expect(await encode(body, value)).toEqual({ content, mediaType, once: false });
  });

  test('bytes keep the type of their Blob', async () => {
    expect((await encode({ kind: 'binary' }, new Blob(['x'], { type: 'a/b' }))).mediaType).toBe('a/b');
    expect((await encode({ kind: 'binary' }, new Uint8Array(1))).mediaType).toBe('application/octet-stream');
  });
});
