import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { JsonTree } from '../../src/load/places/json-tree.js';
import { Lines } from '../../src/problems/index.js';

/** Every way down from a node with where it leads; of members of the same name the last one. */
function* waysFrom(node: Node, way: readonly string[] = []): Generator<readonly [way: readonly string[], at: number]> {
  yield [way, node.parent?.type === 'property' ? node.parent.offset : node.offset];
  for (const [index, child] of (node.children ?? []).entries()) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
    if (value !== undefined) yield* waysFrom(value, [...way, key === undefined ? String(index) : key.value]);
  }
}

function offsetOf(text: string, way: readonly string[]): number | undefined {
  let tree: JsonTree | undefined = new JsonTree(text);
  for (const token of way) tree = tree?.child(token);
  return tree?.offset;
}

describe('a node of a JSON text', () => {
  test('is found where a parser finds it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', '  ', '\t'), (value, indent) => {
        const text = `\n ${JSON.stringify(value, null, indent)} `;
        const root = parseTree(text);
        const ways = root === undefined ? [] : [...waysFrom(root)];
        expect(ways.map(([way]) => [way, offsetOf(text, way)])).toEqual(ways);
      }),
    );
  });

  test.each<[name: string, text: string, way: readonly string[], offset: number | undefined]>([
    ['quotation marks and backslashes in texts', String.raw`{"a\"b":"\\","c":"]\\\"}"  ,"d" :1}`, ['d'], 28],
    ['a key with escapes', String.raw`{"\u0061": [1, {"b": 2}]}`, ['a', '1', 'b'], 16],
    ['the last of two with the same name', '{"a":1,"a":2}', ['a'], 7],
    ['the name of what every object has', '{}', ['constructor'], undefined],
    ['a member of a text', '"a"', ['0'], undefined],
    ['an item that is not there', '[1]', ['1'], undefined],
  ])('is found or not: %s', (_name, text, way, offset) => {
    expect(offsetOf(text, way)).toBe(offset);
  });

  test('is found as the parser does by its way', () => {
    const text = '{"paths": {"/a": {"get": {"tags": ["x", "y"]}}}}';
    const root = parseTree(text);
    const way = ['paths', '/a', 'get', 'tags', 1];
    expect(offsetOf(text, way.map(String))).toBe(root && findNodeAtLocation(root, way)?.offset);
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
