import { describe, expect, test } from '@jest/globals';
import { createFileSet } from '../../src/output/index.js';
import { ProblemsError } from '../../src/problems/index.js';

function problemsOf(paths: readonly string[]): string[] {
  try {
    createFileSet(paths.map((path) => [path, 'text\n'] as const));
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe('paths', () => {
  test('are listed by code unit, in any input order', () => {
    const files = createFileSet([
      ['src/b.ts', ''],
      ['README.md', ''],
      ['src/B2.ts', ''],
      ['src/ä.ts', ''],
      ['src/a.ts', ''],
    ]);
    expect([...files.keys()]).toEqual(['README.md', 'src/B2.ts', 'src/a.ts', 'src/b.ts', 'src/ä.ts']);
  });

  test.each([
    ['an ordinary path', ['src/index.ts', 'docs/index.md', '.gitignore', '__proto__/constructor.ts']],
    ['a device name as part of a name', ['console.ts', 'src/auxiliary.ts', 'docs/null.md']],
  ])('%s is accepted', (_name, paths) => {
    expect(problemsOf(paths)).toEqual([]);
  });

  test.each([
    ['an absolute path', '/etc/passwd'],
    ['a way out', '../secrets.ts'],
    ['a way out in the middle', 'src/../../secrets.ts'],
    ['the same folder', 'src/./index.ts'],
    ['an empty segment', 'src//index.ts'],
    ['an empty path', ''],
    ['a folder', 'src/'],
    ['a backslash', 'src\\index.ts'],
    ['a drive', 'c:index.ts'],
    ['a device', 'docs/aux.md'],
    ['a device in capitals', 'CON'],
    ['a numbered device', 'docs/com1.tar.gz'],
    ['a trailing dot', 'docs/page.'],
    ['a trailing space', 'docs/page '],
    ['a NUL', 'docs/a\u0000b'],
    ['a line feed', 'docs/a\nb'],
    ['a question mark', 'docs/why?.md'],
    ['a segment over 255 bytes', `docs/${'ä'.repeat(130)}.md`],
  ])('%s is rejected', (_name, path) => {
    expect(problemsOf([path])).toEqual(['file-path-invalid']);
  });

  test.each([
    ['the same path', ['a.ts', 'a.ts'], 'file-path-twice'],
    ['the path of the manifest', ['.sdkgen.json'], 'file-path-twice'],
    ['paths that differ in case', ['src/User.ts', 'src/user.ts'], 'file-path-case'],
    ['folders that differ in case', ['src/User/a.ts', 'src/user/b.ts'], 'file-path-case'],
    ['paths that differ in normal form', ['\u00e9.ts', 'e\u0301.ts'], 'file-path-case'],
    ['a file and its folder', ['src', 'src/index.ts'], 'file-path-folder'],
    ['a folder and its file', ['src/index.ts', 'src'], 'file-path-folder'],
  ])('%s twice is rejected', (_name, paths, code) => {
    expect(problemsOf(paths)).toEqual([code]);
  });

  test.each(['dist/index.js', 'coverage/a', 'src/node_modules/a.js', 'a.tsbuildinfo', 'docs/.DS_Store'])(
    '%s is rejected, because it would never be compared',
    (path) => {
      expect(problemsOf([path])).toEqual(['file-path-ignored']);
    },
  );

  test('are all reported at once', () => {
    expect(problemsOf(['/a', 'b\\c', 'dist/x'])).toEqual([
      'file-path-invalid',
      'file-path-invalid',
      'file-path-ignored',
    ]);
  });
});

describe('texts', () => {
  test.each([
    ['carriage returns become line feeds', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['a missing last line feed is added', 'a', 'a\n'],
    ['line feeds at the end become one', 'a\n\n\n', 'a\n'],
    ['spaces at the end stay', 'a \n', 'a \n'],
    ['an empty text stays empty', '', ''],
    ['blank lines alone become empty', '\n\n', ''],
  ])('%s', (_name, given, want) => {
    expect(createFileSet([['a.txt', given]]).get('a.txt')).toBe(want);
  });
});
