import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runSteps } from '../steps.js';

const node = (program: string): string => `"${process.execPath}" -e "${program}"`;
const scripts = {
  good: node(''),
  slow: node('setTimeout(() => {}, 200)'),
  bad: node("console.log('Why.'); process.exit(3)"),
};
let printed = '';

beforeEach(() => {
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('returns 0 if all steps succeed, and prints their times', async () => {
  expect(await runSteps([{ script: 'good' }, { script: 'good', args: '1' }], scripts)).toBe(0);
  expect(printed).toMatch(/^good +passed +\d+\.\d s\n/m);
  expect(printed).toMatch(/^good 1 +passed +\d+\.\d s\n/m);
  expect(printed).toMatch(/\n2 passed, 0 failed in \d+\.\d s\n$/);
});

test('returns 1 if a step fails, prints its output at the end, skips the steps that need it and runs the rest', async () => {
  const steps = [{ script: 'bad' }, { script: 'slow', after: ['bad'] }, { script: 'good' }];
  expect(await runSteps(steps, scripts)).toBe(1);
  expect(printed).toMatch(/^slow +skipped/m);
  expect(printed).toMatch(/^good +passed/m);
  expect(printed).toMatch(
    /\n== bad failed\nWhy\.\n\n== slow failed\nSkipped, since it needs bad\.\n\n1 passed, 2 failed/,
  );
});

test('a step waits for those that it needs, and one that runs alone for all others', async () => {
  await runSteps(
    [{ script: 'good', args: '1', alone: true }, { script: 'slow' }, { script: 'good', after: ['slow'] }],
    scripts,
  );
  expect(printed.match(/^(?:good 1|good|slow)/gm)).toEqual(['good 1', 'slow', 'good']);
});
