import { expect, test } from '@jest/globals';
import { Sessions } from '../../src/mock/sessions.js';

const received = { method: 'POST', path: '/a', query: '', headers: [], body: Buffer.alloc(0) };
const large = { status: 204, headers: [], body: Buffer.alloc(8 * 1024 * 1024) };

test('all sessions together have a limit: the oldest are removed', () => {
  const sessions = new Sessions();
  for (let index = 0; index < 20; index += 1) sessions.record(`s${index}`, received, 'a', large);
  const kept = Array.from({ length: 20 }, (_, index) => sessions.end(`s${index}`).length);
  expect(kept.slice(-7)).toEqual(Array(7).fill(1));
  expect(kept.filter((count) => count > 0)).toHaveLength(7);
});
