import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Document, isCollection, isScalar, parse, visit } from 'yaml';
import { editsBetween, withEdits } from '../../src/adopt/edits.js';
import { YamlEditor } from '../../src/adopt/yaml-edit.js';
import { isArray, isObject, type Json } from '../../src/schema/index.js';

const TEXTS = ['text', 'a: b', '# no', 'one\ntwo', 'one\n\n# two\n', '', '- x', 'null', "it's", ' lead', '200'];
const STYLES = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
const key = fc.constantFrom('type', 'items', 'enum', 'a-b', '200', 'long key', '#k', 'required');
const scalar = fc.oneof(fc.constantFrom(...TEXTS), fc.nat(9), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    scalar,
    fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4 }),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
  ),
}));

test('a text has the edited value, however it was written', () => {
  const property = fc.property(value, fc.gen(), (own, choose) => {
    const isChosen = (percent: number): boolean => choose(fc.nat, { max: 99 }) < percent;
    const text = written(inSpec(own), choose, isChosen);
    const before = parse(text);
    const edits = editsBetween(before, inSpec(changed(before.components.schemas.Pet, choose, isChosen)));
    const edited = new YamlEditor(text).edit(edits);
    // Where a comment would be lost.
    fc.pre(edits.length > 0 && edited.refused.length === 0);
    expect(parse(edited.text)).toEqual(withEdits(before, edits));
  });
  fc.assert(property, { numRuns: 1_000 });
});

/** Sections that become empty are removed: the value is inside one. */
const inSpec = (Pet: Json) => ({ components: { schemas: { Pet } } });

/** A value as YAML, with comments, blank lines, anchors and styles. */
function written(own: Json, choose: fc.GeneratorValue, isChosen: (percent: number) => boolean): string {
  const document = new Document(own);
  visit(document, (place, node) => {
    if (isCollection(node)) {
      node.flow = isChosen(10);
      if (place !== null && isChosen(10)) node.anchor = `a-${choose(fc.nat, { max: 1e9 })}`;
    }
    if (!isScalar(node)) return;
    if (place === 'key') {
      if (isChosen(15)) node.commentBefore = ' above';
      node.spaceBefore = isChosen(10);
    } else if (typeof node.value === 'string') node.type = choose(fc.constantFrom, ...STYLES);
    if (place !== 'key' && isChosen(5) && !String(node.value).includes('\n')) node.comment = ' beside';
  });
  return document.toString({ indentSeq: isChosen(70), indent: isChosen(70) ? 2 : 4 });
}

/** A value with some parts removed, replaced or added. */
function changed(own: Json, choose: fc.GeneratorValue, isChosen: (percent: number) => boolean): Json {
  const inner = (one: Json): Json => (isChosen(40) ? changed(one, choose, isChosen) : one);
  if (isChosen(10)) return choose(() => value);
  if (isArray(own)) {
    const kept = own.filter(() => !isChosen(15)).map(inner);
    return isChosen(30) ? [...kept, choose(() => value)] : kept;
  }
  if (!isObject(own)) return choose(() => scalar);
  const kept = Object.entries(own).filter(() => !isChosen(12));
  const entries = kept.map(([name, one]) => [name, inner(one)] as const);
  return Object.fromEntries(isChosen(30) ? [...entries, [choose(() => key), choose(() => value)] as const] : entries);
}
