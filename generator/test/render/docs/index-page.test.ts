import { expect, test } from '@jest/globals';
import { cutDescription } from '../../../src/render/docs/index-page.js';

const table: readonly (readonly [name: string, description: string, lead: string, about: string])[] = [
  ['one paragraph is all lead', 'All\nabout pets.', 'All\nabout pets.', ''],
  ['what follows an empty line can wait', 'Pets.\r\n  \r\n# More\n\nOf them.', 'Pets.', '# More\n\nOf them.'],
  ['a heading begins no lead', '# Pets\n\nAll about them.', '', '# Pets\n\nAll about them.'],
  ['an underlined heading neither', 'Pets\n====\n\nAll.', '', 'Pets\n====\n\nAll.'],
  ['a list in the first paragraph keeps it whole', 'Pets:\n- cats\n\n- dogs', '', 'Pets:\n- cats\n\n- dogs'],
  ['code in the first paragraph keeps it whole', 'Say:\n```\na\n\nb\n```', '', 'Say:\n```\na\n\nb\n```'],
  ['nothing is nothing', '', '', ''],
];

test.each(table)('%s', (_, description, lead, about) => {
  expect(cutDescription(description)).toEqual({ lead, about });
});
