import { expect, test } from '@jest/globals';
import { readOptions, UsageError } from '../arguments.js';

test('without flags everything is run, and nothing is kept', () => {
  const options = readOptions([]);
  expect(options).toMatchObject({ keep: false });
  expect(options !== 'help' && options.only.test('Node 20.19.0 CommonJS')).toBe(true);
});

test('--only finds in whatever case', () => {
  const options = readOptions(['--only', 'node 2[02].*commonjs', '--keep']);
  if (options === 'help') throw new Error('not asked for help');
  expect(options.keep).toBe(true);
  expect(options.only.test('Node 22.1.0 CommonJS')).toBe(true);
  expect(options.only.test('Node 24.1.0 CommonJS')).toBe(false);
});

test.each([[['--only', '(']], [['--only']], [['--unknown']], [['word']]])('%j is refused', (args) => {
  expect(() => readOptions(args)).toThrow(UsageError);
});
