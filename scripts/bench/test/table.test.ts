import { expect, test } from '@jest/globals';
import { Figures } from '../figures.js';
import { figuresTable, verdictTable } from '../table.js';

test('a table puts ours first, and beside each figure how ours compares', () => {
  const figures = new Figures();
  const add = (contestant: string, ...samples: readonly number[]): void => {
    for (const sample of samples) figures.add({ part: 'calls', subject: 'POST', measure: 'call', contestant }, sample);
  };
  add('bare ky', 10, 20, 30);
  add('ours', 15, 15, 15);
  figures.absences.push({ part: 'calls', subject: 'POST', contestant: 'other', reason: 'It ended with 1.' });
  expect(figuresTable('calls', figures)).toBe(
    [
      'POST     us a call  ours/it',
      'ours          15.0',
      'bare ky  20.0 ±25%     0.75',
      '(medians of 3, with the width of the middle half)',
      '',
      'POST: other has no figures: It ended with 1.',
    ].join('\n'),
  );
});

test('a bar tells what was measured, whether it is met, and whether its budget is kept', () => {
  const budget = { title: 'a call', of: 'calls / POST / call / ours', at: 'most', bar: 1, budget: 2 } as const;
  const text = verdictTable([
    { budget, value: 1.5, isBarMet: false, isKept: true },
    { budget, value: undefined, isBarMet: false, isKept: false },
  ]);
  expect(text).toMatch(/a call +1\.50 +<= 1 +missed +<= 2 +kept/);
  expect(text).toMatch(/a call +not measured +<= 1 +missed +<= 2 +BROKEN/);
});
