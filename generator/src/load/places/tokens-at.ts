import { getLocation } from 'jsonc-parser';
import { loadYaml } from './yaml-package.js';

/** The way to the innermost node around an offset of a text, which may be broken there. */
export function tokensAt(text: string, syntax: 'json' | 'yaml', offset: number): readonly string[] {
  try {
    return syntax === 'json' ? jsonTokensAt(text, offset) : yamlTokensAt(text, offset);
  } catch {
    // Both parsers get over most errors; what they don't get over has no inner place.
    return [];
  }
}

function jsonTokensAt(text: string, offset: number): readonly string[] {
  // The last token is empty where the key is still to come.
  return getLocation(text, offset)
    .path.map(String)
    .filter((token) => token !== '');
}

function yamlTokensAt(text: string, offset: number): readonly string[] {
  const options = {
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  } as const;
  const tokens: string[] = [];
  let node: unknown = loadYaml().parseDocument(text, options).contents;
  for (;;) {
    const child = childAround(node, offset);
    if (child === undefined) return tokens;
    tokens.push(child.token);
    node = child.node;
  }
}

function childAround(node: unknown, offset: number): { readonly token: string; readonly node: unknown } | undefined {
  const { isMap, isNode, isScalar, isSeq } = loadYaml();
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const start = isNode(key) ? key.range?.[0] : undefined;
      const end = isNode(value) ? value.range?.[2] : isNode(key) ? key.range?.[2] : undefined;
      if (isScalar(key) && start !== undefined && end !== undefined && start <= offset && offset < end) {
        return { token: String(key.value), node: value };
      }
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const range = isNode(item) ? item.range : undefined;
      if (range && range[0] <= offset && offset < range[2]) return { token: String(index), node: item };
    }
  }
  return undefined;
}
