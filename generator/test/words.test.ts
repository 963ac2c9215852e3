import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** Wording that the project avoids, with what to write instead. The glossary is in CONTRIBUTING.md. */
const WORDS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b(?:is|are|was|were) told\b/, 'is reported, receives'],
  [/\btells? (?:it|them|[a-z]+ [a-z]+) apart\b/, 'distinguishes'],
  [/\b(?:(?<!\b(?:is|are|was|were) )told|tells of)\b/, 'reported, contains'],
  [
    /(?<![Tt]here )\b(?:is|are) no (?:text|list|object|number|string|file|name|parameter|identifier|boolean|rename|value|error|call|instance|field|base64|JSON|UTF-8)s?\b/,
    'is not a ...',
  ],
  [/\bmend(?:s|ed|ing)?\b/, 'repair, fix'],
  [/\bwhom (?:it|a change)\b/, 'who is affected'],
  [/\bof (?:its|their) own\b/, 'own, separate'],
  [/\bin the same breath\b/, 'synchronously'],
  [/\b(?:anew|in silence|goes round|whoever)\b/, 'again, silently, forms a cycle, the user'],
  [/\ball the same\b/, 'nevertheless, anyway'],
  [/\bwithout a word\b/, 'silently'],
  [/\b(?:it|that|which|what|this) (?:stands|lies|lives)\b/, 'is'],
  [/\bas (?:it|they) stands?\b/, 'unchanged, literally'],
  [/\bas (?:it|they) came\b/, 'unchanged, as received'],
  [/\b(?:is|are|was|were|be) asked for\b/, 'is requested, is fetched'],
  [/\btried again\b/, 'retried'],
  [/\b(?:another|each|every) try\b/, 'a retry, each attempt'],
  [/\bhas no place in\b/, 'does not belong in'],
  [/\bof no use\b/, 'cannot succeed, is not used'],
  [/\bone (?:word|thing) too many\b/, 'unexpected'],
  [/\bwhat concerns\b/, 'for, about'],
  [/\bcomes? out empty\b/, 'renders empty'],
  [/\b(?:OpenAPI|API) descriptions?\b/, 'OpenAPI document, spec'],
  [/\b(?:reply|response|server|signal|caller) says\b/, 'contains, returns, requires'],
  [
    /^\s*(?:test|describe)\(.*\b(?:refuses|(?:is|are) refused|tells|knows|mends|is taken)\b/,
    'rejects, accepts, reports',
  ],
];

const TEXT = /\.(?:[cm]?[jt]s|md|hbs|ya?ml|json)$/;
/** Output, quotations, and documents that are test input. */
const EXCLUDED =
  /^(?:packages\/|package-lock|scripts\/[a-z0-9]+\/package-lock|generator\/test\/fixtures\/|generator\/test\/words)/;

function findWords(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    WORDS.filter(([pattern]) => pattern.test(line)).map(([pattern, instead]) => {
      return `${file}:${index + 1}: "${pattern.exec(line)?.[0]}", write: ${instead}`;
    }),
  );
}

test('the sources, tests and docs contain none of the phrases', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
  const texts = files.filter((file) => TEXT.test(file) && !EXCLUDED.test(file) && existsSync(file));
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.flatMap((file) => findWords(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test('reports a phrase with its line', () => {
  expect(findWords('a.ts', 'const a = 1;\n/** Whoever is told that a file is no text mends it. */')).toEqual([
    'a.ts:2: "is told", write: is reported, receives',
    'a.ts:2: "is no text", write: is not a ...',
    'a.ts:2: "mends", write: repair, fix',
  ]);
});
