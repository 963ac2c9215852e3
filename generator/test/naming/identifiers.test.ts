import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import {
  isIdentifier,
  isReservedWord,
  toDeclarationName,
  toIdentifier,
  toMemberName,
} from '../../src/naming/identifiers.js';

const texts = [
  'name',
  'größe',
  '3d',
  'a-b',
  'a b',
  '',
  '🚀',
  '用户',
  'a\u2028b',
  "a'b",
  '$top',
  '_',
  'it*/s',
  'a\u200db',
];

test.each(texts)('%j becomes an identifier that TypeScript reads as one', (text) => {
  const name = toIdentifier(text);
  expect(isIdentifier(name)).toBe(true);
  expect(
    [...name].every((character) => ts.isIdentifierPart(character.codePointAt(0) ?? 0, ts.ScriptTarget.Latest)),
  ).toBe(true);
});

test('an identifier is unchanged', () => {
  expect(['name', 'größe', '$top', '_', '用户'].map(toIdentifier)).toEqual(['name', 'größe', '$top', '_', '用户']);
});

describe('declarations', () => {
  test('never have the name of a TypeScript keyword', () => {
    for (let kind = ts.SyntaxKind.FirstReservedWord; kind <= ts.SyntaxKind.LastFutureReservedWord; kind += 1) {
      const word = ts.tokenToString(kind) ?? '';
      expect([word, isReservedWord(word)]).toEqual([word, true]);
      expect(toDeclarationName(word)).toBe(`${word}_`);
    }
  });

  test.each(['await', 'any', 'string', 'undefined', 'async', 'arguments', 'eval'])('are never named %s', (word) => {
    expect(toDeclarationName(word)).toBe(`${word}_`);
  });
});

test.each([
  ['delete', 'delete'],
  ['import', 'import'],
  ['constructor', 'constructor_'],
  ['then', 'then_'],
  ['toString', 'toString_'],
  ['hasOwnProperty', 'hasOwnProperty_'],
  ['__proto__', '__proto___'],
  ['withOptions', 'withOptions_'],
  ['webhooks', 'webhooks_'],
  ['a b', 'a_b'],
])('a method %s is named %s', (text, name) => {
  expect(toMemberName(text, new Set(['webhooks']))).toBe(name);
});
