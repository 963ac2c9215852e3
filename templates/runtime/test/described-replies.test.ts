import { expect, test } from '@jest/globals';
import { operation } from '../client.js';
import { ChatApiError } from '../errors/api-error.js';
import { isSuccess } from '../operation.js';
import { decodeDates } from '../response/decode.js';
import { isErrorOf } from '../response/error-of.js';
import { decodeReply } from '../response/reply.js';
import { readHeaders } from '../response/reply-headers.js';

test('headers in the spec are parsed by their schemas, and stay texts if they do not match', () => {
  const headers = new Headers({ 'x-total': '3', 'x-wrong': 'many', 'x-on': 'true', 'x-at': '2020-01-01T00:00:00Z' });
  headers.set('x-ids', '1, 2');
  headers.set('x-json', '{"a":1}');
  const readings = {
    'X-Total': 'number',
    'X-Wrong': 'number',
    'X-On': 'boolean',
    'X-At': 'date',
    'X-Json': 'json',
    'X-Ids': ['number'],
    'X-Missing': 'text',
  } as const;
  expect({ ...Object(readHeaders(headers, readings)) }).toEqual({
    ...{ 'X-Total': 3, 'X-Wrong': 'many', 'X-On': true, 'X-At': new Date('2020-01-01T00:00:00Z') },
    ...{ 'X-Json': { a: 1 }, 'X-Ids': [1, 2] },
  });
});

test.each([
  [422, 'GET', '/things', true],
  [404, 'GET', '/things', false],
  [422, 'POST', '/things', false],
  [422, 'GET', '/others', false],
])('an error of status %i of %s %s is recognised as that of the operation: %s', (status, method, path, expected) => {
  const described = operation({ method: 'GET', path: '/things' });
  expect(isErrorOf(new ChatApiError('no', { status, method, path }), described, 422)).toBe(expected);
  expect(isErrorOf(new Error('no'), described, 422)).toBe(false);
});

test.each([
  [undefined, 204, true],
  [undefined, 302, false],
  [true, 302, true],
  [true, 404, false],
] as const)('with redirects %s, status %i is a success: %s', (redirects, status, expected) => {
  const data = { method: 'GET', path: '/', ...(redirects && { redirects }) };
  expect(isSuccess(data, { ok: status < 300, status })).toBe(expected);
});

test('the date-times of a response depend on its status', () => {
  const text = '2020-01-01T00:00:00Z';
  const described = { method: 'GET', path: '/', dates: 1, statusDates: { 201: {} }, decodeDates } as const;
  const read = { bytes: new TextEncoder().encode(JSON.stringify(text)), whole: true };
  const call = {
    operation: described,
    settings: { maxResponseBytes: 100 },
    core: { service: {} },
    redact: (shown: string) => shown,
  };
  const decoded = [200, 201].map((status) => {
    const response = new Response(null, { status });
    return decodeReply(response, read, call, () => ({ ...described, status, headers: response.headers })).data;
  });
  expect(decoded).toEqual([new Date(text), text]);
});
