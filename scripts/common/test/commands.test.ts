import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const pages = ['README.md', 'CONTRIBUTING.md'].map((file) => readFileSync(file, 'utf8')).join('\n');

/** Run by npm itself. */
const LIFECYCLE = ['prepare'];

const named = new Set(
  [...pages.matchAll(/\bnpm (?:run\s+(?:--silent )?([a-z][\w:-]*)|(test)\b)/g)].map(
    ([, script, test]) => script ?? test,
  ),
);

test('README and CONTRIBUTING mention every script', () => {
  const untold = Object.keys(scripts).filter((script) => !named.has(script) && !LIFECYCLE.includes(script));
  expect(untold).toEqual([]);
});

test('every file that a script runs exists', () => {
  const files = Object.values(scripts).flatMap((script) => script.match(/\b(?:scripts|generator)\/[\w./-]+/g) ?? []);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(() => readFileSync(file)).not.toThrow();
});
