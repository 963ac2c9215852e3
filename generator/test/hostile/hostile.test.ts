import { describe, expect, test } from '@jest/globals';
import { judge } from './judge.js';
import { themes } from './themes/index.js';

describe.each(themes)('hostile %s', (_theme, table) => {
  test.each(table.filter(([, { isHeavy }]) => isHeavy !== true))('%s', async (_name, hostile) => {
    expect(await judge(hostile)).toEqual([]);
  });
});

test('the corpus is as large as it is said to be', () => {
  expect(themes.flatMap(([, table]) => table).length).toBeGreaterThanOrEqual(80);
});
