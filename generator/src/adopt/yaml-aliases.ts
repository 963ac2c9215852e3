import { type Document, isAlias, isMap, isSeq, type Node } from 'yaml';
import { asNode, keyOf } from './yaml-nodes.js';

type Tokens = readonly string[];

/** The places of the aliases of a document, and of the nodes that they refer to. */
export function aliasedPlaces(document: Document): readonly Tokens[] {
  const places = new Map<Node, Tokens>();
  const visit = (node: Node | undefined, tokens: Tokens): void => {
    if (node !== undefined) places.set(node, tokens);
    if (isMap(node)) for (const pair of node.items) visit(asNode(pair.value), [...tokens, keyOf(pair)]);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(asNode(item), [...tokens, String(index)]);
  };
  visit(document.contents ?? undefined, []);
  return [...places].flatMap(([node, tokens]) => {
    const target = isAlias(node) ? node.resolve(document) : undefined;
    return target === undefined ? [] : [tokens, places.get(target) ?? []];
  });
}

export function isWithin(inner: Tokens, outer: Tokens): boolean {
  return outer.every((token, index) => inner[index] === token);
}
