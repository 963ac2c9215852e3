import { expect } from '@jest/globals';
import type { RecordedRequest } from './session.js';

export interface ExpectedPart {
  readonly name: string;
  /** The text of the field. */
  readonly text?: string;
  /** The JSON value of the field. */
  readonly json?: unknown;
  readonly file?: { readonly name: string; readonly type: string; readonly text: string };
}

export type ExpectedBody =
  | { readonly kind: 'json'; readonly value: unknown; readonly mediaType?: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'form'; readonly value: readonly (readonly string[])[] }
  | { readonly kind: 'multipart'; readonly value: readonly ExpectedPart[]; readonly mediaType?: string };

/** Checks the whole body with the platform's parsers. */
export async function checkBody(request: RecordedRequest, expected: ExpectedBody | undefined): Promise<void> {
  const type = request.headers.get('content-type') ?? '';
  const text = request.body.toString('utf8');
  if (expected === undefined) {
    expect(text).toBe('');
  } else if (expected.kind === 'json') {
    if (expected.mediaType === undefined) expect(type).toMatch(/json/i);
    else expect(type).toBe(expected.mediaType);
    expect(JSON.parse(text)).toEqual(expected.value);
  } else if (expected.kind === 'text') {
    expect(text).toBe(expected.value);
  } else if (expected.kind === 'form') {
    expect(type).toMatch(/^application\/x-www-form-urlencoded/);
    expect([...new URLSearchParams(text)]).toEqual(expected.value);
  } else {
    const { mediaType = 'multipart/form-data' } = expected;
    expect(type.split(';')[0]).toBe(mediaType);
    // The platform only parses form data.
    const headers = { 'content-type': type.replace(mediaType, 'multipart/form-data') };
    const form = await new Response(new Uint8Array(request.body), { headers }).formData();
    expect(await readParts(form, expected.value)).toEqual(expected.value);
  }
}

/** The received parts, in the form of the expected ones at the same position. */
async function readParts(form: FormData, expected: readonly ExpectedPart[]): Promise<readonly ExpectedPart[]> {
  return Promise.all(
    [...form].map(async ([name, value], index): Promise<ExpectedPart> => {
      if (typeof value !== 'string')
        return { name, file: { name: value.name, type: value.type, text: await value.text() } };
      const isJson = expected[index]?.json !== undefined;
      return isJson ? { name, json: JSON.parse(value) } : { name, text: value };
    }),
  );
}
