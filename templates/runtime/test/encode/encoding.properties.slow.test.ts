import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeArguments } from '../../call/request.js';
import { encodeBody } from '../../encode/body.js';
import { toJson } from '../../encode/json.js';
import type { Operation } from '../../operation.js';
import { readBytes } from '../../response/bytes.js';
import { decodeReply, type ReplySettings } from '../../response/reply.js';
import { allCodecs } from '../support/all-codecs.js';

const place = { method: 'POST', path: '/x', argument: 'body' };
const text = fc.string({ unit: 'binary' }).filter((value) => !/\p{Surrogate}/u.test(value));
const operation: Operation = {
  method: 'GET',
  path: '/a/{id}/z',
  parameters: [
    { name: 'id', in: 'path' },
    { name: 'q&=', in: 'query' },
    { name: 'list', in: 'query', explode: false },
  ],
};

/** Without `-0`, which `JSON.stringify` writes as `0`. */
const jsonValue = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

describe('for every text', () => {
  test('a path value is one segment that decodes to it', () => {
    fc.assert(
      fc.property(
        text.filter((value) => value !== '' && value !== '.' && value !== '..'),
        (id) => {
          for (const styles of [undefined, allCodecs.styles]) {
            const url = new URL(`https://x.example${placeArguments(operation, { id }, styles).path}`);
            const segments = url.pathname.split('/');
            expect([segments.length, segments[1], segments[3], url.search, url.hash]).toEqual([4, 'a', 'z', '', '']);
            expect(decodeURIComponent(segments[2] ?? '')).toBe(id);
          }
        },
      ),
    );
  });

  test('query values arrive unchanged', () => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1 }), (value, list) => {
        const { query } = placeArguments(operation, { id: 'x', 'q&=': value, list }, allCodecs.styles);
        const url = new URL(`https://x.example/?${query.join('&')}`);
        expect(url.searchParams.get('q&=')).toBe(value);
        expect(url.searchParams.get('list')).toBe(list.join(','));
        expect(url.search.split('&')[1]?.slice('list='.length).split(',').map(decodeURIComponent)).toEqual(list);
      }),
    );
  });

  test('an array in the query arrives item by item, and JSON as one value', () => {
    const query: Operation = {
      method: 'GET',
      path: '/x',
      parameters: [
        { name: 'many', in: 'query' },
        { name: 'json', in: 'query', json: true },
      ],
    };
    fc.assert(
      fc.property(fc.array(text), jsonValue, (many, json) => {
        const parts = placeArguments(query, { many, ...(json !== null && { json }) }, allCodecs.styles);
        const { searchParams } = new URL(`https://x.example/?${parts.query.join('&')}`);
        expect(searchParams.getAll('many')).toEqual(many);
        if (json !== null) expect(JSON.parse(searchParams.get('json') ?? '')).toEqual(json);
      }),
    );
  });

  test('an object in the query arrives field by field, however deep', () => {
    const query: Operation = {
      method: 'GET',
      path: '/x',
      parameters: [{ name: 'filter', in: 'query', style: 'deepObject' }],
    };
    const key = text.filter((name) => name !== '' && !/[[\]]/.test(name));
    fc.assert(
      fc.property(fc.dictionary(key, fc.dictionary(key, text)), (filter) => {
        const parts = placeArguments(query, { filter }, allCodecs.styles);
        const { searchParams } = new URL(`https://x.example/?${parts.query.join('&')}`);
        const wanted = Object.entries(filter).flatMap(([outer, fields]) =>
          Object.entries(fields).map(([inner, value]) => [`filter[${outer}][${inner}]`, value]),
        );
        expect([...searchParams].sort()).toEqual(wanted.sort());
      }),
    );
  });

  test('multipart parts arrive unchanged: texts, JSON, files with their names and types', async () => {
    const name = text.filter((value) => value !== '' && !/[\r\n"\ufeff]/.test(value));
    await fc.assert(
      fc.asyncProperty(text, jsonValue, fc.uint8Array(), name, async (value, json, bytes, fileName) => {
        const body = { kind: 'multipart', parts: { file: 'file', json: 'json' } } as const;
        const file = { data: bytes, name: fileName, type: 'image/png' };
        const given = { value, file, ...(json !== null && { json }) };
        const { content, mediaType } = await encodeBody(body, given, place, allCodecs, {
          openFile: undefined,
          redact: (text) => text,
          sources: [],
          sendsStreams: true,
        });
        // Encoded and parsed as in a request: the parser only gets the bytes and their boundary.
        const sent = new Response(content, mediaType === undefined ? {} : { headers: { 'content-type': mediaType } });
        const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
        const form = await new Response(await sent.arrayBuffer(), { headers }).formData();
        const arrived = form.get('file');
        if (!(arrived instanceof File)) throw new Error('no file');
        expect([arrived.name, arrived.type]).toEqual([fileName, 'image/png']);
        expect(new Uint8Array(await arrived.arrayBuffer())).toEqual(bytes);
        // Form data has CRLF for every line break (HTML standard).
        expect(form.get('value')).toBe(value.replace(/\r\n|\r|\n/g, '\r\n'));
        if (json !== null) expect(JSON.parse(String(form.get('json')))).toEqual(json);
      }),
      { numRuns: 50 },
    );
  });
});

test('every JSON value is sent unchanged', () => {
  fc.assert(
    fc.property(jsonValue, (value) => {
      expect(JSON.parse(toJson(value, place))).toEqual(value);
    }),
  );
});

test('every JSON value is received unchanged, however its bytes are chunked', async () => {
  await fc.assert(
    fc.asyncProperty(jsonValue, fc.integer({ min: 1, max: 7 }), async (value, size) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      const body = new ReadableStream({
        start(controller) {
          for (let from = 0; from < bytes.length; from += size) controller.enqueue(bytes.slice(from, from + size));
          controller.close();
        },
      });
      const call: ReplySettings = {
        operation: { method: 'GET', path: '/x' },
        settings: { maxResponseBytes: 1_000_000 },
        core: { service: {} },
        redact: (shown) => shown,
      };
      const response = new Response(body);
      const data = decodeReply(response, await readBytes(response, 1e6), call, () => ({ status: 200 }));
      expect(data).toEqual({ data: value });
    }),
  );
});
