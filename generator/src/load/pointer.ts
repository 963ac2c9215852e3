import { isArray, isObject, type Json } from '../schema/index.js';

/** JSON pointers (RFC 6901). */

export { isArray, isObject };

export function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

export function formatPointer(tokens: readonly string[]): string {
  let pointer = '';
  for (const token of tokens) pointer += `/${escapeToken(token)}`;
  return pointer;
}

/** The tokens of a pointer, unescaped; `undefined` when the text is no pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => (token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token));
}

/** The child that a token names; own keys and existing elements only. */
export function childOf(value: Json | undefined, token: string): Json | undefined {
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  if (isObject(value)) return Object.hasOwn(value, token) ? value[token] : undefined;
  return undefined;
}

/** The node at a pointer; `undefined` when there is none. */
export function nodeAt(root: Json, tokens: readonly string[]): Json | undefined {
  let node: Json | undefined = root;
  for (const token of tokens) {
    node = childOf(node, token);
    if (node === undefined) return undefined;
  }
  return node;
}

/**
 * A `$ref` to a place of the same document. Only `%` is percent-encoded, so that the text means the same to a reader that
 * decodes fragments and, names with `%` apart, to one that does not.
 */
export function formatReference(tokens: readonly string[]): string {
  return `#${formatPointer(tokens).replaceAll('%', '%25')}`;
}

/** The tokens of the fragment of a `$ref` (without its `#`), percent-decoded; `undefined` when it is no JSON pointer. */
export function parseFragment(fragment: string): string[] | undefined {
  try {
    return parsePointer(decodeURIComponent(fragment));
  } catch {
    return parsePointer(fragment);
  }
}

/** As much of a way through a document as exists. */
export function existingTokens(root: Json, tokens: readonly string[]): readonly string[] {
  let node: Json | undefined = root;
  for (let index = 0; index < tokens.length; index += 1) {
    node = childOf(node, tokens[index] ?? '');
    if (node === undefined) return tokens.slice(0, index);
  }
  return tokens;
}
