import { isAlias, isCollection, isScalar, type Node, type Pair, visit, type YAMLMap } from 'yaml';

/** The argument if it is a node. */
export function asNode(part: unknown): Node | undefined {
  return isScalar(part) || isCollection(part) || isAlias(part) ? part : undefined;
}

export function contentOf(pair: Pair | undefined): Node | undefined {
  return asNode(pair?.value);
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : 'null';
}

export function pairOf(map: YAMLMap, token: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === token);
}

/** Whether a comment is written inside a node. */
export function hasComment(node: Node, text: string): boolean {
  let [at, end] = node.range ?? [0, 0];
  let between = '';
  visit(node, {
    Scalar: (_, { range }) => {
      between += text.slice(at, range?.[0] ?? at);
      at = range?.[1] ?? at;
    },
  });
  return (between + text.slice(at, end)).includes('#');
}
