import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Edit, withEdits } from '../../src/adopt/edits.js';
import { YamlEditor } from '../../src/adopt/yaml-edit.js';

const remove = (...tokens: string[]): Edit => ({ tokens, value: undefined });
const set = (value: string, ...tokens: string[]): Edit => ({ tokens, value });

test.each<readonly [string, string, readonly Edit[], string]>([
  [
    'a list whose first item has an anchor with a hyphen',
    'a:\n  - &house-cat cat\n  - dog\n',
    [set('hen', 'a', '-')],
    'a:\n  - &house-cat cat\n  - dog\n  - hen\n',
  ],
  [
    'an item below its anchor and comment',
    'a:\n  - x: 1\n  # above\n  - &b # of it\n    x: 2\n  - x: 3\n',
    [remove('a', '1')],
    'a:\n  - x: 1\n  - x: 3\n',
  ],
  ['the first item on the line of another dash', '- - a\n  - b\n- c\n', [remove('0', '0')], '- - b\n- c\n'],
  [
    'a field below a text that ends with a heading',
    'a:\n  b: |\n    # Heading\n  # above\n  c: 1\n',
    [remove('a', 'c')],
    'a:\n  b: |\n    # Heading\n',
  ],
  [
    'the last two of fields between blank lines',
    'a:\n  b: 1\n\n  c: 2\n\n  d: 3\n',
    [remove('a', 'c'), remove('a', 'd')],
    'a:\n  b: 1\n',
  ],
  [
    'fields at the end of two objects',
    'a:\n  b:\n    c: 1\n',
    [set('2', 'a', 'e'), set('3', 'a', 'b', 'd')],
    "a:\n  b:\n    c: 1\n    d: '3'\n  e: '2'\n",
  ],
])('%s', (_, text, edits, expected) => {
  expect(new YamlEditor(text).edit(edits)).toEqual({ text: expected, refused: [] });
  expect(parse(expected)).toEqual(withEdits(parse(text), edits));
});
