import { type Document, isAlias, isMap, isSeq, type Node } from 'yaml';
import type { Json } from '../schema/index.js';
import { type Edit, withEdits } from './edits.js';
import { asNode, keyOf } from './yaml-nodes.js';

type Tokens = readonly string[];

/**
 * Makes edits independent of aliases: an alias whose value would differ from its anchor's is replaced by its value.
 *
 * @param rewritten returns the node that is rewritten as a whole when a container changes, if any.
 */
export function withAliases(
  document: Document,
  edits: readonly Edit[],
  rewritten: (container: Tokens) => Tokens | undefined,
): readonly Edit[] {
  const anchors = new Map<Node, Tokens>();
  const aliases: { readonly tokens: Tokens; readonly target: Node }[] = [];
  const visit = (node: Node | undefined, tokens: Tokens): void => {
    const target = isAlias(node) ? node.resolve(document) : undefined;
    if (target !== undefined) aliases.push({ tokens, target });
    if (node !== undefined) anchors.set(node, tokens);
    if (isMap(node)) for (const pair of node.items) visit(asNode(pair.value), [...tokens, keyOf(pair)]);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(asNode(item), [...tokens, String(index)]);
  };
  visit(document.contents ?? undefined, []);
  let result = edits;
  const isGone = (tokens: Tokens): boolean =>
    result.some((edit) => {
      const whole = rewritten(edit.tokens.slice(0, -1)) ?? (edit.rename === undefined ? edit.tokens : undefined);
      return whole !== undefined && isWithin(tokens, whole);
    });
  const below = (outer: Tokens): Edit[] =>
    result
      .filter(({ tokens }) => isWithin(tokens, outer) && tokens.length > outer.length)
      .map((edit) => ({ ...edit, tokens: edit.tokens.slice(outer.length) }));
  const left = new Set(aliases);
  // Replacing an alias may change the value of an anchor that another alias refers to.
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const alias of left) {
      const { tokens, target } = alias;
      const anchored = anchors.get(target) ?? [];
      const [own, others] = [below(tokens), below(anchored)];
      if (own.length + others.length === 0 && !isGone(anchored)) continue;
      left.delete(alias);
      if (own.length === 0 && isGone(tokens)) continue;
      const isSame = JSON.stringify(own) === JSON.stringify(others) && !isGone(anchored);
      const value: Json = target.toJS(document);
      result = result.filter((edit) => !isWithin(edit.tokens, tokens));
      if (!isSame) result = [...result, { tokens, value: withEdits(value, own) }];
    }
  }
  return result;
}

function isWithin(inner: Tokens, outer: Tokens): boolean {
  return outer.every((token, index) => inner[index] === token);
}
