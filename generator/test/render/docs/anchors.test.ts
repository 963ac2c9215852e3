import { expect, test } from '@jest/globals';
import { Anchors } from '../../../src/render/docs/anchors.js';

test('anchors are those that Markdown renderers create for headings', () => {
  const anchors = new Anchors();
  const headings = [
    'Types',
    'getOG',
    'Example: A title, with (marks)!',
    'Example',
    'Example',
    'example',
    'Größe `x`',
    'user_name',
    '🚀',
  ];
  expect(headings.map((heading) => anchors.take(heading))).toEqual([
    'types',
    'getog',
    'example-a-title-with-marks',
    'example',
    'example-1',
    'example-2',
    'größe-x',
    'user_name',
    '',
  ]);
});
