import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/schema/index.js';
import { mockOf } from './fixture.js';

const at = { in: 'query', name: 'at', required: true, schema: { type: 'integer' } };

function spec(responses: JsonObject): JsonObject {
  const paths = { '/tides': { get: { operationId: 'listTides', parameters: [at], responses } } };
  return { openapi: '3.1.0', info: { title: 'Tides', version: '1' }, paths };
}

const fine = { description: 'Fine', content: { 'application/json': { schema: { type: 'object' } } } };

function failing(schema: JsonObject): JsonObject {
  return { description: 'Refused', content: { 'application/json': { schema } } };
}

interface Refused {
  readonly status: number;
  readonly mediaType: string | null;
  readonly headers: Headers;
  readonly body: unknown;
}

async function refusal(responses: JsonObject, target: string, init: RequestInit = {}): Promise<Refused> {
  const mock = await mockOf(spec(responses), {}, {});
  try {
    const { status, headers, ...reply } = await fetch(mock.url + target, init).then(async (response) => {
      return { status: response.status, headers: response.headers, body: await response.json() };
    });
    return { status, headers, mediaType: headers.get('content-type'), ...reply };
  } finally {
    await mock.close();
  }
}

describe('without an add-on, an error without a schema is Problem Details', () => {
  test('of an unknown path', async () => {
    expect(await refusal({ 200: fine }, '/nowhere')).toMatchObject({
      status: 404,
      mediaType: 'application/problem+json',
      body: { type: 'about:blank', title: 'Not Found', status: 404, detail: expect.stringContaining('/nowhere') },
    });
  });

  test('of another method, with the allowed ones', async () => {
    const { headers, mediaType, body } = await refusal({ 200: fine }, '/tides', { method: 'DELETE' });
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(mediaType).toBe('application/problem+json');
    expect(body).toMatchObject({ title: 'Method Not Allowed', status: 405 });
  });

  test('of an invalid request, with the location of each fault', async () => {
    const { body } = await refusal({ 200: fine }, '/tides?at=noon&from=1');
    expect(body).toStrictEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'listTides failed: query/from is not in the spec; query/at must be integer',
      errors: [
        { pointer: '#/query/from', message: 'is not in the spec' },
        { pointer: '#/query/at', message: 'must be integer' },
      ],
    });
  });

  test('with a requested status, without headers except the standard one for the delay', async () => {
    const { headers, body } = await refusal({ 200: fine }, '/tides?at=1', { headers: { prefer: 'code=429' } });
    expect(body).toMatchObject({ title: 'Too Many Requests', status: 429 });
    expect(headers.get('retry-after')).toBe('1');
    expect([...headers.keys()].filter((name) => name.includes('limit'))).toStrictEqual([]);
  });
});

describe('an error with a schema in the spec is valid for it', () => {
  const text = { type: 'string' };
  const message = expect.stringContaining('query/at is missing');
  const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties, additionalProperties: false });

  test.each<[name: string, status: string, schema: JsonObject, body: unknown]>([
    ['its own status', '400', object({ id: { type: 'integer' }, message: text }), { id: expect.any(Number), message }],
    ['a range', '4XX', object({ code: { enum: ['bad'] }, reason: text }), { code: 'bad', reason: message }],
    ['422, where 400 is not described', '422', object({ detail: text }), { detail: message }],
    ['the default reply', 'default', object({ error: object({ msg: text }) }), { error: { msg: message } }],
    ['a list', '400', object({ errors: { type: 'array', items: object({ detail: text }) } }), expect.anything()],
    ['a text with an unusual name', '400', object({ what: text, kind: { enum: ['a'] } }), { what: message, kind: 'a' }],
    ['a text alone', '400', text, message],
    ['no text', '400', object({ number: { type: 'integer' } }), { number: expect.any(Number) }],
  ])('%s', async (_name, status, schema, body) => {
    const refused = await refusal({ 200: fine, [status]: failing(schema) }, '/tides');
    expect(refused).toMatchObject({ status: status === '422' ? 422 : 400, mediaType: 'application/json', body });
    if (schema.properties !== undefined && JSON.stringify(schema).includes('"errors"')) {
      expect(JSON.stringify(refused.body)).toContain('query/at is missing');
    }
  });
});
