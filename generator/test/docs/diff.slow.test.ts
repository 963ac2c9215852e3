import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { RULES, type Rule } from '../../src/diff/index.js';
import { runCommand } from '../cli/command.js';
import { newFolder } from '../folder.js';

const page = readFileSync('generator/docs/diff.md', 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text ?? '');
const folder = newFolder('diff-page');

beforeAll(() => {
  const [old = '', changed = ''] = blocks('yaml');
  writeFileSync(join(folder, 'old.yaml'), old);
  writeFileSync(join(folder, 'new.yaml'), changed);
});

function rowOf([id, { request, reply, seenBy, meaning }]: readonly [string, Rule]): string {
  const severity = request === reply ? request : `${request} in a request, ${reply} in a response`;
  const seen = seenBy === 'service' && severity !== 'compatible' ? ' Only detected at run time.' : '';
  return `| \`${id}\` | ${severity} | ${meaning}${seen} |`;
}

test('the page about comparisons lists all rules with their severities', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(Object.entries(RULES).map(rowOf));
});

test('its example is printed as shown', async () => {
  const table = await runCommand(folder, 'diff', 'old.yaml', 'new.yaml');
  const markdown = await runCommand(folder, 'diff', 'old.yaml', 'new.yaml', '--markdown');
  const [shownTable] = blocks('text');
  const [shownMarkdown] = blocks('markdown');
  expect(table).toMatchObject({ code: 0, stderr: '' });
  expect(table.stdout).toBe(shownTable);
  expect(markdown.stdout).toBe(shownMarkdown);
});
