import { describe, expect, test } from '@jest/globals';
import { judge } from './judge.js';
import { themes } from './themes/index.js';

/** Of each theme so many are judged here; `npm run hostile` judges all, each in a watched process as well. */
const JUDGED = 3;

describe.each(themes)('hostile %s', (_theme, table) => {
  const light = table.filter(([, { isHeavy }]) => isHeavy !== true);
  test.each(light.slice(0, JUDGED))('%s', async (_name, hostile) => {
    expect(await judge(hostile)).toEqual([]);
  });
});

test('the corpus is as large as it is said to be', () => {
  expect(themes.flatMap(([, table]) => table).length).toBeGreaterThanOrEqual(190);
});
