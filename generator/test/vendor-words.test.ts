import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that works for any API. What is specific to one service is in its add-on, and in the module of its hooks. */
const folders = [
  'generator/src',
  ...['client', 'docs', 'naming', 'package', 'partials', 'runtime', 'tests', 'types'].map(
    (name) => `templates/${name}`,
  ),
];
const hooksModule = 'generator/src/addons/stream.ts';

/** What only this service has: its extensions, filters, times, errors, headers, secrets and events. */
const vendorWords: readonly RegExp[] = [
  /x-stream|stream-auth|getstream/i,
  /\$(?:autocomplete|nin|nor|q)\b/,
  /nanosecond/i,
  /\bStatusCode\b/,
  /exception_?fields/i,
  /more_?info/i,
  /x-ratelimit|x-request-id/i,
  /api_?secret/i,
  /\b(?:message|reaction|channel|member|user)\.(?:new|updated|deleted|created|banned)\b/,
  /\b(?:channel|call)_?cids?\b/i,
];

function filesOf(folder: string): string[] {
  return (
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
      // Tests of the runtime send such names as data.
      .filter((path) => !path.startsWith('templates/runtime/test/'))
  );
}

function vendorWordsIn(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = vendorWords.flatMap((word) => word.exec(line)?.[0] ?? []);
    return found.map((word) => `${path}:${index + 1} ${word}`);
  });
}

describe('generic code', () => {
  test('contains no word of one service', () => {
    const paths = folders.flatMap(filesOf).filter((path) => path !== hooksModule);
    const found = paths.flatMap((path) => vendorWordsIn(path, readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([]);
  });

  test('is searched in all its folders', () => {
    for (const folder of folders) expect(filesOf(folder).length).toBeGreaterThan(0);
  });

  test.each([
    ["const key = 'x-stream-filter-fields';", 'x-stream'],
    ["headers.get('X-RateLimit-Limit')", 'X-RateLimit'],
    ["['$autocomplete', 'string']", '$autocomplete'],
    ['{ StatusCode: status }', 'StatusCode'],
    ['body.exception_fields', 'exception_fields'],
    ['/** In nanoseconds. */', 'nanosecond'],
    ["case 'message.new':", 'message.new'],
    ['options.apiSecret', 'apiSecret'],
  ])('%s is found', (line, word) => {
    expect(vendorWordsIn('a.ts', `\n${line}`)).toEqual([`a.ts:2 ${word}`]);
  });
});
