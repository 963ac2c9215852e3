import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../consumer.js';
import { isEnough, row, total } from '../table.js';

const passed: Outcome = { status: 'passed', seconds: 1.25 };
const failed: Outcome = { status: 'failed', seconds: 2, reason: 'a wrong date' };
const notRun: Outcome = { status: 'not run', reason: 'no Chromium' };

function outcomes(...list: readonly Outcome[]): ReadonlyMap<number, Outcome> {
  return new Map(list.map((outcome, index) => [index, outcome]));
}

test('a row tells the runtime, the consumer, and its seconds or why it was not run', () => {
  const consumer = { runtime: 'Node 20.19.0', name: 'CommonJS' };
  expect(row(consumer, passed)).toMatch(/^passed +Node 20\.19\.0 +CommonJS +1\.[23] s$/);
  expect(row(consumer, notRun)).toMatch(/^not run +Node 20\.19\.0 +CommonJS +no Chromium$/);
});

test('the total counts each kind', () => {
  expect(total(outcomes(passed, failed, passed, notRun))).toBe('2 passed, 1 failed, 1 not run');
});

describe('isEnough', () => {
  test.each<[string, readonly Outcome[], boolean]>([
    ['all have passed', [passed, passed], true],
    ['one could not be run', [passed, notRun], true],
    ['two could not be run', [passed, notRun, notRun], false],
    ['one has failed', [passed, failed], false],
    ['there is none', [], false],
  ])('when %s', (_, list, expected) => {
    expect(isEnough(outcomes(...list))).toBe(expected);
  });
});
