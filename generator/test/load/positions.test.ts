import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Node, parseTree } from 'jsonc-parser';
import { Positions } from '../../src/load/places/positions.js';
import { parseText } from '../../src/load/read/parse.js';
import { Lines, type Position } from '../../src/problems/index.js';

/** Every path from a node with its target; of members of the same name the last one. */
function* waysFrom(node: Node, way: readonly string[] = []): Generator<readonly [way: readonly string[], at: number]> {
  yield [way, node.parent?.type === 'property' ? node.parent.offset : node.offset];
  for (const [index, child] of (node.children ?? []).entries()) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
    if (value !== undefined) yield* waysFrom(value, [...way, key === undefined ? String(index) : key.value]);
  }
}

function positionIn(text: string, syntax: 'json' | 'yaml'): (way: readonly string[]) => Position {
  const positions = new Positions();
  const file = { id: 'api', name: 'api', text, sha256: '', syntax, value: null };
  return (way) => positions.of(file, way);
}

describe('a node of a JSON text', () => {
  test('has the position that a JSON parser finds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', '  ', '\t'), (value, indent) => {
        const text = `\n ${JSON.stringify(value, null, indent)} `;
        fc.pre(!/[\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u.test(text)); // What YAML does not print.
        const root = parseTree(text);
        const ways = root === undefined ? [] : [...waysFrom(root)];
        const find = positionIn(text, 'json');
        const lines = new Lines(text);
        if (/^\s*[{[]/.test(text))
          expect(ways.map(([way]) => find(way))).toEqual(ways.map(([, at]) => lines.position(at)));
      }),
    );
  });

  test.each<[name: string, text: string, way: readonly string[], column: number]>([
    ['quotation marks and backslashes in texts', String.raw`{"a\"b":"\\","c":"]\\\"}"  ,"d" :1}`, ['d'], 29],
    ['a key with escapes', String.raw`{"\u0061": [1, {"b": 2}]}`, ['a', '1', 'b'], 17],
    ['the last of two with the same name', '{"a":1,"a":2}', ['a'], 8],
    ['the name of what every object has', '{}', ['constructor'], 1],
    ['a member of a text', '["a"]', ['0', '0'], 2],
    ['an item that is not there', '[1]', ['1'], 1],
    ['behind a control character', '{"a": "\u0080", "b": 1}', ['b'], 12],
  ])('is found, or its parent: %s', (_name, text, way, column) => {
    expect(positionIn(text, 'json')(way)).toEqual({ line: 1, column });
  });

  test('has a position in a text that is nested too deeply', () => {
    const text = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(positionIn(text, 'json')(Array.from({ length: 1_000 }, () => '0'))).toEqual({ line: 1, column: 1_001 });
  });
});

describe('a node of a YAML text', () => {
  test.each<[name: string, text: string, way: readonly string[], at: string]>([
    ['a list', 'a:\n  - b\n  - # what\n    c: 1\n', ['a', '1', 'c'], '4:5'],
    ['a list in its key’s column', 'a:\n- b\n- c: 1\n  d: 2\n', ['a', '1', 'd'], '4:3'],
    ['lists in lists', '- - a\n  - b\n', ['0', '1'], '2:5'],
    ['flow style', 'a: { b: [1, { c: 2 }] }\n', ['a', 'b', '1', 'c'], '1:15'],
    ['a key without a value', 'a:\nb: { c, d: 1 }\n', ['b', 'd'], '2:9'],
    ['keys that are marked', '? a\n: b\n? c\n: d: 1\n', ['c', 'd'], '4:3'],
    ['quoted keys', '"a: b": 1\n\'c\': { d: 1 }\n', ['c', 'd'], '2:8'],
    ['keys that are numbers', '200: 1\n0x10: 2\n', ['16'], '2:1'],
    ['an anchor and its alias', 'a: &x\n  b: 1\nc: *x\n', ['c', 'b'], '2:3'],
    ['an anchor on a key', '&x a: 1\nb: *x\n', ['b'], '2:1'],
    ['pairs in a list', '[a: 1, b]\n', ['1'], '1:8'],
    ['texts of several lines', 'a: |\n  b: 1\nc: >\n  d\ne: f\n  g\nh: 1\n', ['h'], '7:1'],
    ['texts that look like something else', 'a: "b: c"\nd: -e\nf: http://x#y # w: v\ng: 1\n', ['g'], '4:1'],
    ['comments', '# a\n---\n# b: c\na: 1 # d: e\n# f\nb: 2\n', ['b'], '6:1'],
    ['a merge key', 'a: &x { b: 1 }\nc:\n  <<: *x\n  d: 1\n', ['c', 'b'], '2:1'],
    ['the whole', '# a\nb: 1\n', [], '1:1'],
  ])('is found, or its parent: %s', (_name, text, way, at) => {
    const { line, column } = positionIn(text, 'yaml')(way);
    expect(`${line}:${column}`).toBe(at);
  });

  test('has a position in every valid text', () => {
    const words = fc.constantFrom(
      'a',
      'b: ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '&x ',
      '*x',
      '? ',
      '"',
      '#',
      '|',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        if (!parseText(text, 'api.yaml').ok) return;
        const { line, column } = positionIn(text, 'yaml')(['a', '0', 'b']);
        expect(line >= 1 && column >= 1).toBe(true);
      }),
    );
  });
});

test('lines end with LF, CR LF or CR', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r') });
  fc.assert(
    fc.property(texts, (text) => {
      const lines = new Lines(text);
      const expected = text.split(/\r\n|\r|\n/);
      expect(expected.map((_, index) => lines.line(index + 1))).toEqual(expected);
      expect(lines.line(expected.length + 1)).toBeUndefined();
    }),
  );
});
