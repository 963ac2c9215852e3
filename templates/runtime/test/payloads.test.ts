import { expect, test } from '@jest/globals';
import { readPayload } from '../response/payloads.js';

const plans = { made: { at: 1 } } as const;
const at = '2020-01-01T00:00:00Z';

test.each<[string, unknown, string, unknown]>([
  ['a text', JSON.stringify({ at }), 'made', { at: new Date(at) }],
  ['parsed JSON', { at }, 'made', { at: new Date(at) }],
  ['an event without dates', { at }, 'other', { at }],
  ['an event named as a member of every object', { at }, 'constructor', { at }],
])('%s is read', (_, body, event, expected) => {
  const before = JSON.stringify(body);
  expect(readPayload(body, plans, event)).toEqual(expected);
  expect(JSON.stringify(body)).toBe(before);
});

test('a text that is not JSON is rejected', () => {
  expect(() => readPayload('no', plans, 'made')).toThrow('the payload is not JSON');
});
