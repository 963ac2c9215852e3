import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Budget, compareRatios, Figures, interleave, judge, MEASURES, quantile, TOLERANCE } from '../figures.js';

const turn = { part: 'size', subject: 'one call' };
const budget: Budget = {
  title: 'one call',
  of: 'size / one call / gzip / ours',
  against: 'size / one call / gzip / bare ky',
  at: 'most',
  bar: 2,
  budget: 3,
};

function verdictOf(ours: readonly number[], changes: Partial<Budget> = {}) {
  const figures = new Figures();
  for (const gzip of ours) figures.add({ ...turn, contestant: 'ours' }, { gzip });
  figures.add({ ...turn, contestant: 'bare ky' }, { gzip: 10 });
  return judge([{ ...budget, ...changes }], figures, ['size'])[0];
}

test('a quantile is between two samples in proportion', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 1.75, 2.5, 4]);
});

test('a ratio is that of the medians', () => {
  expect(verdictOf([900, 5, 15])).toMatchObject({ value: 1.5, isBarMet: true, isKept: true });
});

test('a missed target is allowed up to a wider budget', () => {
  expect(verdictOf([30])).toMatchObject({ isBarMet: false, isKept: true });
  expect(verdictOf([31])).toMatchObject({ isBarMet: false, isKept: false });
});

test('a budget may limit a difference, or be a minimum', () => {
  expect(verdictOf([30], { by: 'difference' })).toMatchObject({ value: 20 });
  expect(verdictOf([10], { at: 'least' })).toMatchObject({ isKept: false });
});

test('a figure that was not measured fails its budget, and other parts are omitted', () => {
  expect(verdictOf([])).toMatchObject({ isKept: false });
  expect(judge([budget], new Figures(), ['calls'])).toEqual([]);
});

test('every budget refers to existing measures', () => {
  const budgets: readonly Budget[] = JSON.parse(readFileSync('scripts/bench/budgets.json', 'utf8'));
  for (const { of, against } of budgets) {
    for (const name of [of, against ?? of]) expect(Object.keys(MEASURES)).toContain(name.split(' / ')[2]);
  }
});

test('a contestant that fails has no further turns, and its error is printed', async () => {
  const figures = new Figures();
  let turns = 0;
  const fail = async (): Promise<void> => {
    turns += 1;
    throw new Error('why');
  };
  for (let round = 0; round < 2; round += 1) await figures.attempt({ ...turn, contestant: 'ours' }, fail);
  expect(turns).toBe(1);
  expect(figures.table('size')).toBe('one call: ours has no figures: why');
});

test('each round starts with another contestant, and the first round does not count', async () => {
  const turns: string[] = [];
  await interleave(['a', 'b'], 2, async (contestant, counts) => {
    turns.push(counts ? contestant : `(${contestant})`);
  });
  expect(turns).toEqual(['(a)', '(b)', 'b', 'a', 'a', 'b']);
});

test('a ratio passes up to a quarter above the stored one, and fails without a counterpart', () => {
  const measured = { a: 2 * TOLERANCE, b: 2.6, new: 1 };
  const kept = compareRatios(measured, { a: 2, b: 2, old: 1 }).map(({ title, isKept }) => [title, isKept]);
  expect(Object.fromEntries(kept)).toEqual({ a: true, b: false, new: false, old: false });
});
