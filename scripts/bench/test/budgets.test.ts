import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Budget, judge } from '../budgets.js';
import { Figures, MEASURES, type Measure } from '../figures.js';
import { allParts } from '../parts/index.js';

function measured(...all: readonly (readonly [Measure, string, number])[]): Figures {
  const figures = new Figures();
  for (const [measure, contestant, sample] of all) {
    figures.add({ part: 'size', subject: 'one call', measure, contestant }, sample);
  }
  return figures;
}

const budget: Budget = {
  title: 'one call',
  of: 'size / one call / gzip / ours',
  against: 'size / one call / gzip / bare ky',
  at: 'most',
  bar: 2,
  budget: 3,
};

test('a ratio is that of the medians', () => {
  const figures = measured(['gzip', 'ours', 900], ['gzip', 'ours', 5], ['gzip', 'ours', 15], ['gzip', 'bare ky', 10]);
  expect(judge([budget], figures, ['size'])).toEqual([{ budget, value: 1.5, isBarMet: true, isKept: true }]);
});

test('a missed bar is kept by a wider budget, and broken beyond it', () => {
  const verdict = (ours: number) =>
    judge([budget], measured(['gzip', 'ours', ours], ['gzip', 'bare ky', 10]), ['size']);
  expect(verdict(30)).toEqual([{ budget, value: 3, isBarMet: false, isKept: true }]);
  expect(verdict(31)).toEqual([{ budget, value: 3.1, isBarMet: false, isKept: false }]);
});

test('a difference is in the unit of the measure, and a figure alone counts as it is', () => {
  const figures = measured(['gzip', 'ours', 30], ['gzip', 'bare ky', 10]);
  expect(judge([{ ...budget, by: 'difference' }], figures, ['size'])[0]?.value).toBe(20);
  const { against: _, ...alone } = budget;
  expect(judge([alone], figures, ['size'])[0]?.value).toBe(30);
});

test('what has to be at least something is broken below it', () => {
  const figures = measured(['gzip', 'ours', 10], ['gzip', 'bare ky', 10]);
  expect(judge([{ ...budget, at: 'least' }], figures, ['size'])[0]).toMatchObject({ isBarMet: false, isKept: false });
  expect(judge([{ ...budget, at: 'least', bar: 1, budget: 1 }], figures, ['size'])[0]?.isKept).toBe(true);
});

test('a figure that is missing breaks its budget, unless its part was not run', () => {
  expect(judge([budget], measured(['gzip', 'ours', 10]), ['size'])[0]).toMatchObject({
    value: undefined,
    isKept: false,
  });
  expect(judge([budget], measured(), ['types'])).toEqual([]);
});

test('each budget of the repository names a part and a measure that are there, and is not stricter than its bar', () => {
  const budgets: readonly Budget[] = JSON.parse(readFileSync('scripts/bench/budgets.json', 'utf8'));
  expect(budgets.length).toBeGreaterThan(0);
  const parts = allParts.map(({ name }) => name);
  for (const { of, against, at, bar, budget: limit } of budgets) {
    for (const [part, , measure] of [of, against ?? of].map((name) => name.split(' / '))) {
      expect(parts).toContain(part);
      expect(Object.keys(MEASURES)).toContain(measure);
    }
    expect(at === 'most' ? limit : bar).toBeGreaterThanOrEqual(at === 'most' ? bar : limit);
  }
});
