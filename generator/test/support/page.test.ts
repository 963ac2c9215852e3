import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { supportPage } from './page.js';
import { rows } from './rows/index.js';

const file = 'generator/docs/support.md';

test('the page about supported features agrees with the rows: WRITE=1 writes it', () => {
  const page = supportPage(rows);
  if (process.env.WRITE === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});

test('there are enough rows, with different names', () => {
  const names = rows.map(({ object, name, openapi }) => `${object} ${name} ${openapi}`);
  expect(new Set(names).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(200);
});
