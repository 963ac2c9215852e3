import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allCodecs } from '../all-codecs.js';
import { parseDate } from '../decode.js';
import { encodeBody } from '../encode/body.js';
import { toJson } from '../encode/json.js';
import type { Operation } from '../operation.js';
import { placeArguments } from '../request.js';

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

/** Without `-0`, which JSON text cannot tell from `0` once it is written by `JSON.stringify`. */
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

  test('query values arrive as they were', () => {
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

  test('a multipart part arrives as it was, and so does a file', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.uint8Array(), async (value, bytes) => {
        const body = { kind: 'multipart', parts: { file: 'file' } } as const;
        const { content } = await encodeBody(body, { value, file: bytes }, place, allCodecs, { openFile: undefined });
        const form = await new Response(content).formData();
        const file = form.get('file');
        if (!(file instanceof Blob)) throw new Error('no file');
        expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
        // Form data has CRLF for every line break (HTML standard).
        expect(form.get('value')).toBe(value.replace(/\r\n|\r|\n/g, '\r\n'));
      }),
      { numRuns: 50 },
    );
  });
});

test('every JSON value is sent as it is', () => {
  fc.assert(
    fc.property(jsonValue, (value) => {
      expect(JSON.parse(toJson(value, place))).toEqual(value);
    }),
  );
});

test('every moment is read back from its text', () => {
  const year = {
    min: new Date('0000-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  };
  fc.assert(
    fc.property(fc.date(year), fc.integer({ min: 0, max: 999_999 }), (date, rest) => {
      const written = date.toISOString().replace('Z', `${String(rest).padStart(6, '0')}Z`);
      expect(parseDate(written)?.getTime()).toBe(date.getTime() + (rest >= 500_000 ? 1 : 0));
    }),
  );
});
