import { expect, test } from '@jest/globals';
import { parseJson } from '../../src/mock/exchange.js';
import { Sessions } from '../../src/mock/sessions.js';

const received = (body: Buffer, path = '/a') => ({ method: 'POST', path, query: '', headers: [], body });
const answer = { status: 204, headers: [], body: Buffer.alloc(0) };
const mebibyte = 1024 * 1024;

test('the oldest of too many requests of a session are removed', () => {
  const sessions = new Sessions();
  for (let index = 0; index < 1_010; index += 1) {
    sessions.record('s', received(Buffer.alloc(0), `/${index}`), 'a', answer);
  }
  const requests = sessions.end('s');
  expect(requests).toHaveLength(1_000);
  expect(requests[0]?.path).toBe('/10');
});

test('all sessions together have a limit: the oldest are removed', () => {
  const sessions = new Sessions();
  const large = { ...answer, body: Buffer.alloc(8 * mebibyte) };
  for (let index = 0; index < 20; index += 1) sessions.record(`s${index}`, received(Buffer.alloc(0)), 'a', large);
  const kept = Array.from({ length: 20 }, (_, index) => sessions.end(`s${index}`).length);
  expect(kept.slice(-7)).toEqual(Array(7).fill(1));
  expect(kept.filter((count) => count > 0)).toHaveLength(7);
});

test('a body that is larger than a session is recorded without its bytes', () => {
  const sessions = new Sessions();
  sessions.record('s', received(Buffer.alloc(40 * mebibyte)), 'a', answer);
  expect(sessions.end('s')).toMatchObject([{ body: '', status: 204 }]);
});

test.each([
  ['{"a":"[[[[\\""}', undefined],
  ['['.repeat(1_000) + ']'.repeat(1_000), undefined],
  [`${'{"a":'.repeat(1_001)}1${'}'.repeat(1_001)}`, 'it is nested more than 1000 levels deep'],
])('the depth of JSON is limited', (text, reason) => {
  const reasons: string[] = [];
  expect(parseJson(text, (found) => reasons.push(found)) === undefined).toBe(reason !== undefined);
  expect(reasons).toEqual(reason === undefined ? [] : [reason]);
});
