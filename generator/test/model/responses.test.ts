import { expect, test } from '@jest/globals';
import { modelOf, operationOf } from './description.js';

const json = { content: { 'application/json': { schema: { type: 'string' } } } };

test.each([
  ['2xx beside default', { 200: json, default: json, 404: json }, ['200 json', '404 json -', 'default json -']],
  ['default alone', { default: json }, ['default json']],
  ['default beside errors', { 400: json, default: {} }, ['400 json -', 'default empty']],
  ['ranges', { '2xx': json, '5XX': {} }, ['2XX json', '5XX empty -']],
  ['redirects only', { 302: {} }, ['302 empty']],
  ['a redirect beside default', { 302: {}, default: json }, ['302 empty', 'default json -']],
  ['a redirect beside 2xx', { 200: json, 302: {}, 304: {} }, ['200 json', '302 empty -', '304 empty -']],
  ['nothing', {}, []],
  ['extensions', { 'x-note': {}, 600: {}, 204: {} }, ['204 empty']],
])('%s', (_about, defined, expected) => {
  const { responses } = operationOf({ responses: defined });
  expect(responses.map(({ status, kind, success }) => `${status} ${kind}${success ? '' : ' -'}`)).toEqual(expected);
});

test('a 304 response to a conditional request is not an error', () => {
  const parameters = [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }];
  const { responses } = operationOf({ parameters, responses: { 200: json, 302: {}, 304: {} } });
  expect(responses.map(({ success }) => success)).toEqual([true, false, true]);
});

const tick = { type: 'object', properties: { n: { type: 'integer' } } };
const list = { type: 'array', items: tick };
const whole = { type: 'object', properties: { event: { type: 'string' }, data: tick } };
const text = { type: 'string', contentMediaType: 'application/json', contentSchema: list };
const done = { type: 'object', properties: { event: { const: 'done' }, data: text } };

test.each([
  ['text/event-stream', tick, 'events', tick],
  ['text/event-stream', whole, 'events', tick],
  ['text/event-stream', { oneOf: [whole, done] }, 'events', { anyOf: [tick, list] }],
  ['text/event-stream', { oneOf: [whole, tick] }, 'events', { oneOf: [whole, tick] }],
  ['application/x-ndjson', list, 'lines', tick],
  ['application/x-ndjson', whole, 'lines', whole],
  ['application/jsonl', tick, 'lines', tick],
  ['application/stream+json', tick, 'lines', tick],
  ['application/json', tick, undefined, tick],
])('a response of %s is a stream of its values', (mediaType, described, stream, schema) => {
  const content = JSON.parse(JSON.stringify({ [mediaType]: { schema: described } }));
  const [reply] = operationOf({ responses: { 200: { content } } }).responses;
  expect([reply?.kind, reply?.stream, reply?.schema]).toEqual(['json', stream, schema]);
});

test.each([
  ['application/xml', ['media-type-plain']],
  ['application/json-seq', ['media-type-plain']],
  ['text/plain', ['media-type-plain']],
  ['application/json', []],
])('a response of %s with a structure', (mediaType, codes) => {
  const responses = { 200: { content: { [mediaType]: { schema: tick } } } };
  const { problems } = modelOf({ '/test': { get: JSON.parse(JSON.stringify({ responses })) } });
  expect(problems.map(({ code }) => code)).toEqual(codes);
});

test('a stream beside another type is not the response', () => {
  const content = { 'text/event-stream': { schema: tick }, 'audio/mpeg': {} };
  const [reply] = operationOf({ responses: { 200: { content } } }).responses;
  expect(reply).toMatchObject({ kind: 'binary', mediaType: 'audio/mpeg', otherMediaTypes: [] });
});

test('examples by name, also behind references, or the single one', () => {
  const components = { examples: { One: { value: 1 } } };
  const media = (more: object) => ({ 200: { content: { 'application/json': { schema: {}, ...more } } } });
  const examplesOf = (more: object) =>
    operationOf({ responses: JSON.parse(JSON.stringify(media(more))) }, components).responses[0]?.examples;
  expect(examplesOf({ examples: { a: { $ref: '#/components/examples/One' }, b: { externalValue: 'x' } } })).toEqual([
    { name: 'a', value: 1, at: '/examples/a/value' },
  ]);
  expect(examplesOf({ example: null })).toEqual([{ name: 'default', value: null, at: '/example' }]);
});
