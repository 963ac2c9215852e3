import { expect, test } from '@jest/globals';
import { interleave } from '../interleave.js';

async function turns(contestants: readonly string[], rounds: number, warmUps: number): Promise<readonly string[]> {
  const seen: string[] = [];
  await interleave(contestants, { rounds, warmUps }, async (contestant, counts) => {
    seen.push(counts ? contestant : `(${contestant})`);
  });
  return seen;
}

test('each round starts with another contestant, and warm-up rounds do not count', async () => {
  expect(await turns(['a', 'b', 'c'], 3, 1)).toEqual([
    ...['(a)', '(b)', '(c)'],
    ...['b', 'c', 'a'],
    ...['c', 'a', 'b'],
    ...['a', 'b', 'c'],
  ]);
});

test('no contestants, no turns', async () => {
  expect(await turns([], 2, 1)).toEqual([]);
});
