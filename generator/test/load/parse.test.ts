import { describe, expect, jest, test } from '@jest/globals';
import { decodeText, parseText } from '../../src/load/read/parse.js';

describe('valid texts', () => {
  const cases: readonly [string, string, unknown][] = [
    ['JSON', '{"a": [1, "x", null, true]}', { a: [1, 'x', null, true] }],
    ['YAML', 'a: [1, x, null, true]\n', { a: [1, 'x', null, true] }],
    ['JSON with a line break before it', '\n {"a": 1}', { a: 1 }],
    ['YAML in flow style', '{a: 1, b: [x]}', { a: 1, b: ['x'] }],
    [
      'a timestamp as a string',
      'a: 2020-01-01\nb: 2020-01-01T10:00:00Z\n',
      { a: '2020-01-01', b: '2020-01-01T10:00:00Z' },
    ],
    ['yes, no, on and off as strings', 'a: yes\nb: no\nc: on\nd: off\n', { a: 'yes', b: 'no', c: 'on', d: 'off' }],
    ['octal only as 0o', 'a: 0o17\nb: 1_000\nc: 1:30\n', { a: 15, b: '1_000', c: '1:30' }],
    ['keys of other types as strings', '200: a\ntrue: b\nnull: c\n', { 200: 'a', true: 'b', null: 'c' }],
    ['anchors and aliases', 'a: &x { b: 1 }\nc: *x\n', { a: { b: 1 }, c: { b: 1 } }],
    ['merge keys', 'a: &x { b: 1, c: 2 }\nd: { <<: *x, c: 3 }\n', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ['an integer that is too large for a double, rounded', '{"a": 9007199254740993}', { a: 9007199254740992 }],
    ['a large YAML integer, rounded', 'a: 9007199254740993', { a: 9007199254740992 }],
    ['a leading document marker', '---\na: 1\n', { a: 1 }],
  ];
  test.each(cases)('%s', (_, text, value) => {
    expect(parseText(text, 'api')).toMatchObject({ ok: true, value });
  });

  test('names such as __proto__ are keys like any other', () => {
    for (const text of ['{"__proto__": {"a": 1}, "constructor": 2}', '__proto__: { a: 1 }\nconstructor: 2\n']) {
      const parsed = parseText(text, 'api');
      expect(parsed.ok && Object.entries(parsed.value ?? {})).toEqual([
        ['__proto__', { a: 1 }],
        ['constructor', 2],
      ]);
    }
  });
});

describe('invalid texts', () => {
  const deep = (open: string, close: string): string => open.repeat(1_500) + close.repeat(1_500);
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
  for (let level = 1; level < 10; level += 1) {
    bomb.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(10)}]`);
  }
  const cases: readonly [string, string, string, RegExp][] = [
    ['an empty file', '', 'file-empty', /empty/],
    ['blanks', ' \n\n', 'file-empty', /empty/],
    ['nothing but comments', '# nothing\n', 'file-empty', /no value/],
    ['HTML', '\n<!DOCTYPE html><html></html>', 'file-not-a-description', /HTML/],
    ['a key twice in YAML', 'a: 1\nb: 2\na: 3\n', 'yaml-syntax', /duplicated/],
    ['a custom tag', 'a: !thing 1\n', 'yaml-syntax', /unknown tag/],
    ['bytes in YAML', 'a: !!binary aGk=\n', 'yaml-syntax', /unknown tag/],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml-syntax', /tab/],
    ['an unknown alias', 'a: *b\n', 'yaml-syntax', /alias/],
    ['two documents', 'a: 1\n---\nb: 2\n', 'yaml-syntax', /single document/],
    ['an alias bomb', bomb.join('\n'), 'file-alias-bomb', /aliases/],
    ['an alias of itself', 'a: &x [*x]\n', 'file-alias-cycle', /itself/],
    ['NaN', 'a: .nan\n', 'file-not-json', /NaN/],
    ['infinity', 'a: -.inf\n', 'file-not-json', /Infinity/],
    ['a JSON number beyond a double', '{"a": {"b": 1e999}}', 'file-not-json', /Infinity/],
    ['deep JSON', deep('[', ']'), 'file-too-deep', /1000 levels/],
    ['very deep JSON', '['.repeat(200_000) + ']'.repeat(200_000), 'file-too-deep', /1000 levels/],
    ['deep YAML', `- ${deep('[', ']')}`, 'yaml-syntax', /./],
    ['very deep broken JSON', '['.repeat(200_000), 'json-syntax', /./],
  ];
  test.each(cases)('%s', (_, text, code, message) => {
    const parsed = parseText(text, 'api');
    expect(parsed).toMatchObject({ ok: false, fault: { code, message: expect.stringMatching(message) } });
  });

  const offsets: readonly [string, string, string, number][] = [
    ['a missing comma in JSON', 'api.json', '{"a": 1 "b": 2}', 8],
    ['a trailing comma in JSON', 'api.json', '{"a": 1,}', 8],
    ['a comment in JSON', 'api.json', '{"a": 1 /* x */}', 8],
    ['a key twice in YAML', 'api.yaml', 'a: 1\na: 2', 5],
    ['an unclosed list', 'api.yaml', 'a: [1, 2\n', 9],
  ];
  test.each(offsets)('%s is reported with its place', (_, name, text, offset) => {
    expect(parseText(text, name)).toMatchObject({ ok: false, fault: { offset } });
  });

  test('a number that JSON does not support is reported with its pointer', () => {
    expect(parseText('a:\n  - 1\n  - .nan\n', 'api')).toMatchObject({ ok: false, fault: { tokens: ['a', '1'] } });
  });
});

describe('encodings', () => {
  test('UTF-8 is accepted, with and without a byte order mark', () => {
    expect(decodeText(Buffer.from('a: ü'))).toEqual({ text: 'a: ü' });
    expect(decodeText(Buffer.from('\ufeffa: ü'))).toEqual({ text: 'a: ü' });
  });

  const cases: readonly [string, Uint8Array, RegExp][] = [
    ['UTF-16 with a mark', Buffer.from('\ufeff{"a": 1}', 'utf16le'), /UTF-16/],
    ['UTF-16 without a mark', Buffer.from('{"a": 1}', 'utf16le'), /UTF-16/],
    ['UTF-16 in the other order', Buffer.from('\ufeff{"a": 1}', 'utf16le').swap16(), /UTF-16/],
    ['Latin 1', Buffer.from('a: ü', 'latin1'), /UTF-8/],
    ['bytes', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), /UTF-8/],
  ];
  test.each(cases)('%s is rejected', (_, bytes, message) => {
    expect(decodeText(bytes)).toMatchObject({
      fault: { code: 'file-encoding', message: expect.stringMatching(message) },
    });
  });
});

test('an error of the generator is not reported as a fault of the text', () => {
  const { entries } = Object;
  const broken = jest.spyOn(Object, 'entries').mockImplementation((value: object) => {
    if (Object.hasOwn(value, '/boom')) throw new TypeError('a bug of the generator');
    return entries(value);
  });
  try {
    expect(() => parseText('{"paths": {"/boom": {}}}', 'api.json')).toThrow('a bug of the generator');
    expect(() => parseText('paths: { /boom: {} }', 'api.yaml')).toThrow('a bug of the generator');
  } finally {
    broken.mockRestore();
  }
});
