import { closestWord } from '../../config/index.js';
import { get, getArray, getString, stringsAt } from '../../schema/index.js';
import { operationsIn } from '../document.js';
import type { Findings } from '../places/findings.js';
import type { Bundle } from './bundle.js';

/** Reports tags of operations that look like a misspelt tag of the spec, and tags that no operation has. */
export function checkTags({ root, origins }: Bundle, findings: Findings): void {
  const tags = getArray(root, 'tags');
  const declared = tags.map((tag) => getString(tag, 'name') ?? '');
  if (declared.length === 0) return;
  const known = new Set(declared);
  /** The first place of each tag. */
  const places = new Map<string, readonly string[]>();
  for (const { tokens, operation } of operationsIn(root)) {
    for (const [index, tag] of stringsAt(operation, 'tags').entries()) {
      if (!places.has(tag)) places.set(tag, [...tokens, 'tags', String(index)]);
    }
  }
  const used = new Set(places.keys());
  for (const [tag, tokens] of places) {
    const meant = known.has(tag) ? undefined : closestWord(tag, known);
    if (meant === undefined) continue;
    used.add(meant);
    const message = `\`tags\` has no \`${tag}\`: it gets a page without a description.`;
    findings.warning('tag-undeclared', origins.placeOf(tokens), message, `Did you mean \`${meant}\`?`);
  }
  // Some tools show such a tag as a page with only text; in OpenAPI 3.2 one may group others.
  const parents = new Set(tags.map((tag) => get(tag, 'parent')));
  const isText = (index: number): boolean => get(tags[index], 'x-traitTag') === true;
  const unused = declared.flatMap((name, index) =>
    name === '' || used.has(name) || parents.has(name) || isText(index) ? [] : [{ name, index }],
  );
  const [first] = unused;
  if (first === undefined) return;
  const names = unused.map(({ name }) => `\`${name}\``).join(', ');
  const message = `No operation has the tag${unused.length > 1 ? 's' : ''} ${names}: no page is written.`;
  findings.warning(
    'tag-unused',
    origins.placeOf(['tags', String(first.index)]),
    message,
    'Give an operation the tag, or remove it from `tags`.',
  );
}
