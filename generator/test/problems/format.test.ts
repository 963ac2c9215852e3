import { expect, test } from '@jest/globals';
import { formatProblem, formatRepeated, Lines } from '../../src/problems/index.js';

const problem = {
  code: 'ref-unresolved',
  severity: 'error',
  message: '`#/a` leads nowhere.',
  file: 'api.yaml',
  line: 12,
  column: 5,
  pointer: '/paths/~1a/$ref',
  frame: '> 12 | x\n     | ^',
  hint: 'Mend it.',
} as const;

test('a problem is printed with its location, pointer, code frame and hint', () => {
  expect(formatProblem(problem)).toBe(
    [
      'api.yaml:12:5 - error ref-unresolved: `#/a` leads nowhere.',
      '  at /paths/~1a/$ref',
      '',
      '  > 12 | x',
      '       | ^',
      '',
      '  hint: Mend it.',
    ].join('\n'),
  );
});

test('a problem without a location has one line, and one for the hint', () => {
  const bare = { code: 'file-empty', severity: 'warning', message: 'm', hint: 'h' } as const;
  expect(formatProblem(bare)).toBe('warning file-empty: m\n  hint: h');
  expect(formatProblem({ ...bare, file: 'f' })).toBe('f - warning file-empty: m\n  hint: h');
});

test('of problems that differ only in their location, the first is printed in full', () => {
  const other = { ...problem, message: 'Another.' };
  const line = 'api.yaml:20:3 - error ref-unresolved: `#/a` leads nowhere.';
  expect(formatRepeated([problem, other, { ...problem, line: 20, column: 3, pointer: '/b' }])).toEqual([
    `${formatProblem(problem)}\n${line}`,
    formatProblem(other),
  ]);
  const [text = ''] = formatRepeated(Array(30).fill(problem));
  expect(text.split('\n').slice(-2)).toEqual([
    expect.stringMatching(/^api\.yaml:12:5/),
    '  and 10 more: sdkgen validate lists all',
  ]);
});

test('the root of the document is named', () => {
  expect(formatProblem({ ...problem, pointer: '' })).toContain('at (root)');
});

test('there are no colours by default', () => {
  expect(formatProblem(problem)).not.toContain('\u001b');
  expect(formatProblem(problem, { colour: true })).toContain('\u001b[31merror\u001b[0m');
});

test('text from a spec does not reach the terminal as control characters', () => {
  const text = formatProblem({ ...problem, message: 'a\u001b[2Jb\u202e', pointer: '/\u0007' });
  expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
});

const lines = new Lines(['first', '\tsecond', 'third', 'fourth', 'fifth', 'sixth'].join('\n'));

test('a code frame shows two lines around the location and a caret below the column', () => {
  expect(lines.frame({ line: 3, column: 2 })).toBe(
    ['  1 | first', '  2 |  second', '> 3 | third', '    |  ^', '  4 | fourth', '  5 | fifth'].join('\n'),
  );
});

test('a code frame ends at the end of the file', () => {
  expect(lines.frame({ line: 6, column: 1 })).toBe(
    ['  4 | fourth', '  5 | fifth', '> 6 | sixth', '    | ^'].join('\n'),
  );
  expect(lines.frame({ line: 7, column: 1 })).toBeUndefined();
});

test('of a very long line only the part around the column is shown', () => {
  const frame = new Lines(`${'a'.repeat(5_000)}X${'b'.repeat(5_000)}`).frame({ line: 1, column: 5_001 }) ?? '';
  const [text = '', caret = ''] = frame.split('\n');
  expect(text.length).toBeLessThan(130);
  expect(text.indexOf('X')).toBe(caret.indexOf('^'));
});
