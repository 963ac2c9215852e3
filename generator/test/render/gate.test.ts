import { describe, expect, test } from '@jest/globals';
import { passGate } from '../../src/render/gate.js';
import { shapeOf } from '../hostile/shape.js';

const passes = async (path: string, text: string) => passGate([{ folder: 'a-client', files: [[path, text]] }]);

describe('the gate', () => {
  test.each([
    ['src/a.ts', "export const a = 'it's';\n"],
    ['test/run.mjs', 'const a = {\n'],
    ['package.json', '{ "a": 1, }'],
  ])('rejects and names a %s that does not parse', async (path, text) => {
    await expect(passes(path, text)).rejects.toMatchObject({
      problems: [{ code: 'output-broken', severity: 'error', file: `a-client/${path}` }],
    });
  });

  test('accepts files that parse, and other kinds of text', async () => {
    await passes('src/a.ts', "export const a: string = 'a';\n");
    await passes('README.md', "it's {");
  });

  test('does not parse again a file that has passed before', async () => {
    const files: [string, string][] = [
      ['src/a.ts', "'"],
      ['src/b.ts', "'"],
    ];
    const pass = () =>
      passGate([{ folder: 'a', files }], (folder, path, text) => `${folder}/${path} ${text}` === "a/src/a.ts '");
    await expect(pass()).rejects.toMatchObject({ problems: [{ file: 'a/src/b.ts' }] });
  });
});

describe('comparing the shapes of two files', () => {
  test.each([
    ['the same for other texts', "const a = { b: 'c' }; // d", "const e = { 'f-g': 'h' };", true],
    ['different for code in the place of a text', "f('a');", "f('' + a + '');", false],
    ['different for a tag in a comment', '/** A text. */\nconst a = 1;', '/** @internal */\nconst a = 1;', false],
  ])('finds %s', (_name, left, right, same) => {
    expect(shapeOf('a.ts', left) === shapeOf('a.ts', right)).toBe(same);
  });
});
