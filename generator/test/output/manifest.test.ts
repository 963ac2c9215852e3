import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createFileSet } from '../../src/output/index.js';
import { manifestOf, manifestUnderWay, NO_MANIFEST, parseManifest } from '../../src/output/manifest.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the manifest', () => {
  const files = createFileSet([
    ['src/b.ts', 'b\n'],
    ['README.md', 'äöü\n'],
  ]);

  test('has one line per file, in the order of the paths', () => {
    expect(manifestOf(files).text).toBe(
      [
        '{',
        '  "format": 1,',
        '  "files": {',
        `    "README.md": "${hash('äöü\n')}",`,
        `    "src/b.ts": "${hash('b\n')}"`,
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('is read as it was written', () => {
    const manifest = parseManifest(manifestOf(files).text);
    expect(manifest?.isFinal).toBe(true);
    expect([...(manifest?.hashes ?? [])]).toEqual([
      ['README.md', new Set([hash('äöü\n')])],
      ['src/b.ts', new Set([hash('b\n')])],
    ]);
  });

  test('of an unfinished run lists the old and the new files, also after several such runs', () => {
    const first = manifestUnderWay(NO_MANIFEST, manifestOf(files));
    const second = createFileSet([['src/b.ts', 'b 2\n']]);
    const manifest = parseManifest(manifestUnderWay(parseManifest(first) ?? NO_MANIFEST, manifestOf(second)));
    expect(manifest?.isFinal).toBe(false);
    expect(manifest?.hashes).toEqual(
      new Map([
        ['README.md', new Set([hash('äöü\n')])],
        ['src/b.ts', new Set([hash('b\n'), hash('b 2\n')])],
      ]),
    );
  });

  const line = (path: string, value: unknown = hash('')) => JSON.stringify({ format: 1, files: { [path]: value } });
  test.each([
    ['text that is not JSON', '<<<<<<< ours\n'],
    ['another format', '{"format": 2, "files": {}}'],
    ['a list', '[]'],
    ['a null', 'null'],
    ['no files', '{"format": 1}'],
    ['a list of files', '{"format": 1, "files": []}'],
    ['a path that leads out', line('../../etc/passwd')],
    ['an absolute path', line('/etc/passwd')],
    ['a value that is not a hash', line('a.ts', 'abc')],
    ['a value that is not a string', line('a.ts', 1)],
    ['an empty list of hashes', line('a.ts', [])],
    ['a list with something else', line('a.ts', [hash(''), 1])],
  ])('%s is not a manifest', (_name, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });
});
