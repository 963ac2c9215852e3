import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { COMMANDS, isCommand } from '../../src/cli/commands.js';

interface Mention {
  /** File and line. */
  readonly place: string;
  readonly text: string;
}

const TEXT = /\.(?:md|hbs|ts|mjs|ya?ml)$/;
/** Output, and tests, whose commands are input. */
const EXCLUDED = /^packages\/|\/test\/|^templates\/tests\//;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => TEXT.test(file) && !EXCLUDED.test(file) && existsSync(file))
  .map((file): [path: string, text: string] => [file, readFileSync(file, 'utf8')]);
const markdown = files.filter(([path]) => path.endsWith('.md'));

function mentions(texts: typeof files, pattern: RegExp): Mention[] {
  return texts.flatMap(([path, text]) =>
    [...text.matchAll(pattern)].map((match) => ({
      place: `${path}:${text.slice(0, match.index).split('\n').length}`,
      text: match[1] ?? '',
    })),
  );
}

/** Of the project, of a generated client, and of a workspace that `sdkgen init` writes. */
function knownScripts(): ReadonlySet<string> {
  const manifests = ['package.json', 'packages/chat-client/package.json'];
  const own = manifests.flatMap((path) => Object.keys(JSON.parse(readFileSync(path, 'utf8')).scripts));
  const inits = [...readFileSync('generator/src/init/workspace.ts', 'utf8').matchAll(/^ {4}(\w+): `sdkgen /gm)];
  return new Set([...own, ...inits.flatMap(([, name = '']) => [name, `sdk:${name}`])]);
}

function findUnknownScripts(texts: typeof files): string[] {
  const scripts = knownScripts();
  const named = mentions(texts, /\b(?:npm|pnpm|yarn) run (?:--silent )?([a-z\d:]+(?:-[a-z]+)*)/g);
  return named.flatMap(({ place, text }) => (scripts.has(text) ? [] : [`${place}: npm run ${text}`]));
}

function findUnknownFlags(texts: typeof files): string[] {
  // To the end of the code, string or line.
  return mentions(texts, /(?<=[`'"]|^|npx )sdkgen ([a-z]+(?: [^\n`'"]*)?)/gm).flatMap(({ place, text }) => {
    const [name, ...rest] = text.split(' ');
    if (!isCommand(name)) return [`${place}: sdkgen ${name}`];
    const known: readonly string[] = COMMANDS[name].flags;
    const flags = rest.flatMap((word) => /^--([a-z\d-]+)/.exec(word)?.[1] ?? []);
    return flags.flatMap((flag) =>
      known.includes(flag) || flag === 'help' ? [] : [`${place}: sdkgen ${name} --${flag}`],
    );
  });
}

/** `sdkgen` is installed in a project: pasted alone, it is not found. */
function findBareCommands(texts: typeof files): string[] {
  const bare = mentions(texts, /(?<=^```sh\n(?:(?!```).*\n)*)(sdkgen .*)$/gm);
  return bare.map(({ place, text }) => `${place}: ${text}`);
}

function findMissingPaths(texts: typeof files): string[] {
  // Upper case is a placeholder.
  const paths = mentions(texts, /`((?:generator|templates|scripts|spec|packages|\.github|\.ci)\/[\w./@-]+)`/g);
  return paths.flatMap(({ place, text }) =>
    existsSync(text) || /\b[A-Z]+\.md$/.test(text) ? [] : [`${place}: ${text}`],
  );
}

function findDeadLinks(texts: typeof files): string[] {
  const links = mentions(texts, /\]\((?!https?:|mailto:)([^)\s]+)\)/g);
  return links.flatMap(({ place, text }) => {
    const [path = '', anchor] = text.split('#');
    const [file = ''] = place.split(':');
    const target = path === '' ? file : join(dirname(file), path);
    if (!existsSync(target)) return [`${place}: ${text}`];
    if (anchor === undefined) return [];
    return anchorsOf(readFileSync(target, 'utf8')).has(anchor) ? [] : [`${place}: ${text}`];
  });
}

/** As GitHub forms them from headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  return new Set(headings.map((heading) => heading.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-')));
}

test('scripts mentioned in docs and messages exist', () => {
  expect(findUnknownScripts(files)).toEqual([]);
  expect(findUnknownScripts([['a.md', 'text\n`npm run missing`']])).toEqual(['a.md:2: npm run missing']);
});

test('commands and flags mentioned in docs and messages exist', () => {
  expect(findUnknownFlags(files)).toEqual([]);
  expect(findUnknownFlags([['a.md', '`sdkgen fly` `sdkgen diff OLD NEW --port 1`']])).toEqual([
    'a.md:1: sdkgen fly',
    'a.md:1: sdkgen diff --port',
  ]);
});

test('commands in shell blocks work when pasted', () => {
  expect(findBareCommands(markdown)).toEqual([]);
  expect(findBareCommands([['a.md', '```\nsdkgen a\n```\n```sh\nsdkgen b\n```']])).toEqual(['a.md:5: sdkgen b']);
});

test('files mentioned in the docs exist', () => {
  expect(findMissingPaths(markdown)).toEqual([]);
  expect(findMissingPaths([['a.md', '`generator/nowhere.ts`']])).toEqual(['a.md:1: generator/nowhere.ts']);
});

test('links in the docs point to existing files and headings', () => {
  expect(findDeadLinks(markdown)).toEqual([]);
  expect(findDeadLinks([['README.md', '[a](nowhere.md) [b](#nowhere)']])).toEqual([
    'README.md:1: nowhere.md',
    'README.md:1: #nowhere',
  ]);
});
