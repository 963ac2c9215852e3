import { expect, test } from '@jest/globals';
import { operationOf } from './description.js';

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
])('%s', (_about, responses, expected) => {
  const { replies } = operationOf({ responses });
  expect(replies.map(({ status, kind, success }) => `${status} ${kind}${success ? '' : ' -'}`)).toEqual(expected);
});

test('where a condition is sent, it is no error that nothing has changed', () => {
  const parameters = [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }];
  const { replies } = operationOf({ parameters, responses: { 200: json, 302: {}, 304: {} } });
  expect(replies.map(({ success }) => success)).toEqual([true, false, true]);
});

test('examples by name, also behind references, or the single one', () => {
  const components = { examples: { One: { value: 1 } } };
  const media = (more: object) => ({ 200: { content: { 'application/json': { schema: {}, ...more } } } });
  const examplesOf = (more: object) =>
    operationOf({ responses: JSON.parse(JSON.stringify(media(more))) }, components).replies[0]?.examples;
  expect(examplesOf({ examples: { a: { $ref: '#/components/examples/One' }, b: { externalValue: 'x' } } })).toEqual([
    { name: 'a', value: 1 },
  ]);
  expect(examplesOf({ example: null })).toEqual([{ name: 'default', value: null }]);
});
