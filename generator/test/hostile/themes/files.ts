import { accepted, type HostileCase, type HostileTable, refused } from '../case.js';
import { api, fields, operation, text } from '../description.js';

const sound = api({ paths: { '/a': { get: operation('a') } } });
const soundYaml = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n';
const yaml = (code: string, content: string | Uint8Array): HostileCase => refused(code, content, 'api.yaml');
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

function aliases(levels: number, width: number): string {
  const lines = ['x-0: &a0 [lol]'];
  for (let level = 1; level < levels; level += 1) {
    lines.push(
      `x-${level}: &a${level} [${Array(width)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return `${soundYaml}${lines.join('\n')}\n`;
}

function bytes(content: string, ...first: readonly number[]): Uint8Array {
  return Buffer.concat([Buffer.from(first), Buffer.from(content)]);
}

/** Files that are not specs, or larger than any real one. */
export const files: HostileTable = [
  ['empty', refused('file-empty', '')],
  ['white space', refused('file-empty', ' \n\t\n')],
  ['null', refused('file-empty', 'null')],
  ['a list', refused('not-openapi', '[]')],
  ['a text', yaml('not-openapi', 'hello')],
  ['an HTML page', refused('file-not-a-description', '<!DOCTYPE html><html><body>Sign in</body></html>')],
  ['XML', yaml('file-not-a-description', '<?xml version="1.0"?><a/>')],
  ['a picture', refused('file-encoding', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))],
  ['UTF-16, little endian', refused('file-encoding', Buffer.from(`\ufeff${JSON.stringify(sound)}`, 'utf16le'))],
  [
    'UTF-16, big end first',
    refused('file-encoding', Buffer.from(`\ufeff${JSON.stringify(sound)}`, 'utf16le').swap16()),
  ],
  ['Latin-1', refused('file-encoding', Buffer.from(JSON.stringify(api({ 'x-a': 'caf\u00e9' })), 'latin1'))],
  ['a byte order mark', accepted(bytes(JSON.stringify(sound), 0xef, 0xbb, 0xbf))],
  ['a lone surrogate', refused('file-not-unicode', '{"openapi":"3.1.0","x-a":"\\ud800"}')],
  ['a lone surrogate in a name', refused('file-not-unicode', '{"openapi":"3.1.0","\\udfff":1}')],
  ['JSON cut off', refused('json-syntax', JSON.stringify(sound).slice(0, -20))],
  ['YAML cut off', yaml('yaml-syntax', 'openapi: 3.1.0\ninfo: { title: T, vers')],
  ['two documents', yaml('yaml-syntax', `${soundYaml}---\n${soundYaml}`)],
  ['a tab', yaml('yaml-syntax', 'openapi: 3.1.0\ninfo:\n\ttitle: T\n')],
  ['duplicate keys in JSON', accepted('{"openapi":"3.1.0","info":{"title":"T","title":"U","version":"1"},"paths":{}}')],
  ['duplicate keys in YAML', yaml('yaml-syntax', `${soundYaml}paths: {}\n`)],
  [
    'a tag that makes a function',
    yaml('yaml-syntax', `${soundYaml}x-a: !!js/function "function () { globalThis.pwned = 1; }"\n`),
  ],
  ['a tag that makes an object', yaml('yaml-syntax', `${soundYaml}x-a: !!python/object/apply:os.system ["true"]\n`)],
  ['bytes in YAML', yaml('yaml-syntax', `${soundYaml}x-a: !!binary aGVsbG8=\n`)],
  ['not a number', yaml('file-not-json', `${soundYaml}x-a: .nan\n`)],
  ['keys that are lists', accepted(`${soundYaml}? [a, b]\n: c\n`)],
  ['an alias of itself', yaml('file-alias-cycle', `${soundYaml}x-a: &a [*a]\n`)],
  ['exponential aliases', yaml('file-alias-bomb', aliases(9, 9))],
  ['aliases of aliases', yaml('file-alias-bomb', aliases(60, 2))],
  [
    'exponential merges',
    yaml(
      'yaml-syntax',
      `${soundYaml}x-0: &a0 {${Array.from({ length: 200 }, (_, index) => `k${index}: 1`).join(', ')}}\n${Array.from({ length: 2000 }, (_, index) => `x-m${index}: { <<: *a0 }`).join('\n')}\n`,
    ),
  ],
  [
    '3,000 levels of JSON',
    refused(
      'file-too-deep',
      JSON.stringify(sound)
        .replace('}', `},"x-a":${nested(3000)}`)
        .replace('}}', '}}'),
    ),
  ],
  ['3,000 levels of YAML', yaml('yaml-syntax', `${soundYaml}x-a: ${nested(3000)}\n`)],
  ['100,000 levels', refused('file-too-deep', nested(100_000))],
  ['3,000 levels of schemas', refused('file-too-deep', deepText(3000))],
  ['240 levels of schemas', accepted(fields({ a: deep(240) }))],
  ['Swagger 2', refused('version-unsupported', { swagger: '2.0', info: { title: 'T', version: '1' }, paths: {} })],
  ['an unknown version', refused('version-unsupported', { ...sound, openapi: '4.0.0' })],
  ['a version that is a number', accepted({ ...sound, openapi: 3.1 })],
  ['no version', refused('not-openapi', { info: { title: 'T', version: '1' }, paths: {} })],
  [
    'a Postman collection',
    refused('not-openapi', {
      info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [],
    }),
  ],
  [
    'parts of the wrong kind',
    refused('structure-invalid', { openapi: '3.1.0', info: [], paths: 'none', components: 5 }),
  ],
  [
    'a text of 50 MB',
    heavy(refused('source-too-large', JSON.stringify(api({ 'x-a': 'long text '.repeat(5 * 2 ** 20) })))),
  ],
];

function deepText(levels: number): string {
  const [start, end] = ['{"type":"object","properties":{"a":', '}}'];
  const schema = `${start.repeat(levels)}{"type":"string"}${end.repeat(levels)}`;
  return JSON.stringify(fields({})).replace('"properties":{}', `"properties":{"a":${schema}}`);
}

function deep(levels: number): object {
  let schema: object = text();
  for (let level = 0; level < levels; level += 1) schema = { type: 'object', properties: { a: schema } };
  return schema;
}

function heavy(hostile: HostileCase): HostileCase {
  return { ...hostile, isHeavy: true };
}
