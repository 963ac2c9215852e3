import { expect, test } from '@jest/globals';
import { readOptions } from '../arguments.js';

test.each([
  [[], { dryRun: false, branch: 'main', tag: undefined }],
  [['--dry-run'], { dryRun: true, branch: 'main', tag: undefined }],
  [['--branch', 'next/2.x'], { dryRun: false, branch: 'next/2.x', tag: undefined }],
  [['--tag', 'v1.2.3'], { dryRun: false, branch: 'main', tag: 'v1.2.3' }],
  [['-h'], 'help'],
])('%j is understood', (args, want) => {
  expect(readOptions(args)).toEqual(want);
});

test.each([
  [['now'], 'now is one word too many.'],
  [['--tag', ''], '--tag  is no tag.'],
  [['--tag=-d'], '--tag -d is no tag.'],
  [['--branch', '../main'], '--branch ../main is no branch.'],
  [['--tag', 'v1.2.3', '--dry-run'], '--tag goes with no other flag'],
  [['--force'], "Unknown option '--force'"],
])('%j is refused', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence);
});
