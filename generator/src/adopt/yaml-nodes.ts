import { isAlias, isCollection, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { canonical } from '../schema/index.js';

/** A part of a document as a node, if it is one. */
export function asNode(part: unknown): Node | undefined {
  return isScalar(part) || isCollection(part) || isAlias(part) ? part : undefined;
}

export function contentOf(pair: Pair | undefined): Node | undefined {
  return asNode(pair?.value);
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : canonical(null);
}

export function pairOf(map: YAMLMap, token: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === token);
}

export function hasAnchor(node: Node): boolean {
  return !isAlias(node) && 'anchor' in node && node.anchor !== undefined;
}
